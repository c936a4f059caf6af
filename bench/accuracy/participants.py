# SPDX-License-Identifier: Apache-2.0
"""Who takes part, when, where, and what did not happen: the development topics of ECB+ (2, 5, 12, 18, 21, 34, 35), through `demarche label`.

    people and groups, places, dates: share of the marked phrases (fully marked sentences) that overlap a mention, a place, a moment
    negated: of the marked deeds, asked word by word, F1 of "this did not happen"
"""
import json
import lzma
import pathlib

from match import overlap
from rows import Row, f1, label

TOPICS = {2, 5, 12, 18, 21, 34, 35}


def texts(data):
    with lzma.open(pathlib.Path(data) / "ecbplus" / "train.jsonl.xz", "rt", encoding="utf-8") as f:
        return [text for text in map(json.loads, f) if int(text["topic"]) in TOPICS]


def marked(text, *kinds):
    sentences = [text["sentences"][i] for i in text["complete"]]
    return [m for m in text["mentions"] if m["tag"].startswith(kinds) and overlap(m["spans"], sentences) > 0]


def deeds(text):
    return marked(text, "ACTION_OCCURRENCE", "ACTION_REPORTING", "ACTION_STATE")


def whole(mention):
    return [mention["spans"][0][0], mention["spans"][-1][1]]


def share(texts_, readings, kinds, spans_of):
    pairs = [(m, spans_of(reading)) for text, reading in zip(texts_, readings) for m in marked(text, *kinds)]
    return sum(overlap(m["spans"], spans) > 0 for m, spans in pairs) / max(1, len(pairs))


def rows(data):
    told = texts(data)
    readings = label([{"id": t["id"], "text": t["text"], "predicates": [whole(m) for m in deeds(t)]} for t in told])
    negated = [(m.get("polarity") == "negated", answer["polarity"] == "negated")
               for t, r in zip(told, readings) for m, answer in zip(deeds(t), r.get("predicates", []))]
    spans = lambda *fields: lambda reading: [item["span"] for field in fields for item in reading[field]]
    part = f"ecbplus development topics ({len(told)} texts): "
    return [Row("events", part + "negated deeds, F1", f1(sum(m and s for m, s in negated), sum(m for m, _ in negated), sum(s for _, s in negated)),
                note=f"{sum(m for m, _ in negated)} of {len(negated)}"),
            Row("names", part + "people and groups among the mentions", share(told, readings, ("HUMAN_PART",), spans("mentions"))),
            Row("names", part + "places found", share(told, readings, ("LOC_GEO",), spans("places", "mentions"))),
            Row("names", part + "dates found", share(told, readings, ("TIME_DATE",), spans("moments")))]
