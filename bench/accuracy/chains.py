# SPDX-License-Identifier: Apache-2.0
"""Who is meant: chains on gum dev, pronouns on GAP dev, through the mentions and entities of `demarche label`.

gum      CoNLL F1 (mean of MUC, B³, CEAFe) over people, organisations and places in chains of two and more, all 22 documents.
         A found mention is a marked one when both have the same head word in the corpus's parse, as in CorefUD's head matching;
         single mentions of either side do not count.
GAP      overall F1 over the two names of each passage: does the pronoun go back to it or not (Webster and others 2018).
"""
import collections
import json
import lzma
import pathlib
import sys

from rows import ROOT, Row, f1, label

sys.path.insert(0, str(ROOT / "train"))
import gum  # noqa: E402


def chains_of(mentions):
    """(anchor, chain) pairs to sets of anchors; a word counts once, singles do not."""
    chain_of = {}
    for anchor, chain in mentions:
        chain_of.setdefault(anchor, chain)
    chains = collections.defaultdict(set)
    for anchor, chain in chain_of.items():
        chains[chain].add(anchor)
    return [chain for chain in chains.values() if len(chain) > 1]


def marked(document):
    longest = sorted((m for m in document.mentions if m[1] in gum.KINDS), key=lambda m: m[3] - m[4])
    return chains_of((document.anchor(m), m[0]) for m in longest)


def anchor_of(document, span):
    """The head word of a found span; none when it crosses sentences."""
    for number, sentence in enumerate(document.sentences):
        inside = [i for i, (b, e) in enumerate(sentence.words) if b < span[1] and e > span[0]]
        if inside:
            return document.anchor((0, "", number, inside[0], inside[-1]))
    return None


def found(document, reading):
    longest = sorted((m for m in reading["mentions"] if m["entity"] is not None and m["kind"] != "other"), key=lambda m: m["span"][0] - m["span"][1])
    anchors = ((anchor_of(document, m["span"]), m["entity"]) for m in longest)
    return chains_of((a, e) for a, e in anchors if a)


def muc(key, response):
    """Links of key that response keeps, and all: recall; swapped: precision."""
    of = {m: i for i, chain in enumerate(response) for m in chain}
    right = sum(len(chain) - len({of.get(m, ("alone", m)) for m in chain}) for chain in key)
    return right, sum(len(chain) - 1 for chain in key)


def b_cubed(key, response):
    of = {m: chain for chain in response for m in chain}
    right = sum(len(chain & of.get(m, set())) / len(chain) for chain in key for m in chain)
    return right, sum(map(len, key))


def best_alignment(weights):
    """The greatest sum of one weight a row, no column twice (Kuhn and Munkres; weights as rows of equal length)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights)]
    rows, columns = len(weights), len(weights[0])
    u, v, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while match[column]:
            used[column], at, delta, following = True, match[column], float("inf"), 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -weights[at - 1][j - 1] - u[at] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(weights[match[j] - 1][j - 1] for j in range(1, columns + 1) if match[j])


def ceaf(key, response):
    weights = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return best_alignment(weights)


def conll(pairs):
    """pairs: (marked, found) chains of each document. The three F1 and their mean, sums over documents."""
    scores = {}
    for name, measure in (("MUC", muc), ("B³", b_cubed)):
        recall = [sum(x) for x in zip(*(measure(k, r) for k, r in pairs))]
        precision = [sum(x) for x in zip(*(measure(r, k) for k, r in pairs))]
        p, r = precision[0] / max(1, precision[1]), recall[0] / max(1, recall[1])
        scores[name] = 2 * p * r / (p + r) if p + r else 0.0
    right = sum(ceaf(k, r) for k, r in pairs)
    scores["CEAFe"] = f1(right, sum(len(k) for k, _ in pairs), sum(len(r) for _, r in pairs))
    return scores | {"CoNLL": sum(scores.values()) / 3}


def entities_at(reading, span, exact=False):
    def at(m):
        return m["span"] == list(span) if exact else m["span"][0] < span[1] and m["span"][1] > span[0]
    return {m["entity"] for m in reading["mentions"] if m["entity"] is not None and at(m)}


def pronouns(data):
    with lzma.open(pathlib.Path(data) / "small" / "gap.dev.jsonl.xz", "rt", encoding="utf-8") as f:
        passages = [json.loads(line) for line in f]
    right = gold = said = 0
    for passage, reading in zip(passages, label([{"id": p["id"], "text": p["text"]} for p in passages])):
        meant = entities_at(reading, passage["pronoun"], exact=True)
        for name in "ab":
            is_meant = bool(meant & entities_at(reading, passage[name]))
            right += is_meant and passage["refers_to"] == name
            said += is_meant
            gold += passage["refers_to"] == name
    return f1(right, gold, said)


def rows(data):
    documents = gum.documents(data, "dev")
    readings = label([{"id": d.name, "text": d.text} for d in documents])
    scores = conll([(marked(d), found(d, r)) for d, r in zip(documents, readings)])
    parts = ", ".join(f"{name} {value:.3f}" for name, value in scores.items() if name != "CoNLL")
    return [Row("coreference", "gum dev: CoNLL F1, people, organisations, places, head match, no singles", scores["CoNLL"], 0.60, note=parts),
            Row("coreference", "GAP dev: F1", pronouns(data), 0.85)]


if __name__ == "__main__":
    for row in rows(sys.argv[1]):
        print(f"{row.what}: {row.score:.3f} {row.note}")
