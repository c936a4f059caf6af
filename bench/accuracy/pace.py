# SPDX-License-Identifier: Apache-2.0
"""Speed of `demarche label` on the gold documents, one worker: tokens a second behind the start, the start itself, and how near that
comes to the encoder alone (bench/encoder_alone.cc: full windows, no heads, nothing read twice).

A token is a word, number or mark, as the program counts them. `make bench` measures more, over longer."""
import json
import os
import pathlib
import resource
import subprocess
import tempfile
import time

from documents import Document, names
from rows import PROGRAM, ROOT, Row

ENCODER = pathlib.Path(os.environ.get("ENCODER_ALONE", PROGRAM.resolve().parents[1] / "bench" / "encoder_alone"))
MODEL = ROOT / "models" / "demarche-small"


def lines_of(items):
    return "".join(json.dumps(item) + "\n" for item in items)


def seconds(request):
    begin = time.perf_counter()
    subprocess.run([PROGRAM, "label", "--jobs", "1"], input=request, capture_output=True, text=True, check=True,
                   env=os.environ | {"OMP_NUM_THREADS": "1"})
    return time.perf_counter() - begin


def encoder_alone(request):
    """Its tokens a second, the best of three, and the tokens of the texts."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write(request)
        file.flush()
        answers = [json.loads(subprocess.run([ENCODER, MODEL, file.name], capture_output=True, text=True, check=True).stdout) for _ in range(3)]
    return max(a["tokens_per_second"] for a in answers), answers[0]["tokens"]


def rows(_):
    documents = [Document(name) for name in names("dev") + names("test")]
    few = lines_of([{"id": "start", "text": "Norway urged Peru to talk."}])
    once = lines_of({"id": d.name, "text": d.text} for d in documents)
    ceiling, tokens = encoder_alone(once)
    start = min(seconds(few) for _ in range(3))
    pace = tokens / (min(seconds(once) for _ in range(3)) - start)
    resident = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [Row("speed", "tokens a second, one worker", pace, 10000),
            Row("speed", "share of the encoder's own speed", pace / ceiling, 0.60, note=f"encoder alone {ceiling:,.0f}"),
            Row("speed", "seconds to the first answer", start, 0.3, lower=True),
            Row("speed", "MB resident, the largest run", resident, 300, lower=True)]
