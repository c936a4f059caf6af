# SPDX-License-Identifier: Apache-2.0
"""Names and who fights whom in re3d (70 documents on the war in Syria and Iraq, none trained on), through `demarche label`.

    names   people, organisations and places that overlap a mention or place
    fights  of the marked pairs of enemies and of allies (or those who speak with one another), the share for which the relation of
            the pair, NONE left out, is conflict and cooperation respectively
"""
import json
import lzma
import pathlib

from match import overlap
from rows import ROOT, Row, label

SIDES = {"FightingAgainst": (3, 4), "Dislikes": (3, 4), "AlliesOf": (1, 2), "CommWith": (1, 2), "Likes": (1, 2)}


def documents(data):
    with lzma.open(pathlib.Path(data) / "re3d" / "train.jsonl.xz", "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def of_sides(document):
    return [r for r in document["relations"] if r["type"] in SIDES]


def names(told, readings):
    spans = lambda reading: [m["span"] for m in reading["mentions"]] + [p["span"] for p in reading["places"]]
    found = [overlap([e["span"]], spans(reading)) > 0 for document, reading in zip(told, readings)
             for e in document["entities"] if e["type"] in ("Organisation", "Person", "Location")]
    return sum(found) / len(found)


def quad(relation, quads):
    return quads[max((event for event in relation["scores"] if event != "NONE"), key=relation["scores"].get)]


def quads_of_events():
    lines = (ROOT / "data" / "ontology" / "events.tsv").read_text(encoding="utf-8").splitlines()
    return {event: int(quad) for event, quad, *_ in (line.split("\t") for line in lines if not line.startswith(("#", "event\t")))}


def rows(data):
    told, quads = documents(data), quads_of_events()
    readings = label([{"id": d["id"], "text": d["text"], "pairs": [r["source"] + r["target"] for r in of_sides(d)]} for d in told])
    right = [quad(answer, quads) in SIDES[marked["type"]] for document, reading in zip(told, readings)
             for marked, answer in zip(of_sides(document), reading["relations"])]
    return [Row("names", f"re3d ({len(told)} documents): people, organisations and places found", names(told, readings)),
            Row("relations", f"re3d: {len(right)} pairs of enemies and allies, cooperation or conflict right", sum(right) / len(right))]
