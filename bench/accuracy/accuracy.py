# SPDX-License-Identifier: Apache-2.0
"""Scores the program on gold corpora, through `demarche label`.

    python3 bench/accuracy/accuracy.py --data ../shared/data

Prints a table of score and floor. The corpora are read from the data folder and never copied.
"""
import argparse
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = pathlib.Path(os.environ.get("DEMARCHE", ROOT / "build" / "demarche"))


def label(articles):
    request = "".join(json.dumps({"id": a["doc"], "text": a["text"], "date": a.get("date")}) + "\n" for a in articles)
    done = subprocess.run([PROGRAM, "label", "--jobs", str(os.cpu_count())], input=request, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def outermost(reading):
    """The corpus marks the outermost statements only."""
    return [{role: s[role] for role in ("source", "cue", "content")}
            for s in reading["statements"] if s["inside"] is None and s["content"]]


def attribution(data):
    folder = pathlib.Path(data) / "polnear"
    articles = [json.loads(line) for line in lzma.open(folder / "dev.jsonl.xz", "rt", encoding="utf-8")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for article, reading in zip(articles, label(articles)):
            out.write(json.dumps({"doc": article["doc"], "attributions": outermost(reading)}) + "\n")
        out.flush()
        scored = subprocess.run([sys.executable, folder / "score.py", out.name, "dev"], capture_output=True, text=True, check=True)
    return scored.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True, help="folder of the corpora")
    args = parser.parse_args()
    print("Attribution: polnear dev (floors: content overlap-50 F1 0.76, with source 0.65)")
    print(attribution(args.data))
    print("Relations: five folds are five trainings: python3 train/relation_folds.py --data", args.data)


if __name__ == "__main__":
    main()
