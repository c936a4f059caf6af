#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the dossiers against what their README promises, and counts what they hold.

    tests/dossiers/check.py            faults, one a line; exit 1 when there is one
    tests/dossiers/check.py --counts   the table of counts that the README shows
    tests/dossiers/check.py --write    puts that table into the README

A folder without gold.json is not finished and left out.
"""
import argparse
import collections
import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
KINDS = ("denial", "figure", "culprit", "place", "time", "reversal", "demand-refusal", "contradictory-demands", "promise-broken",
         "accusation-unanswered")
EVENTS = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
          "MOBILIZE", "COERCE", "ASSAULT"}
STANCES = {"for", "against", "affirms", "denies", "conditional", "silent"}
CHANGES = {"new", "same", "hardened", "softened", "reversed"}
LISTS = ("disputes", "paraphrases", "happenings", "positions", "figures")
# Least numbers over all dossiers.
LEAST = {"dossiers": 4, "documents": 60, "disputes": 150, "paraphrases": 150}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
BEGIN, END = "<!-- counts -->", "<!-- end of counts -->"


def quotes(value):
    """Every {document, quote} at any depth."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from quotes(each)


def quote_faults(gold, texts):
    for quote in quotes(gold):
        times = texts.get(quote["document"], "").count(quote["quote"]) if quote["quote"] else 0
        if times != 1:
            yield f"{quote['document']}: {times} times “{quote['quote']}”"


def repeated(items, what):
    counts = collections.Counter(item["id"] for item in items)
    return [f"{what}: id {id_} {times} times" for id_, times in counts.items() if times > 1]


def dispute_faults(disputes):
    yield from repeated(disputes, "disputes")
    for dispute in disputes:
        if dispute["kind"] not in KINDS:
            yield f"{dispute['id']}: kind {dispute['kind']}"
        if len(dispute["sides"]) < 2 or not all(side["evidence"] and side["stance"] and side["who"] for side in dispute["sides"]):
            yield f"{dispute['id']}: two sides with evidence, stance and who"


def happening_faults(happenings):
    yield from repeated(happenings, "happenings")
    for happening in happenings:
        reports = happening["reports"]
        if happening["event"] not in EVENTS or not DATE.fullmatch(happening["date"] or "0000"):
            yield f"{happening['id']}: event {happening['event']}, date {happening['date']}"
        if not 1 <= happening["origins"] <= len(reports) or not 1 <= happening["outlets"] <= len(reports):
            yield f"{happening['id']}: {happening['origins']} origins, {happening['outlets']} outlets, {len(reports)} reports"


def position_faults(positions):
    for position in positions:
        if position["stance"] not in STANCES or position["change"] not in CHANGES or not DATE.fullmatch(position["date"]):
            yield f"position of {position['actor']} on {position['issue']}: {position['stance']}, {position['change']}, {position['date']}"


def figure_faults(figures):
    for figure in figures:
        lo, value, hi = (figure[key] for key in ("lo", "value", "hi"))
        given = [each for each in (lo, value, hi) if each is not None]
        if not given or given != sorted(given) or not figure["who"] or not figure["unit"]:
            yield f"figure of {figure['matter']} by {figure['who']}: {lo} {value} {hi} {figure['unit']}"


def faults(gold, texts):
    yield from repeated(gold["paraphrases"], "paraphrases")
    yield from dispute_faults(gold["disputes"])
    yield from happening_faults(gold["happenings"])
    yield from position_faults(gold["positions"])
    yield from figure_faults(gold["figures"])
    yield from quote_faults(gold, texts)


def counts(dossiers):
    """Lines of a table: what, each dossier, all."""
    kinds = [collections.Counter(dispute["kind"] for dispute in gold["disputes"]) for gold, _ in dossiers]
    rows = [("documents", [len(texts) for _, texts in dossiers])]
    rows += [(what, [len(gold[what]) for gold, _ in dossiers]) for what in LISTS]
    rows += [(f"disputes: {kind}", [counter[kind] for counter in kinds]) for kind in KINDS]
    rows += [("reports of happenings", [sum(len(h["reports"]) for h in gold["happenings"]) for gold, _ in dossiers])]
    return rows


def table(dossiers):
    lines = ["| | " + " | ".join(gold["name"] for gold, _ in dossiers) + " | all |", "|---|" + "---:|" * (len(dossiers) + 1)]
    return "\n".join(lines + [f"| {what} | " + " | ".join(map(str, [*numbers, sum(numbers)])) + " |" for what, numbers in counts(dossiers)])


def total_faults(dossiers, readme):
    totals = {"dossiers": len(dossiers)} | {what: sum(numbers) for what, numbers in counts(dossiers)}
    for what, least in LEAST.items():
        if totals[what] < least:
            yield f"{totals[what]} {what}, at least {least}"
    for kind in KINDS:
        if not totals[f"disputes: {kind}"]:
            yield f"no dispute of kind {kind}"
    if table(dossiers) not in readme:
        yield "README.md: counts are old; tests/dossiers/check.py --write"


def read():
    folders = [gold.parent for gold in sorted(FOLDER.glob("*/gold.json"))]
    texts = lambda folder: {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "documents").iterdir())}
    return [(json.loads((folder / "gold.json").read_text(encoding="utf-8")), texts(folder)) for folder in folders]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for flag in ("counts", "write"):
        parser.add_argument("--" + flag, action="store_true")
    args = parser.parse_args()
    dossiers, path = read(), FOLDER / "README.md"
    readme = path.read_text(encoding="utf-8")
    if args.counts:
        print(table(dossiers))
    if args.write:
        before, rest = readme.split(BEGIN)
        readme = f"{before}{BEGIN}\n{table(dossiers)}\n{END}{rest.split(END)[1]}"
        path.write_text(readme, encoding="utf-8")
    found = [f"{gold['name']}: {fault}" for gold, texts in dossiers for fault in faults(gold, texts)] + list(total_faults(dossiers, readme))
    print("\n".join(found), end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
