# SPDX-License-Identifier: Apache-2.0
"""Lists what the program gets wrong, one error a line, for reading: what docs/errors.md sums up.

    python3 bench/accuracy/errors.py KIND [--data ../shared/data]

KIND: triggers, parties, modality, acts, contents, speakers, addressees, sure (gold documents, dev part), kinds and turns (these and the documents
of train/authored), false (the former and the authored sentences kept from training), pairs (the latter), attribution (polnear dev), pronouns (GAP
dev), happened (factuality dev), relations (plv), coreference (gum dev), attacks and fills (muc4 dev), fights and names (re3d), participants (ecbplus),
exact (names of worldner and CrossNER).
The test part of the gold documents is never shown.
"""
import argparse
import itertools

import sentences   # makes train/ known
import authored
import corpus_errors
from corpus_errors import around, words
from documents import Document, as_statement, country_and_sector, found_events, is_turn, meant_by, names
from match import length, overlap, pair_up
from rows import PROGRAM, ROOT, label


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


class Authored:
    """A document of train/authored/documents: learned from, but its kind and its turns are the work of rules."""

    def __init__(self, path):
        self.name, self.kind, self.text, self.statements = path.stem, path.stem.rsplit("-", 1)[1], "", []
        for record in authored.read(path)[0]:
            self.statements += authored.moved(record.statements, len(self.text))
            self.text += record.text + "\n\n"


def gold_and_authored():
    others = [Authored(path) for path in sorted((ROOT / "train" / "authored" / "documents").glob("*.txt"))]
    yield from gold()
    yield from zip(others, label([{"id": d.name, "text": d.text} for d in others]))


def kinds():
    for document, reading in gold_and_authored():
        if document.kind != "study" and reading["kind"] != document.kind:   # no kind of the program's
            yield f"{document.kind} as {reading['kind']}\t{document.name}\t{document.text[:300]!r}"


def turns():
    for document, reading in gold_and_authored():
        for turn in document.statements:
            if is_turn(turn, document.text) and turn.source and turn.content:
                own = [s for s in reading["statements"] if overlap(s["source"], turn.source) > 0]
                covered = max((overlap(s["content"], turn.content) / length(turn.content) for s in own), default=0)
                if covered < 0.5:
                    yield f"{document.name}\tstatements of the label {len(own)}, covered {covered:.2f}\t{around(document.text, turn.source)}"


def addressees():
    for document, reading in gold():
        for marked, found in said(document, reading)[2]:
            meant = meant_by(sum(marked.addressee, []), reading["mentions"])
            told = {country_and_sector(a) for a in found.addressee}
            if meant - told or told - meant and (meant or not marked.addressee):
                phrases = [words(document.text, spans) for spans in marked.addressee]
                yield (f"missing {sorted(meant - told)} wrong {sorted(told - meant)}\t{marked.act} marked {phrases}\tsource “{words(document.text, marked.source)}” "
                       f"cue “{words(document.text, found.cue)}”\t{around(document.text, marked.cue or marked.content)[:400]}")


def false():
    """Deeds read in paragraphs and sentences that hold none."""
    for document, reading in gold():
        for begin, end, has_events in document.records:
            for event in reading["events"] if not has_events else []:
                if overlap(event["trigger"], [[begin, end]]):
                    yield f"{document.name}\t{event['event']} {event['score']:.2f}\t{around(document.text, event['trigger'])}"
    records = sentences.kept()
    for record, reading in zip(records, sentences.label(PROGRAM, records)):
        for event in reading["events"] if not record.events else []:
            yield f"kept\t{event['event']} {event['modality']} {event['score']:.2f}\t{around(record.text, event['trigger'])}"


def pairs():
    """Relations of a doer and a target of the authored sentences kept from training; any of the deeds between the two counts."""
    asked = []
    for record in sentences.kept():
        roots = {}
        for event in record.events:
            for actor, recipient in itertools.product(event.actors, event.recipients):
                roots.setdefault((*actor[0], *recipient[0]), set()).add(event.root)
        asked += [(record.text, list(pair), marked) for pair, marked in roots.items()]
    readings = label([{"id": str(i), "text": text, "pairs": [pair]} for i, (text, pair, _) in enumerate(asked)])
    for (text, pair, marked), reading in zip(asked, readings):
        found = corpus_errors.likeliest(reading["relations"][0])
        if found not in marked:
            yield f"{' '.join(sorted(marked))} as {found}\t{words(text, [pair[:2]])} → {words(text, [pair[2:]])}\t{text}"


def sure():
    """Deeds of a score of .9 and more that are wrong."""
    for document, reading in gold():
        order = sorted(reading["events"], key=lambda e: -e["score"])
        found = found_events({"events": order})
        right = [f for _, f in pair_up(document.events, found, same_event)]
        for event, one in zip(order, found):
            if event["score"] >= 0.9 and not any(one is f for f in right):
                others = [f"{g.root} “{words(document.text, g.trigger)}”" for g in document.events if overlap(g.trigger, one.trigger) > 0]
                yield f"{one.root} {event['score']:.2f}\tmarked {others}\t{around(document.text, one.trigger)}"


OWN = {"triggers": triggers, "parties": parties, "modality": modality, "acts": acts, "contents": contents, "speakers": speakers,
       "kinds": kinds, "turns": turns, "addressees": addressees, "false": false, "pairs": pairs,
       "sure": sure}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=[*OWN, *corpus_errors.KINDS])
    parser.add_argument("--data", default="../shared/data", help="folder of the corpora")
    args = parser.parse_args()
    for line in OWN[args.kind]() if args.kind in OWN else corpus_errors.KINDS[args.kind](args.data):
        print(line)


if __name__ == "__main__":
    main()
