# SPDX-License-Identifier: Apache-2.0
"""Scores the program on whole gold documents (train/gold), through `demarche label`.

    python3 bench/accuracy/documents.py build/demarche dev          prints the table of a part (train, dev, test), or of several
    python3 bench/accuracy/documents.py --agreement                 how well the two passes of annotators agree

What the rows mean
    triple        (actor, category, recipient) with overlapping trigger; each phrase overlaps the marked one, an empty side must be empty
    trigger       events whose trigger overlaps a marked one of the same category
    type          share of marked events with the right category, where actor, recipient and trigger were found
    polarity, modality   macro-F1 over the events whose trigger was found
    false per 100 events in sentences (records) where none is marked, per 100 such records
    content       statements whose content shares at least half of its characters with a marked one; act: macro-F1 among them
    addressee     states, organs and groups spoken to, in statements found: F1 of their actors (a marked phrase means what its mention means;
                  phrases that name nobody known are left out on both sides)
    turns         marked turns of interviews, briefings and debates (their cue is a mark, no word) found with content and label
    speaker       share of marked speakers with the right country and sector, among all statements with a known speaker
    kind          share of documents with the right kind

The test part is scored only, never looked at.
"""
import collections
import itertools
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "train"))
import authored  # noqa: E402
from gold import FOLDER as GOLD, names  # noqa: E402
from match import f1, length, overlap, pair_up  # noqa: E402


class Document:
    """The text and what is marked on it, with offsets into the whole text."""

    def __init__(self, name, marks="a"):
        self.name, self.kind = name, name.rsplit("-", 1)[1]
        self.text = (GOLD / "text" / f"{name}.txt").read_text(encoding="utf-8")
        self.statements, self.events, self.speakers, self.records = [], [], [], []
        at = 0
        for record in authored.read(GOLD / marks / f"{name}.txt")[0]:
            at = self.text.index(record.text, at)
            self.records.append((at, at + len(record.text), bool(record.events)))
            self.statements += authored.moved(record.statements, at)
            self.events += authored.moved(record.events, at)
            self.speakers += [([b + at, e + at], actor) for (b, e), actor in record.speakers]
            at += len(record.text)


