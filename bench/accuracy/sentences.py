# SPDX-License-Identifier: Apache-2.0
"""Scores the program on the authored sentences that are kept from training, through `demarche label`.

    python3 bench/accuracy/sentences.py build/demarche            prints the table
    python3 bench/accuracy/sentences.py build/demarche --check    exit 1 when a score falls below its floor

What the rows mean
    trigger     events whose trigger overlaps a marked one of the same category
    arguments   actors and recipients of those events that overlap a marked one of the same role
    polarity, modality, mode   share right among those events
    content     statements whose content shares at least half of its characters with a marked one
    source      those with an overlapping source, or rightly none
    act         share right among those statements
    false per 100   events in sentences where none is marked, per 100 such sentences
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "train"))
import authored  # noqa: E402
from match import f1, length, overlap, pair_up  # noqa: E402

# A little below what the committed network reaches: a drop is a fault, noise is not.
FLOORS = {"trigger f1": 0.45, "arguments f1": 0.40, "polarity": 0.85, "modality": 0.60, "content f1": 0.60, "act": 0.50}


def label(program, records):
    request = "".join(json.dumps({"id": str(i), "text": r.text}) + "\n" for i, r in enumerate(records))
    done = subprocess.run([program, "label"], input=request, capture_output=True, text=True)
    if done.returncode not in (0, 3):  # 3: some hold nothing but page furniture, and are right to fail
        sys.exit(done.stderr)
    return [{"events": [], "statements": []} | json.loads(line) for line in done.stdout.splitlines()]


class Counts(dict):
    def add(self, name, number=1):
        self[name] = self.get(name, 0) + number


def score_arguments(event, found, counts):
    for role, marked in (("actors", event.actors), ("recipients", event.recipients)):
        spans = [[p["span"]] for p in found[role]]
        counts.add("arguments gold", len(marked))
        counts.add("arguments found", len(spans))
        counts.add("arguments right", len(pair_up(marked, spans, lambda a, b: overlap(a, b) > 0)))


def score_events(record, reading, counts):
    alike = lambda e, f: e.root == f["event"] and overlap(e.trigger, f["trigger"]) > 0
    pairs = pair_up(record.events, reading["events"], alike)
    counts.add("trigger gold", len(record.events))
    counts.add("trigger found", len(reading["events"]))
    counts.add("trigger right", len(pairs))
    for event, found in pairs:
        score_arguments(event, found, counts)
        counts.add("polarity right", event.polarity == found["polarity"])
        counts.add("modality right", event.modality == found["modality"])
        counts.add("mode right", event.mode == (found["mode"] or ""))
    if not record.events:
        counts.add("empty")
        counts.add("false", len(reading["events"]))


def score_statements(record, reading, counts):
    gold = [s for s in record.statements if s.content]
    found = [s for s in reading["statements"] if s["content"]]
    alike = lambda s, f: overlap(s.content, f["content"]) >= 0.5 * max(length(s.content), length(f["content"]))
    pairs = pair_up(gold, found, alike)
    counts.add("content gold", len(gold))
    counts.add("content found", len(found))
    counts.add("content right", len(pairs))
    for statement, other in pairs:
        counts.add("source right", overlap(statement.source, other["source"]) > 0 if statement.source else not other["source"])
        counts.add("act right", statement.act == other["act"])


def scores(counts):
    table = {f"{name} f1": f1(counts[f"{name} right"], counts[f"{name} gold"], counts[f"{name} found"])
             for name in ("trigger", "arguments", "content")}
    table |= {name: counts[f"{name} right"] / max(1, counts["trigger right"]) for name in ("polarity", "modality", "mode")}
    table |= {name: counts[f"{name} right"] / max(1, counts["content right"]) for name in ("source", "act")}
    table["trigger precision"] = counts["trigger right"] / max(1, counts["trigger found"])
    table["false per 100"] = 100 * counts["false"] / max(1, counts["empty"])
    return table


def kept():
    return [r for path in sorted((ROOT / "train" / "authored").glob("*.kept.txt")) for r in authored.read(path)[0]]


def measured(program):
    records, counts = kept(), Counts()
    for record, reading in zip(records, label(program, records)):
        score_events(record, reading, counts)
        score_statements(record, reading, counts)
    return scores(counts)


def main(program, check):
    table = measured(program)
    print(f"{len(kept())} records kept from training")
    for name, value in sorted(table.items()):
        print(f"  {name:18s} {value:6.3f}" + (f"   floor {FLOORS[name]:.2f}" if name in FLOORS else ""))
    low = [name for name, floor in FLOORS.items() if table[name] < floor]
    return 1 if check and low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--check" in sys.argv))
