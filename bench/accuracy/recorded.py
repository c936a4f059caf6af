# SPDX-License-Identifier: Apache-2.0
"""Scores that need trainings of their own: taken from models/…/recorded.json, where the run that made them wrote them down."""
import json
import statistics

from rows import ROOT, Row


def seed_rows(seeds):
    """Mean over seeds; the note tells the spread."""
    for name, what in (("triples", "gold documents, dev: triples, F1"), ("triggers", "… triggers with category, F1"), ("contents", "polnear dev: content, F1")):
        yield Row("seeds", f"five seeds of the recipe's last step, {what}", statistics.mean(seeds[name]),
                  note=f"± {statistics.stdev(seeds[name]):.3f}" + (f", recorded {seeds['date']}: {seeds['command']}" if name == "triples" else ""))


def rows(_):
    recorded = json.loads((ROOT / "models" / "demarche-small" / "recorded.json").read_text(encoding="utf-8"))
    return relation_rows(recorded["relation_folds"]) + list(seed_rows(recorded["seeds"]))


def relation_rows(folds):
    note = f"of the {folds['run']} run, recorded {folds['date']}: {folds['command']}"
    return [Row("relations", f"marked pairs, plv, five folds: macro-F1 of {what}", folds[what], goal, note=note if what == "root" else "")
            for what, goal in (("root", 0.87), ("quad", 0.96), ("binary", 0.98))]
