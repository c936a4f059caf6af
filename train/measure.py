# SPDX-License-Identifier: Apache-2.0
"""Scores a network.

    python3 train/measure.py --data ../shared/data --weights /tmp/demarche.pt          (or --model models/demarche-small)
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import corpora
import decode
import recipe_authored as A
import run as R
from labels import ACT_LABELS, MODE_PAIRS, NAMES, TRIGGERS
from authored import MODALITIES, POLARITIES


def f1(hit, gold, found):
    return 2 * hit / max(1, gold + found)


def predictions(articles, reads, bias, settings):
    for article, read in zip(articles, reads):
        found = decode.statements(read, bias, settings)
        yield {"doc": article["doc"], "attributions": [
            {"source": [read.span(s) for s in f["source"]], "cue": [read.span(f["cue"])],
             "content": [read.span(s) for s in f["content"]]} for f in found]}


FIGURES = ("overlap 50", "end to end", "exact (words)", "strict", "fragment source", "fragment cue", "fragment content",
           "recall direct", "recall mixed", "recall indirect")


def official(data, preds):
    """The figures of the corpus's own scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as f:
        f.writelines(json.dumps(p) + "\n" for p in preds)
    out = subprocess.run([sys.executable, str(pathlib.Path(data) / "polnear" / "score.py"), f.name, "dev", "--json"],
                         capture_output=True, text=True)
    os.unlink(f.name)
    if out.returncode:
        raise SystemExit(out.stderr)
    return json.loads(out.stdout)


def shown(figures):
    return "\n".join(f"{name:18s} P {figures[name]['p']:.3f} R {figures[name]['r']:.3f} F1 {figures[name]['f1']:.3f}" for name in FIGURES)


def names(texts, run, bias, settings):
    hit = gold = found = 0
    for labelled, text in texts:
        read = decode.Read(text, run)
        mine = {tuple(r) for r in decode.spans(read, "name", settings)}
        theirs = {tuple(r) for r in decode.runs(labelled.layers["name"])}
        hit, gold, found = hit + len(mine & theirs), gold + len(theirs), found + len(mine)
    return f1(hit, gold, found)


def authored(records, run, bias, settings):
    """Kept records one by one: triggers, their flags at gold triggers, arguments, acts at gold cues."""
    c = {}
    def add(key, *values):
        c[key] = [a + b for a, b in zip(c.get(key, [0, 0, 0]), values)]
    for record in records:
        labelled, read = A.whole(record), decode.Read(record.text, run)
        if len(read.pieces) != len(labelled.pieces):
            continue
        for role in ("source", "cue", "content"):
            mine = {tuple(r[:2]) for r in decode.spans(read, role, settings)}
            theirs = {tuple(r[:2]) for r in decode.runs(labelled.layers[role])}
            add(role, len(mine & theirs), len(theirs), len(mine))
        parties = decode.spans(read, "party", settings)
        mine = {(t[0], t[2]) for t in decode.triggers(read)}
        theirs = {(labelled.first(e.trigger), TRIGGERS.index(e.root)) for e in record.events}
        add("trigger", len(mine & theirs), len(theirs), len(mine))
        gold_runs = lambda phrases: {tuple((p := labelled.pieces.covered(s))[0:1] + [p[-1] + 1]) for x in phrases for s in x}
        for e in record.events:
            at = labelled.first(e.trigger)
            for layer, names_, value in (("polarity", POLARITIES, e.polarity), ("modality", MODALITIES, e.modality),
                                         ("root", TRIGGERS, e.root), ("mode", MODE_PAIRS, f"{e.root}/{e.mode}" if e.mode else "none")):
                row = read.out["trigger" if layer == "root" else layer][at].copy()
                if layer == "root":
                    row[0] = -1e9
                right = names_[int(row.argmax())] == value
                add(layer, right, 1, 1)
            for kind, phrases in (("actor-trigger", e.actors), ("recipient-trigger", e.recipients)):
                mine = {tuple(r[:2]) for r in decode.arguments(read, kind, at, bias, settings, (0, len(read.pieces)), parties)}
                theirs = gold_runs(phrases)
                add(kind, len(mine & theirs), len(theirs), len(mine))
        for s in record.statements:
            at = labelled.first(s.cue or s.source or s.content)
            if s.depth == 1 and at is not None:
                add("act", ACT_LABELS[1 + int(read.out["act"][at][1:].argmax())] == s.act, 1, 1)
    return {k: round(f1(*v), 3) for k, v in c.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--weights")
    parser.add_argument("--model")
    args = parser.parse_args()
    settings = decode.Settings()
    if args.weights:
        run, bias = R.torch_runner(args.weights)
    else:
        labels = json.load(open(pathlib.Path(args.model) / "labels.json"))
        run, bias = R.openvino_runner(str(pathlib.Path(args.model) / "model.xml"), labels["link_bias"])
    articles = corpora.lines(pathlib.Path(args.data) / "polnear" / "dev.jsonl.xz")
    reads = [decode.Read(a["text"], run) for a in articles]
    print(shown(official(args.data, predictions(articles, reads, bias, settings))))
    kept = [d for d in corpora.lines(pathlib.Path(args.data) / "worldner" / "train.jsonl.xz") if corpora.tenth(d["id"])]
    print("names, F1 of exact spans and kinds:", names([(corpora.named(d["text"], d["entities"]), d["text"]) for d in kept], run, bias, settings))
    print("authored, kept:", authored(A.records(kept=True), run, bias, settings))


if __name__ == "__main__":
    main()
