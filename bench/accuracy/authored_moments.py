# SPDX-License-Identifier: Apache-2.0
"""Expressions in context of news and chronicles that were written without knowing the rules: tests/reference/moments.

A line gives one phrase of its context with its days, or with `kind` null for words that only look like a time. Other expressions of
the same context are nowhere marked, so what is found beside the phrase counts neither way: precision is that of the look-alikes.
"""
import hashlib
import json

from rows import ROOT


def lines(tune):
    """The half with an even hash of the context may be studied, the odd one is only scored."""
    for path in sorted((ROOT / "tests" / "reference" / "moments").glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(text)
            if (hashlib.sha256(row["context"].encode()).digest()[0] % 2 == 0) == tune:
                yield {"id": f"{path.stem}{number}", **row}


def is_right(gold, moment):
    """Durations and repetitions have no days: there the kind must be right."""
    if gold["lo"] is None and gold["hi"] is None:
        return moment["kind"] == gold["kind"]
    return (moment["lo"], moment["hi"]) == (gold["lo"], gold["hi"])


def tally(tally, tune, found):
    rows = list(lines(tune))
    for row, moments in zip(rows, found([{"id": row["id"], "text": row["context"], "date": row["date"]} for row in rows])):
        begin = row["context"].index(row["phrase"])
        span = [begin, begin + len(row["phrase"])]
        over = [m for m in moments if m["span"][0] < span[1] and span[0] < m["span"][1]]
        gold = [{**row, "span": span}] if row["kind"] else []
        tally.document(row["context"], gold, over, is_right)
    return tally
