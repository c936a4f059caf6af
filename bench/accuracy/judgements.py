# SPDX-License-Identifier: Apache-2.0
"""Whether a deed is told as having happened: the rated predicates of factuality dev, asked of `demarche label` word by word.

A predicate happened when more raters say yes than no (ties, 8 in 100, are left out); the program says so when `happened` is
at least THRESHOLD, which was chosen on the training part. Macro-F1 of the two classes.
"""
import json
import lzma
import pathlib
import sys

from rows import Row, f1, label

THRESHOLD = 0.5


def asked(data, part):
    """(sentence, [(span, happened)])"""
    with lzma.open(pathlib.Path(data) / "factuality" / f"{part}.jsonl.xz", "rt", encoding="utf-8") as f:
        for line in f:
            sentence = json.loads(line)
            rated = [(p["span"], p["happened"][0] > p["happened"][1]) for p in sentence["predicates"] if p["happened"][0] != p["happened"][1]]
            if rated:
                yield sentence, rated


def judged(data, part):
    """(marked, chance) of each predicate."""
    sentences = list(asked(data, part))
    readings = label([{"id": s["id"], "text": s["text"], "predicates": [span for span, _ in rated]} for s, rated in sentences])
    return [(marked, answer["happened"]) for (_, rated), reading in zip(sentences, readings)
            for (_, marked), answer in zip(rated, reading["predicates"])]


def macro(pairs, threshold):
    def one(value):
        right = sum(m == value == (c >= threshold) for m, c in pairs)
        return f1(right, sum(m == value for m, _ in pairs), sum((c >= threshold) == value for _, c in pairs))
    return (one(True) + one(False)) / 2


def rows(data):
    pairs = judged(data, "dev")
    return [Row("events", f"factuality dev: happened or not, macro-F1 ({len(pairs)} predicates)", macro(pairs, THRESHOLD), 0.86)]


if __name__ == "__main__":
    for part in sys.argv[2:]:
        pairs = judged(sys.argv[1], part)
        print(part, " ".join(f"{t / 20:.2f}:{macro(pairs, t / 20):.3f}" for t in range(2, 19)))
