# SPDX-License-Identifier: Apache-2.0
"""Findings across documents on what others marked; reported beside the goals, which are those of dossiers.py.

    python3 bench/accuracy/outside.py --data ../shared/data

    same happening  a fifth of the topics of ECB+ (TOPICS; none of the development topics), in one record: pairs of texts of one topic that
                    tell of one occurrence share a happening (the corpus gives each topic two occurrences of one kind, T_Necb and T_Necbplus)
    shared chains   B³ over the marked deeds that stand in a chain shared between texts: two are put together when the events at
                    their words are of one happening; a deed without an event stands alone
    weakens         a fifth of the weak pairs of ClaimDiff: does B weaken A; yes when a dispute has one side in each
    refutes         the pairs of FeverSymmetric: refuted or supported, by the same sign

The program has no command for two sentences: each claim is read as a document of its own, all into one record, and the disputes are asked.
"""
import argparse
import hashlib
import json
import lzma
import pathlib

from dossier_record import listed
from dossiers import b_cubed, share
from match import overlap
from rows import Row, f1

TOPICS = {1, 6, 11, 16, 26, 31}


def lines(data, name):
    with lzma.open(pathlib.Path(data) / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def is_kept(name):
    return hashlib.sha256(name.encode()).digest()[0] % 5 == 0


def read(documents):
    """What the record of these holds; and the document id for each of their own."""
    found = listed("-", "".join(json.dumps(document) + "\n" for document in documents))
    ids = {given: d["id"] for d in found["documents"] for given in [d["given_id"], *(copy["given_id"] for copy in d["copies"])]}
    return found, ids


def occurrence(text):
    """1_12ecbplus → 1 ecbplus"""
    topic, rest = text["id"].split("_")
    return topic, rest.lstrip("0123456789")


def same_occurrence(texts, found, ids):
    """(right, marked, found) over the pairs of texts of one topic."""
    documents = [{event.split(".")[0] for event in h["events"]} for h in found["happenings"]]
    told = {t["id"]: {i for i, some in enumerate(documents) if ids.get(t["id"]) in some} for t in texts}
    right = marked = called = 0
    for i, one in enumerate(texts):
        for other in (t for t in texts[i + 1:] if t["topic"] == one["topic"]):
            same, together = occurrence(one) == occurrence(other), bool(told[one["id"]] & told[other["id"]])
            right, marked, called = right + (same and together), marked + same, called + together
    return right, marked, called


def deeds(texts, found, ids):
    """(shared chain, the happenings of the events at its words)"""
    of_event = {event: h["id"] for h in found["happenings"] for event in h["events"]}
    events = {}
    for event in found["events"]:
        events.setdefault(event["document"], []).append(event)
    for text in texts:
        for mention in text["mentions"]:
            if mention["tag"].startswith("ACTION") and mention["chain"] and ":" not in mention["chain"]:
                there = [e["id"] for e in events.get(ids.get(text["id"]), []) if overlap(e["trigger"], mention["spans"]) > 0]
                yield mention["chain"], {of_event[e] for e in there if e in of_event}


def happening_rows(data):
    texts = [t for t in lines(data, "ecbplus/train.jsonl.xz") if int(t["topic"]) in TOPICS]
    found, ids = read([{"id": t["id"], "text": t["text"]} for t in texts])
    right, marked, called = same_occurrence(texts, found, ids)
    items = list(deeds(texts, found, ids))
    there = [item for item in items if item[1]]
    rows = [Row("happenings", f"ECB+, {len(texts)} texts of {len(TOPICS)} topics: {marked} pairs of one occurrence, F1", f1(right, marked, called),
                note=f"precision {share(right, called):.3f}, recall {share(right, marked):.3f}")]
    for some, what in ((items, ""), (there, ", where a happening was found")):
        precision, recall = b_cubed(some)
        rows.append(Row("happenings", f"… {len(some)} deeds in shared chains{what}, B³ F1", share(2 * precision * recall, precision + recall),
                        note=f"precision {precision:.3f}, recall {recall:.3f}"))
    return rows


def disputed(pairs):
    """For each pair of claims (text, date), whether a dispute has one side in each; and of the claims those read."""
    names = {claim: str(i) for i, claim in enumerate(dict.fromkeys(claim for pair in pairs for claim in pair))}
    found, ids = read([{"id": name, "text": text, "date": date} for (text, date), name in names.items()])
    sides = [[{e["document"] for e in side["evidence"]} for side in d["sides"]] for d in found["disputes"]]
    against = {(a, b) for each in sides for i, one in enumerate(each) for j, other in enumerate(each) if i != j for a in one for b in other}
    return [(ids.get(names[a]), ids.get(names[b])) in against for a, b in pairs], share(len(ids), len(names))


def pair_row(what, pairs, marked):
    found, part = disputed(pairs)
    right = sum(a and b for a, b in zip(marked, found))
    return Row("disputes", f"{what}: {sum(marked)} of {len(pairs)} pairs, F1", f1(right, sum(marked), sum(found)),
               note=f"{sum(found)} called a dispute, {right} of them right; {part:.3f} of the claims taken as text")


def claim_rows(data):
    weak = [p for p in lines(data, "claimdiff/train.jsonl.xz") if p["relation"] == "weak" and is_kept(p["id"])]
    symmetric = lines(data, "small/symmetric.dev.jsonl.xz")
    return [pair_row("ClaimDiff, claims that weaken the other", [[(p[side], p["date"]) for side in ("claim_a", "claim_b")] for p in weak],
                     [p["label"] == 1 for p in weak]),
            pair_row("FeverSymmetric, evidence that refutes", [[(p[side], None) for side in ("claim", "evidence")] for p in symmetric],
                     [p["label"] == "refutes" for p in symmetric])]


def rows(data):
    return happening_rows(data) + claim_rows(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True)
    for row in rows(parser.parse_args().data):
        print(f"{row.score:.3f}  {row.what}" + (f"  [{row.note}]" if row.note else ""))


if __name__ == "__main__":
    main()
