# SPDX-License-Identifier: Apache-2.0
"""Time expressions: where they are, and what they mean.

    python3 bench/accuracy/moments.py PROGRAM --data ../shared/data          the fixed fifth of the corpora, and the authored sets
    … --tune                                                                 the other four fifths; the even half of the authored
    … --show                                                                 what is wrong, by kind
    … --alone build/bench/moments_alone                                      finds with the module alone, without the network
    … --check                                                                the authored sets alone; fails below the floor

A fifth of the documents and phrases is kept for measuring: those whose id has a SHA-256 with a first byte that five divides; of
the authored lines the odd ones. Recognition is relaxed: an expression is found when a moment of the program shares a character
with it. A value is right when it is the value given, or has the same days; an expression that the program took into a longer
range, when it is a side of that range. Values are those of expressions found, and where the corpus gives one.
"""
import argparse
import collections
import hashlib
import json
import lzma
import pathlib
import subprocess

import authored_moments
import phrases
from rows import PROGRAM, ROOT, Row
from timex import same


def is_kept(name):
    return hashlib.sha256(name.encode()).digest()[0] % 5 == 0


def lines(data, name, tune):
    with lzma.open(pathlib.Path(data) / "time" / f"{name}.train.jsonl.xz", "rt", encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if is_kept(row["id"]) != tune]


def found_by(*command):
    """Lines of documents → their moments. A line that the program does not take for a text has none."""
    def found(documents):
        request = "".join(json.dumps(line) + "\n" for line in documents)
        done = subprocess.run(command, input=request, capture_output=True, text=True)
        return [json.loads(line).get("moments", []) for line in done.stdout.splitlines()]
    return found


labelled = found_by(PROGRAM, "label")


class Tally:
    def __init__(self, shows=False):
        self.counts, self.shows = collections.Counter(), shows

    def f1(self):
        c = self.counts
        precision, recall = c["found hit"] / max(1, c["found"]), c["gold hit"] / max(1, c["gold"])
        return 2 * precision * recall / max(1e-9, precision + recall)

    def values(self):
        return self.counts["right"] / max(1, self.counts["valued"])

    def document(self, text, gold, moments, is_right):
        """`gold` are expressions with a span; `is_right(expression, moment)` is None where nothing is given to compare."""
        hit = set()
        for time in gold:
            over = [m for m in moments if overlap(m["span"], time["span"]) > 0]
            hit.update(tuple(m["span"]) for m in over)
            self.counts["gold"] += 1
            self.counts["gold hit"] += bool(over)
            if not over:
                self.tell("MISSED", text, time["span"], time)
                continue
            best = max(over, key=lambda m: (overlap(m["span"], time["span"]), -abs(size(m["span"]) - size(time["span"]))))
            right = is_right(time, best)
            if right is not None:
                self.counts["valued"] += 1
                self.counts["right"] += right
                if not right:
                    self.tell("VALUE", text, time["span"], time, best)
        for m in moments:
            self.counts["found"] += 1
            self.counts["found hit"] += tuple(m["span"]) in hit
            if tuple(m["span"]) not in hit:
                self.tell("EXTRA", text, m["span"], m)

    def tell(self, what, text, span, *rest):
        if self.shows:
            begin, end = span
            around = text[max(0, begin - 60):begin] + "[" + text[begin:end] + "]" + text[end:end + 30]
            print(what, around.replace("\n", " "), "|", *[{k: v for k, v in each.items() if k not in ("span", "context", "phrase", "id")} for each in rest])


def overlap(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def size(span):
    return span[1] - span[0]


def wars(data, tune, found, shows):
    """WikiWars: articles on wars."""
    tally, documents = Tally(shows), lines(data, "wikiwars", tune)
    for document, moments in zip(documents, found([{k: d[k] for k in ("id", "text", "date")} for d in documents])):
        tally.document(document["text"], document["times"], moments, lambda time, moment: same(time["value"], moment, time["type"]) if time["value"] else None)
    return tally


def rows(data, tune=False, found=labelled, program=PROGRAM, shows=False):
    part = "the other four fifths" if tune else "the kept fifth"
    war, phrase = wars(data, tune, found, shows), phrases.tally(Tally(shows), lines(data, "cases", tune), found, program)
    both = Tally()
    both.counts = war.counts + phrase.counts
    out = []
    for name, tally, goals in ((f"WikiWars and phrases, {part}", both, (0.92, 0.88)), ("… WikiWars", war, (None, None)), ("… phrases", phrase, (None, None))):
        out.append(Row("moments", f"{name}: {tally.counts['gold']} expressions recognised, relaxed F1", tally.f1(), goals[0]))
        out.append(Row("moments", f"{name}: value right, of {tally.counts['valued']}", tally.values(), goals[1]))
    return out + authored_rows(tune, found, shows)


def authored_rows(tune, found, shows):
    tally = authored_moments.tally(Tally(shows), tune, found)
    if not tally.counts["gold"]:
        return []
    half = "even" if tune else "odd"
    return [Row("moments", f"authored, {half} lines: {tally.counts['gold']} expressions recognised, relaxed F1", tally.f1(), 0.92),
            Row("moments", f"authored, {half} lines: value right, of {tally.counts['valued']}", tally.values(), 0.88)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", nargs="?", default=PROGRAM)
    parser.add_argument("--data")
    parser.add_argument("--alone")
    for flag in ("tune", "show", "check"):
        parser.add_argument("--" + flag, action="store_true")
    args = parser.parse_args()
    found = found_by(args.alone, ROOT / "models" / "demarche-small") if args.alone else found_by(args.program, "label")
    out = rows(args.data, args.tune, found, args.program, args.show) if args.data else authored_rows(args.tune, found, args.show)
    for row in out:
        print(f"{row.score:.3f}  {row.goal or '':>5}  {row.what}")
    return int(args.check and not all(row.met for row in out))


if __name__ == "__main__":
    raise SystemExit(main())