def label(program, documents):
    request = "".join(json.dumps({"id": d.name, "text": d.text}) + "\n" for d in documents)
    done = subprocess.run([program, "label"], input=request, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def found_events(reading):
    """The program's events in the shape of marked ones."""
    return [authored.Event(e["event"], e["mode"] or "", e["trigger"], [[p["span"]] for p in e["actors"]],
                                    [[p["span"]] for p in e["recipients"]], e["polarity"], e["modality"])
            for e in reading["events"]]


def triples(events):
    return [(a, e, r) for e in events for a, r in itertools.product(e.actors or [None], e.recipients or [None])]


def same_phrase(a, b):
    return a is None and b is None or bool(a and b) and overlap(a, b) > 0


def same_triple(a, b):
    return (a[1].root == b[1].root and overlap(a[1].trigger, b[1].trigger) > 0 and same_phrase(a[0], b[0]) and
            same_phrase(a[2], b[2]))


def same_pair(a, b):
    return overlap(a[1].trigger, b[1].trigger) > 0 and same_phrase(a[0], b[0]) and same_phrase(a[2], b[2])


class Tally:
    def __init__(self):
        self.right, self.gold, self.found = (collections.Counter() for _ in range(3))
        self.classes = collections.defaultdict(list)   # row -> (marked, found)

    def match(self, row, gold, found, alike):
        pairs = pair_up(gold, found, alike)
        self.right[row] += len(pairs)
        self.gold[row] += len(gold)
        self.found[row] += len(found)
        return pairs

    def macro(self, row):
        pairs = self.classes[row]
        values = {gold for gold, _ in pairs}
        one = lambda v: f1(sum(g == f == v for g, f in pairs), sum(g == v for g, _ in pairs), sum(f == v for _, f in pairs))
        return sum(map(one, values)) / max(1, len(values))


def count_events(gold, events, tally):
    for g, f in tally.match("trigger", gold, events, lambda a, b: a.root == b.root and overlap(a.trigger, b.trigger) > 0):
        tally.classes["polarity"].append((g.polarity, f.polarity))
        tally.classes["modality"].append((g.modality, f.modality))
    tally.match("triple", triples(gold), triples(events), same_triple)
    for g, f in pair_up(triples(gold), triples(events), same_pair):
        tally.right["type"] += g[1].root == f[1].root
        tally.gold["type"] += 1


def count_statements(gold, statements, tally):
    alike = lambda a, b: overlap(a.content, b.content) >= 0.5 * max(length(a.content), length(b.content))
    pairs = tally.match("content", [s for s in gold if s.content], [s for s in statements if s.content], alike)
    for g, f in pairs:
        tally.classes["act"].append((g.act, f.act))
        tally.right["source"] += overlap(g.source, f.source) > 0 if g.source else not f.source
        tally.gold["source"] += 1
    return pairs


def meant_by(spans, mentions):
    """The actors that the mentions at these spans stand for."""
    return {country_and_sector(m["actor"]) for m in mentions if m["actor"] and overlap([m["span"]], spans) > 0}


def count_addressees(pairs, mentions, tally):
    for gold, found in pairs:
        meant, said = meant_by(sum(gold.addressee, []), mentions), {country_and_sector(a) for a in found.addressee}
        tally.right["addressee"] += len(meant & said)
        tally.gold["addressee"] += len(meant)
        tally.found["addressee"] += len(said) if meant or not gold.addressee else 0


def is_turn(statement, text):
    return bool(statement.cue) and not any(c.isalnum() for b, e in statement.cue for c in text[b:e])


def count_turns(document, reading, tally):
    """A turn that is cut into several statements counts as found when one of them begins where it does."""
    for turn in document.statements:
        if not is_turn(turn, document.text) or not turn.source or not turn.content:
            continue
        tally.gold["turns"] += 1
        tally.right["turns"] += any(overlap(s["source"], turn.source) > 0 and overlap(s["content"], turn.content) >= 0.5 * length(turn.content)
                                    for s in reading["statements"])


def country_and_sector(actor):
    """Of an organisation or outlet only that it is one: what it is called differs between annotators."""
    parts = (actor or "-").split(".")
    if "MED" in parts[:2]:
        return ("MED",)
    if "NGO" in parts[:2]:
        return ("NGO",)
    if parts[0] in ("IGO", "UNO", "EUR", "IMG", "MNC"):
        return ("MNC" if parts[0] == "MNC" else "IGO",)
    return parts[0], parts[1] if len(parts) > 1 else "GOV"


def count_speakers(document, reading, tally):
    for span, actor in document.speakers:
        if actor == "-":
            continue
        own = [s for s in reading["statements"] if overlap(s["source"], [span]) > 0]
        tally.gold["speaker"] += 1
        meant = [country_and_sector(one) for one in actor.split("; ")]
        tally.right["speaker"] += any(country_and_sector(s["speaker"]) in meant for s in own)


def as_statement(found):
    return authored.Statement(found["source"], found["cue"], found["content"], found["act"], found["addressee"], 1)


def count(document, reading, tally):
    events = found_events(reading)
    count_events(document.events, events, tally)
    pairs = count_statements(document.statements, [as_statement(s) for s in reading["statements"]], tally)
    count_addressees(pairs, reading["mentions"], tally)
    count_speakers(document, reading, tally)
    count_turns(document, reading, tally)
    for begin, end, has_events in document.records:
        if not has_events:
            tally.gold["false"] += 1
            tally.right["false"] += sum(overlap(e.trigger, [[begin, end]]) > 0 for e in events)
    tally.gold["kind"] += 1
    tally.right["kind"] += reading["kind"] == document.kind


def table(tally):
    rows = {name: f1(tally.right[name], tally.gold[name], tally.found[name]) for name in ("triple", "trigger", "content", "addressee")}
    rows |= {name + " macro": tally.macro(name) for name in ("polarity", "modality", "act")}
    rows |= {name: tally.right[name] / max(1, tally.gold[name]) for name in ("type", "source", "speaker", "turns", "kind")}
    rows["false per 100"] = 100 * tally.right["false"] / max(1, tally.gold["false"])
    rows["triple precision"] = tally.right["triple"] / max(1, tally.found["triple"])
    return rows


def agreement():
    tally = Tally()
    for path in sorted((GOLD / "b").glob("*.txt")):
        one, other = Document(path.stem), Document(path.stem, "b")
        count_events(one.events, other.events, tally)
        count_statements(one.statements, other.statements, tally)
    return {name: value for name, value in table(tally).items() if name not in ("speaker", "turns", "kind", "false per 100")}


def tallied(program, parts):
    tally, documents = Tally(), [Document(n) for part in parts for n in names(part)]
    for document, reading in zip(documents, label(program, documents)):
        count(document, reading, tally)
    return tally, documents


def main(arguments):
    if arguments[:1] == ["--agreement"]:
        rows = agreement()
    else:
        tally, documents = tallied(arguments[0], arguments[1:])
        print(f"{len(documents)} documents, {tally.gold['trigger']} events, {len(tally.classes['act'])} statements found")
        rows = table(tally)
    for name, value in rows.items():
        print(f"  {name:16s} {value:6.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
