# SPDX-License-Identifier: Apache-2.0
"""Lists what the program gets wrong, one error a line, for reading: what docs/errors.md sums up.

    python3 bench/accuracy/errors.py KIND [--data ../shared/data]

KIND: triggers, parties, modality, acts, contents, speakers (gold documents, dev part), attribution (polnear dev), pronouns (GAP dev),
happened (factuality dev). The test part of the gold documents is never shown.
"""
import argparse
import json
import lzma
import pathlib

import attribution
import judgements
import chains
from documents import Document, country_and_sector, found_events, as_statement, names
from match import length, overlap, pair_up
from rows import label

AROUND = 70   # characters of the text shown on each side


def words(text, spans):
    return " … ".join(text[b:e] for b, e in spans)


def around(text, spans):
    begin, end = min(b for b, _ in spans), max(e for _, e in spans)
    return (text[max(0, begin - AROUND):begin] + "⟦" + text[begin:end] + "⟧" + text[end:end + AROUND]).replace("\n", " ")


def gold():
    documents = [Document(name) for name in names("dev")]
    return zip(documents, label([{"id": d.name, "text": d.text} for d in documents]))


def same_event(a, b):
    return a.root == b.root and overlap(a.trigger, b.trigger) > 0


def triggers():
    for document, reading in gold():
        events = found_events(reading)
        pairs = pair_up(document.events, events, same_event)
        for event in document.events:
            if not any(event is g for g, _ in pairs):
                others = [f.root for f in events if overlap(f.trigger, event.trigger) > 0]
                yield f"{'category ' + others[0] if others else 'missed'}\t{event.root}\t{around(document.text, event.trigger)}"
        for event in events:
            if not any(event is f for _, f in pairs) and not any(overlap(g.trigger, event.trigger) > 0 for g in document.events):
                yield f"false\t{event.root}\t{around(document.text, event.trigger)}"


def parties():
    for document, reading in gold():
        for marked, found in pair_up(document.events, found_events(reading), same_event):
            for role in ("actors", "recipients"):
                ours, theirs = getattr(found, role), getattr(marked, role)   # each a list of phrases
                wrong = [s for s in ours if not any(overlap(s, m) > 0 for m in theirs)]
                missing = [m for m in theirs if not any(overlap(s, m) > 0 for s in ours)]
                if wrong or missing:
                    yield (f"{role}\t{marked.root}\tmissing {[words(document.text, m) for m in missing]} wrong {[words(document.text, s) for s in wrong]}"
                           f"\t{around(document.text, marked.trigger)}")


def modality():
    for document, reading in gold():
        for marked, found in pair_up(document.events, found_events(reading), same_event):
            if (marked.polarity, marked.modality) != (found.polarity, found.modality):
                yield f"{marked.polarity} {marked.modality} as {found.polarity} {found.modality}\t{around(document.text, marked.trigger)}"


def said(document, reading):
    statements = [as_statement(s) for s in reading["statements"] if s["content"]]
    alike = lambda a, b: overlap(a.content, b.content) >= 0.5 * max(length(a.content), length(b.content))
    marked = [s for s in document.statements if s.content]
    return marked, statements, pair_up(marked, statements, alike)


def acts():
    for document, reading in gold():
        for marked, found in said(document, reading)[2]:
            if marked.act != found.act:
                yield f"{marked.act} as {found.act}\tcue “{words(document.text, found.cue)}”\t{words(document.text, marked.content)[:160]}"


def contents():
    for document, reading in gold():
        marked, found, pairs = said(document, reading)
        for one in marked:
            if not any(one is g for g, _ in pairs):
                yield f"missed\t{one.act}\tcue “{words(document.text, one.cue)}”\t{words(document.text, one.content)[:160]}"
        for one in found:
            if not any(one is f for _, f in pairs):
                yield f"false\t{one.act}\tcue “{words(document.text, one.cue)}”\t{words(document.text, one.content)[:160]}"


def speakers():
    for document, reading in gold():
        for span, actor in document.speakers:
            own = [s for s in reading["statements"] if overlap(s["source"], [span]) > 0]
            meant = [country_and_sector(one) for one in actor.split("; ")]
            if actor != "-" and not any(country_and_sector(s["speaker"]) in meant for s in own):
                found = sorted({s["speaker"] or "unknown" for s in own}) or ["no statement"]
                yield f"{actor} as {', '.join(found)}\t{around(document.text, [span])}"


def attributions(data):
    folder = pathlib.Path(data) / "polnear"
    articles = [json.loads(line) for line in lzma.open(folder / "dev.jsonl.xz", "rt", encoding="utf-8")]
    readings = label([{"id": a["doc"], "text": a["text"], "date": a.get("date")} for a in articles])
    alike = lambda a, b: overlap(a["content"], b["content"]) >= 0.5 * length(a["content"])
    for article, reading in zip(articles, readings):
        found = attribution.outermost(reading)
        pairs = pair_up(article["attributions"], found, alike)
        for one in article["attributions"]:
            if not any(one is g for g, _ in pairs) and one["content"]:
                yield f"missed\tcue “{words(article['text'], one['cue'])}”\t{around(article['text'], one['content'])[:300]}"
        for one in found:
            if not any(one is f for _, f in pairs):
                yield f"false\tcue “{words(article['text'], one['cue'])}”\t{around(article['text'], one['content'])[:300]}"
        for marked, one in pairs:
            if marked["source"] and not overlap(marked["source"], one["source"]):
                yield f"source “{words(article['text'], marked['source'])}” as “{words(article['text'], one['source'])}”\t{around(article['text'], marked['cue'] or marked['content'])[:300]}"


def pronouns(data):
    with lzma.open(pathlib.Path(data) / "small" / "gap.dev.jsonl.xz", "rt", encoding="utf-8") as f:
        passages = [json.loads(line) for line in f]
    for passage, reading in zip(passages, label([{"id": p["id"], "text": p["text"]} for p in passages])):
        meant = chains.entities_at(reading, passage["pronoun"], exact=True)
        said_ = [name for name in "ab" if meant & chains.entities_at(reading, passage[name])]
        if said_ != [x for x in [passage["refers_to"]] if x in "ab"]:
            yield f"{passage['refers_to']} as {said_}\ta “{words(passage['text'], [passage['a']])}” b “{words(passage['text'], [passage['b']])}”\t{around(passage['text'], [passage['pronoun']])}"


def happened(data):
    sentences = list(judgements.asked(data, "dev"))
    readings = label([{"id": s["id"], "text": s["text"], "predicates": [span for span, _ in rated]} for s, rated in sentences])
    for (sentence, rated), reading in zip(sentences, readings):
        for (span, marked), answer in zip(rated, reading["predicates"]):
            if marked != (answer["happened"] >= judgements.THRESHOLD):
                yield f"{'happened' if marked else 'did not'} as {answer['happened']:.2f}\t{around(sentence['text'], [span])}"


OWN = {"triggers": triggers, "parties": parties, "modality": modality, "acts": acts, "contents": contents, "speakers": speakers}
CORPORA = {"attribution": attributions, "pronouns": pronouns, "happened": happened}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=[*OWN, *CORPORA])
    parser.add_argument("--data", default="../shared/data", help="folder of the corpora")
    args = parser.parse_args()
    for line in OWN[args.kind]() if args.kind in OWN else CORPORA[args.kind](args.data):
        print(line)


if __name__ == "__main__":
    main()
