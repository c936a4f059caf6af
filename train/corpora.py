# SPDX-License-Identifier: Apache-2.0
"""Readers of the corpora (`--data`): each yields Labelled texts or marked pairs. Nothing of them is kept in the project."""
import csv
import hashlib
import json
import lzma
import pathlib
import re

import numpy as np

import pieces as P
from examples import Example, Labelled, Triple
from labels import NAME_TAGS, RELATIONS, TRIGGERS

NAME_KINDS = {
    "Location": "place", "Person": "person", "Organization": "organisation", "NORP": "group", "Facility": "facility",
    "Misc": "misc", "Product": "misc",
    "politician": "person", "person": "person", "politicalparty": "organisation", "organisation": "organisation",
    "country": "place", "location": "place", "election": "misc", "event": "misc", "misc": "misc",
}


def lines(path):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def tenth(identity):
    """A fixed tenth of the documents, for corpora without a dev part."""
    return hashlib.sha256(identity.encode()).digest()[0] % 10 == 0


def attributions(article):
    """Source, cue and content of outermost statements, with their links (polnear)."""
    out = Labelled(article["text"])
    for role in ("source", "cue", "content"):
        out.blank(role)
        out.bio(role, {tuple(span) for a in article["attributions"] for span in a[role]})
    for kind in ("source-cue", "content-cue"):
        out.allow(kind, everywhere=False)
    for a in article["attributions"]:
        head = out.first(a["cue"])
        if head is not None:
            for kind, role in (("source-cue", "source"), ("content-cue", "content")):
                out.head(kind, head)
                out.link(kind, a[role], head)
    return out


def polnear(data, part):
    out = []
    for article in lines(pathlib.Path(data) / "polnear" / f"{part}.jsonl.xz"):
        out.append(attributions(article))
        machine_chains(out[-1], article)
    return out


def machine_chains(out, article):
    """The chains of mentions that a program found in an article; some articles have none."""
    anchors = {}
    for number, chain in enumerate(article.get("coref") or []):
        for _, _, head in chain:
            piece = out.first([article["tokens"][head][:2]])
            if piece is not None:
                anchors.setdefault(piece, number)
    if anchors:
        out.chain(anchors)


def named(text, entities):
    out = Labelled(text)
    out.blank("name")
    for entity in entities:
        if entity["type"] in NAME_KINDS:
            out.bio("name", [entity["span"]], NAME_TAGS.index("B-" + NAME_KINDS[entity["type"]]))
    return out


def names(data, part):
    """worldner (a tenth of it is dev) and the political sentences of CrossNER (its larger dev part is train too)."""
    data = pathlib.Path(data)
    kept = [d for d in lines(data / "worldner" / "train.jsonl.xz") if tenth(d["id"]) == (part == "dev")]
    if part == "train":
        kept += lines(data / "small" / "politics.train.jsonl.xz")
    return [named(d["text"], d["entities"]) for d in kept]


def factuality(data, part):
    """Sentences with predicates and the share of raters who hold that the thing happened."""
    out = []
    for d in lines(pathlib.Path(data) / "factuality" / f"{part}.jsonl.xz"):
        cut = P.cut(d["text"])
        ids = np.concatenate([[P.CLS], cut.ids[:P.SIZE - 2], [P.SEP]])
        places = [(cut.covered(p["span"]), p["value"]) for p in d["predicates"]]
        places = [(c[0] + 1, v) for c, v in places if c and c[0] + 1 < len(ids) - 1]
        if places:
            share = np.clip(np.array([v for _, v in places]) / 2.4 + 0.5, 0.0, 1.0)   # values run from -1.2 to 1.2
            out.append(Example(ids, {}, {}, happened=(np.array([p for p, _ in places]), share.astype(np.float32))))
    return out


def marked(text, subject, object_, labels, limit=254):
    """A pair marked in its text by special pieces; the openings stand for the pair (0: one of the two is not in the text)."""
    cut = P.cut(text)
    a, b = (cut.covered(span) if len(span) == 2 else [] for span in (subject, object_))
    if not (a or b) or set(a) & set(b):
        return None
    before, after = {}, {}
    for part, opening, closing in ((a, P.SUBJECT_OPEN, P.SUBJECT_CLOSE), (b, P.OBJECT_OPEN, P.OBJECT_CLOSE)):
        if part:
            before[part[0]], after[part[-1]] = opening, closing
    ids = []
    for i, piece in enumerate(cut.ids):
        ids += [x for x in (before.get(i), int(piece), after.get(i)) if x is not None]
    ids = np.array([P.CLS] + ids[:limit - 2] + [P.SEP], dtype=np.int64)
    opens = [int(np.argmax(ids == code)) for code in (P.SUBJECT_OPEN, P.OBJECT_OPEN)]
    return Example(ids, {}, {}, relation=(opens[0], opens[1], frozenset(RELATIONS.index(x) for x in labels)))


def unmark(sentence):
    """A sentence with <s>…</s> and <t>…</t> as text and two spans."""
    text, spans, at = "", {}, 0
    for found in re.finditer(r"</?([st])>", sentence):
        text += sentence[at:found.start()]
        at = found.end()
        spans.setdefault(found.group(1), []).append(len(text))
    return text + sentence[at:], spans.get("s", []), spans.get("t", [])


# YIELD of the older ontology holds both CONCEDE and RETREAT of the newer one.
OLDER = {"YIELD": ("CONCEDE", "RETREAT")}
# Deeds of equals: either of two actors stands to the other as the deed says.
JOINT = {"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"}
COOPERATION = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT".split()
CONFLICT = "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()


def table(path):
    with open(path, encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def triple(text, subject, object_, roots):
    """The same pair without marks, for the heads that find triggers and parties by themselves."""
    cut = P.cut(text)
    ids = np.concatenate([[P.CLS], cut.ids[:P.SIZE - 2], [P.SEP]])
    a, b = ([p + 1 for p in cut.covered(span) if p + 2 < len(ids)] if len(span) == 2 else [] for span in (subject, object_))
    if not a or not b or set(a) & set(b):
        return None
    return Example(ids, {}, {}, triple=Triple(a, b, frozenset(TRIGGERS.index(r) for r in roots), bool(JOINT & set(roots))))


def triples(data):
    """PLV_train by category and AW_train by side."""
    folder, out = pathlib.Path(data) / "plv", []
    for row in table(folder / "PLV_train.tsv"):
        out.append(triple(*unmark(row["marked_sentence"]), OLDER.get(row["gold_root"], (row["gold_root"],))))
    for row in table(folder / "AW_train.tsv"):
        out.append(triple(*unmark(row["marked_sentence"]), CONFLICT if row["gold_binary"] == "1" else COOPERATION))
    return [e for e in out if e]


def relations(data):
    """(row number, sentence number, Example) of PLV_train."""
    out = []
    for number, row in enumerate(table(pathlib.Path(data) / "plv" / "PLV_train.tsv")):
        text, s, t = unmark(row["marked_sentence"])
        made = marked(text, s, t, OLDER.get(row["gold_root"], (row["gold_root"],)))
        out.append((number, int(row["sentence_id"]), made))
    return out


def sides(data):
    """AW_train: only whether a pair stands in cooperation or in conflict is known."""
    out = []
    for row in table(pathlib.Path(data) / "plv" / "AW_train.tsv"):
        text, s, t = unmark(row["marked_sentence"])
        if len(s) == 2 and len(t) == 2:
            out.append(marked(text, s, t, CONFLICT if row["gold_binary"] == "1" else COOPERATION))
    return [e for e in out if e]
