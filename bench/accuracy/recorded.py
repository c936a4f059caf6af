# SPDX-License-Identifier: Apache-2.0
"""Scores that need trainings of their own: taken from models/…/recorded.json, where the run that made them wrote them down."""
import json

from rows import ROOT, Row


def rows(_):
    recorded = json.loads((ROOT / "models" / "demarche-small" / "recorded.json").read_text(encoding="utf-8"))
    folds = recorded["relation_folds"]
    note = f"of the {folds['run']} run, recorded {folds['date']}: {folds['command']}"
    return [Row("relations", f"marked pairs, plv, five folds: macro-F1 of {what}", folds[what], goal, note=note if what == "root" else "")
            for what, goal in (("root", 0.87), ("quad", 0.96), ("binary", 0.98))]
