# SPDX-License-Identifier: Apache-2.0
"""What a score means: of the items that the program gives about this score, how many are right.

    python3 bench/accuracy/calibration.py build/demarche dev            prints the table of one part of the gold documents
    python3 bench/accuracy/calibration.py build/demarche dev --fit      prints the knots for decode.event_scores and
                                                                        decode.statement_scores of labels.json

An event is right when its trigger overlaps a marked one of the same category, a statement when its content shares at
least half of its characters with a marked one whose source it overlaps, or which has none either. To fit, score with a
model whose labels.json holds no knots. The knots are the isotonic regression of right on score (Ayer and others 1955).
"""
import json
import sys

from documents import Document, as_statement, found_events, label, names
from match import length, overlap, pair_up

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def same_event(a, b):
    return a.root == b.root and overlap(a.trigger, b.trigger) > 0


def same_statement(a, b):
    alike = overlap(a.content, b.content) >= 0.5 * max(length(a.content), length(b.content))
    return alike and (overlap(a.source, b.source) > 0 if a.source else not b.source)


def judged(gold, found, scores, alike):
    """(score, right) of each found item, the surest first matched."""
    order = sorted(range(len(found)), key=lambda i: -scores[i])
    right = {id(f) for _, f in pair_up(gold, [found[i] for i in order], alike)}
    return [(scores[i], id(found[i]) in right) for i in order]


def items(program, part):
    documents = [Document(name) for name in names(part)]
    events, statements = [], []
    for document, reading in zip(documents, label(program, documents)):
        events += judged(document.events, found_events(reading), [e["score"] for e in reading["events"]], same_event)
        said = [s for s in reading["statements"] if s["content"]]
        statements += judged([s for s in document.statements if s.content], [as_statement(s) for s in said],
                             [s["score"] for s in said], same_statement)
    return {"event": events, "statement": statements}


def table(judgements):
    for low, high in zip(EDGES, EDGES[1:]):
        own = [right for score, right in judgements if low <= score < high]
        mean = [score for score, _ in judgements if low <= score < high]
        if own:
            print(f"  {low:.1f} to {min(high, 1):.1f}   {len(own):5d} items   mean score {sum(mean) / len(own):.3f}   right {sum(own) / len(own):.3f}")


def right_above(score, judgements):
    own = [right for found, right in judgements if found >= score]
    return sum(own) / max(1, len(own))


def knots(judgements, least=25):
    """Pools adjacent violators over groups of `least` items: (mean score, share right), rising."""
    judgements = sorted(judgements)
    pools = []
    for i in range(0, len(judgements), least):
        own = judgements[i:i + least]
        pools.append([sum(s for s, _ in own), sum(r for _, r in own), len(own)])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last)]
    return [[round(s / n, 4), round(r / n, 4)] for s, r, n in pools]


def main(program, part, *rest):
    for kind, judgements in items(program, part).items():
        if rest == ("--fit",):
            print(f'  "{kind}_scores": {json.dumps(knots(judgements))},')
        else:
            print(f"{kind}s: {len(judgements)}, right {sum(r for _, r in judgements) / max(1, len(judgements)):.3f}")
            table(judgements)


if __name__ == "__main__":
    main(*sys.argv[1:])
