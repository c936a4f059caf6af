# SPDX-License-Identifier: Apache-2.0
"""Figures of single sentences: kind, value with bounds, and who gives it, on tests/reference/figures.

    python3 bench/accuracy/figures.py                      scores of both halves
    python3 bench/accuracy/figures.py --wrong              what is wrong in the development half, one a line
    python3 bench/accuracy/figures.py PROGRAM --check      fails below LEAST, on the development half

Each sentence is a document of its own, of an outlet called “Example Post”. A figure is found when value and bounds are those of the
gold (1 %), right when kind and claimant are too. The kind “number” (nothing tells what is counted) is as good as the gold's.
"""
import argparse
import json
import math
import pathlib
import re
import sys

import rows
from rows import ROOT, Row

FOLDER = ROOT / "tests" / "reference" / "figures"
OUTLET = "Example Post"
HALVES = ("development", "held_out")
LEAST = {"found": 0.95, "claimant": 0.80, "none": 0.95}


def read(half):
    lines = (FOLDER / f"{half}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, [figure(part) for part in figures.split(" ; ") if part]) for text, figures in cells]


def figure(part):
    who, kind, value = part.rsplit("|", 2)
    low, _, high = value.partition("..")
    return who, kind, float(low), float(high or low)


def found_in(texts):
    """The figures that the program lists for each text."""
    import dossier_record
    dossier_record.PROGRAM = rows.PROGRAM
    lines = "".join(json.dumps({"id": str(i), "text": text, "outlet": OUTLET, "date": "1994-05-02"}) + "\n" for i, text in enumerate(texts))
    dossier_record.KINDS = ("documents", "figures")
    listed = dossier_record.listed("-", lines)
    given = {d["id"]: int(d["given_id"]) for d in listed["documents"]}
    each = [[] for _ in texts]
    for found in listed["figures"]:
        each[given[found["evidence"][0]["document"]]].append(found)
    return each


def near(one, other):
    return math.isinf(one) and math.isinf(other) or abs(one - other) <= 0.01 * max(abs(one), abs(other), 1)


def is_value(gold, found):
    return near(gold[2], found["lo"]) and near(gold[3], math.inf if found["hi"] is None else found["hi"])


def is_kind(gold, found):
    return found["kind"] == gold[1] or "number" in (found["kind"], gold[1])


def is_claimant(gold, found):
    if gold[0] == "-":
        return found["name"] == OUTLET
    words = set(re.findall(r"\w+", gold[0].lower()))
    return bool(words & set(re.findall(r"\w+", found["name"].lower())))


def judged(half):
    """(text, gold figure, verdict), and for sentences without one (text, None, verdict)"""
    sentences = read(half)
    for (text, gold), found in zip(sentences, found_in([text for text, _ in sentences])):
        for each in gold:
            at = [f for f in found if is_value(each, f)]
            kinds = [f for f in at if is_kind(each, f)]
            verdict = "missing" if not at else "kind" if not kinds else "right" if any(is_claimant(each, f) for f in kinds) else f"given by {kinds[0]['name']}"
            yield text, each, verdict
        if not gold:
            yield text, None, f"found {found[0]['text']}" if found else "right"


def share(some):
    return sum(some) / max(1, len(some))


def scores(half):
    answers = list(judged(half))
    figures, none = [v for _, g, v in answers if g], [v for _, g, v in answers if not g]
    return {"found": share([v != "missing" for v in figures]), "claimant": share([v == "right" for v in figures]),
            "none": share([v == "right" for v in none])}, len(figures), len(none)


def rows_of(half):
    score, figures, none = scores(half)
    return [Row("figures", f"sentences ({half}): {figures} figures, value and bounds found", score["found"]),
            Row("figures", f"sentences ({half}): {figures} figures, with kind and claimant", score["claimant"], 0.92),
            Row("figures", f"sentences ({half}): {none} without a figure, none found", score["none"])]


def table(_=None):
    return [row for half in HALVES for row in rows_of(half)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", nargs="?")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if given.program:
        rows.PROGRAM = pathlib.Path(given.program)
    if given.wrong:
        print(*(f"{verdict}\t{gold}\t{text}" for text, gold, verdict in judged("development") if verdict != "right"), sep="\n")
        return
    for row in rows_of("development") if given.check else table():
        print(f"{row.score:.3f}  {row.goal or '':>5}  {row.what}")
    if given.check:
        score = scores("development")[0]
        sys.exit(any(score[name] < least for name, least in LEAST.items()))


if __name__ == "__main__":
    main()
