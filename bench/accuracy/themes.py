# SPDX-License-Identifier: Apache-2.0
"""Issues that the words of a sentence name, against tests/reference/themes.

    python3 bench/accuracy/themes.py            precision and recall, of the half that may be studied and of the other
    python3 bench/accuracy/themes.py --wrong    what is wrong or missing in the half that may be studied
    python3 bench/accuracy/themes.py --check    exit code 1 when a half falls below its floor

Counted over pairs of sentence and issue. The half with an even hash of the sentence may be studied, the odd one is only scored.
"""
import argparse
import hashlib
import json
import subprocess
import sys

from rows import PROGRAM, ROOT, Row, f1

SENTENCES = ROOT / "tests" / "reference" / "themes" / "sentences.tsv"
FLOORS = {True: 0.80, False: 0.72}   # F1; the quick check's, a little below what was reached
HALVES = ((True, "studied half"), (False, "other half"))


def lines(studied):
    for line in SENTENCES.read_text(encoding="utf-8").splitlines()[1:]:
        sentence, themes = line.split("\t")
        if (hashlib.sha256(sentence.encode()).digest()[0] % 2 == 0) == studied:
            yield sentence, {theme for theme in themes.split(";") if theme}


def answers(sentences):
    request = "".join(json.dumps({"phrase": sentence}) + "\n" for sentence in sentences)
    done = subprocess.run([PROGRAM, "issues", "--jsonl"], input=request, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def compared(studied):
    """(sentence, gold, what is found)"""
    gold = list(lines(studied))
    return [(sentence, themes, answer) for (sentence, themes), answer in zip(gold, answers([sentence for sentence, _ in gold]))]


def row(studied, name):
    pairs = [(gold, set(answer["issues"])) for _, gold, answer in compared(studied)]
    right, gold, found = (sum(map(len, each)) for each in ((a & b for a, b in pairs), (a for a, _ in pairs), (b for _, b in pairs)))
    return Row("themes", f"{len(pairs)} sentences, {name}: issues named, F1", f1(right, gold, found),
               note=f"precision {right / max(1, found):.3f}, recall {right / max(1, gold):.3f}")


def rows(_=None):
    return [row(*half) for half in HALVES]


def wrong():
    for sentence, gold, answer in compared(True):
        found = set(answer["issues"])
        terms = [f"{term['words']} → {term['issue']}" for term in answer["terms"] if term["issue"] not in gold]
        if found != gold:
            yield "\t".join([f"missing {', '.join(sorted(gold - found)) or '–'}", f"wrong {', '.join(terms) or '–'}", sentence])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    if given.wrong:
        print(*wrong(), sep="\n")
        return
    scored = rows()
    for each in scored:
        print(f"{each.score:.3f}  {each.what}  [{each.note}]")
    if given.check and any(each.score < FLOORS[studied] for each, (studied, _) in zip(scored, HALVES)):
        sys.exit(1)


if __name__ == "__main__":
    main()
