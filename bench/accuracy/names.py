# SPDX-License-Identifier: Apache-2.0
"""Names on what was kept of worldner (a tenth of its articles) and on the dev part of CrossNER politics.

Through `demarche label`: a marked name of a person, organisation or place is found when a mention or place of the output has its
exact span, with or without a leading article; recall only, for the output holds whole phrases and pronouns, too.
"""
import hashlib
import json
import lzma
import pathlib

from rows import Row, label

KINDS = {"Location": "place", "Person": "person", "Organization": "organisation", "politician": "person", "person": "person",
         "politicalparty": "organisation", "organisation": "organisation", "country": "place", "location": "place"}


def lines(path):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def kept(data):
    """As train/corpora.py keeps them."""
    worldner = [d for d in lines(pathlib.Path(data) / "worldner" / "train.jsonl.xz") if hashlib.sha256(d["id"].encode()).digest()[0] % 10 == 0]
    return {"worldner, kept tenth": worldner, "CrossNER politics dev": lines(pathlib.Path(data) / "small" / "politics.dev.jsonl.xz")}


def found_in(reading):
    spans = [m["span"] for m in reading["mentions"]] + [p["span"] for p in reading["places"]]
    return {(b, e) for b, e in spans}


def rows(data):
    out = []
    for name, documents in kept(data).items():
        right = marked = 0
        for document, reading in zip(documents, label([{"id": d["id"], "text": d["text"]} for d in documents])):
            found = found_in(reading)
            for entity in document["entities"]:
                if entity["type"] in KINDS:
                    b, e = entity["span"]
                    marked += 1
                    right += (b, e) in found or (b - 4, e) in found and document["text"][b - 4:b].lower() == "the "
        out.append(Row("names", f"{name}: share of people, organisations and places found exactly", right / max(1, marked)))
    return out
