# SPDX-License-Identifier: Apache-2.0
"""Attacks, abductions and bombings in the reports of MUC-4 (dev part, ordinary case), through `demarche label`.

    reports       F1 of the reports that hold a filled template: those in which the program has an affirmed ASSAULT or COERCE that happened
    perpetrators  share of the filled perpetrators (persons and organisations) that are a doer of such a deed in the text, denied ones and threats too
    victims       … of the targets and victims that are a recipient

A fill counts when any of its strings, at any place of the text, overlaps a party. Fills marked optional are left out. None of the reports
was trained on.
"""
import json
import lzma
import pathlib

from match import overlap
from rows import Row, f1, label

VIOLENT = {"ASSAULT", "COERCE"}


def reports(data):
    with lzma.open(pathlib.Path(data) / "muc4" / "dev.jsonl.xz", "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def fills(report, slots):
    """The places of each fill that has one."""
    for template in report["templates"]:
        for slot in slots:
            for fill in template.get(slot, []):
                spans = [span for string in fill["text"] for span in string["spans"]]
                if spans and not fill.get("optional"):
                    yield spans


def is_attack(event):
    return event["event"] in VIOLENT and event["polarity"] == "affirmed" and event["modality"] == "happened"


def found(report, reading, slots, side):
    parties = [p["span"] for e in reading["events"] if e["event"] in VIOLENT for p in e[side]]
    asked = list(fills(report, slots))
    return sum(overlap(spans, parties) > 0 for spans in asked), len(asked)


def share(pairs):
    return sum(right for right, _ in pairs) / max(1, sum(all_ for _, all_ in pairs))


def rows(data):
    told = reports(data)
    readings = label([{"id": r["id"], "text": r["cased"], "date": r["date"]} for r in told])
    marked, seen = [bool(r["templates"]) for r in told], [any(map(is_attack, x["events"])) for x in readings]
    both = list(zip(told, readings))
    doers = [found(r, x, ("perp_individual", "perp_organization"), "actors") for r, x in both]
    victims = [found(r, x, ("target", "victim_name", "victim_description"), "recipients") for r, x in both]
    part = f"muc4 dev ({len(told)} reports): "
    return [Row("events", part + "reports of an attack, F1", f1(sum(m and s for m, s in zip(marked, seen)), sum(marked), sum(seen))),
            Row("events", part + "perpetrators found as doers", share(doers)),
            Row("events", part + "targets and victims found as recipients", share(victims))]
