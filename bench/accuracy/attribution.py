# SPDX-License-Identifier: Apache-2.0
"""Attribution on polnear dev, outermost statements, with the corpus's own scorer."""
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile

from rows import Row, label

# (entry of the scorer's output, its field, what, goal); in brackets how well two annotators agree, or what is published.
MEASURES = (
    ("overlap 50", "f1", "content, overlap of 50 %: F1 (annotators .80)", 0.83),
    ("end to end", "f1", "… with its source (annotators .74)", 0.77),
    ("source acc any word", "f1", "source of a content found: right in any word (annotators .95)", 0.95),
    ("recall direct", "r", "recall: direct", 0.97),
    ("recall mixed", "r", "recall: mixed", None),
    ("recall indirect", "r", "recall: indirect (annotators .75)", 0.74),
    ("fragment source", "f1", "fragments exact: source (published, test part: .83)", 0.80),
    ("fragment cue", "f1", "fragments exact: cue (published: .75)", 0.73),
    ("fragment content", "f1", "fragments exact: content (published: .73)", 0.72),
)


def outermost(reading):
    """The corpus marks the outermost statements only."""
    return [{role: s[role] for role in ("source", "cue", "content")}
            for s in reading["statements"] if s["inside"] is None and s["content"]]


def rows(data):
    folder = pathlib.Path(data) / "polnear"
    articles = [json.loads(line) for line in lzma.open(folder / "dev.jsonl.xz", "rt", encoding="utf-8")]
    readings = label([{"id": a["doc"], "text": a["text"], "date": a.get("date")} for a in articles])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for article, reading in zip(articles, readings):
            out.write(json.dumps({"doc": article["doc"], "attributions": outermost(reading)}) + "\n")
        out.flush()
        scored = subprocess.run([sys.executable, folder / "score.py", out.name, "dev", "--json"], capture_output=True, text=True, check=True)
    scores = json.loads(scored.stdout)
    return [Row("attribution", "polnear dev: " + what, scores[entry][field], goal) for entry, field, what, goal in MEASURES]
