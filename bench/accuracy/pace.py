# SPDX-License-Identifier: Apache-2.0
"""Speed of `demarche label` on the gold documents, one worker: tokens a second behind the start, and the start itself.

`make bench` measures more, over longer."""
import json
import os
import resource
import subprocess
import time

from documents import Document, names
from rows import PROGRAM, Row


def seconds(lines):
    request = "".join(json.dumps(line) + "\n" for line in lines)
    begin = time.perf_counter()
    subprocess.run([PROGRAM, "label", "--jobs", "1"], input=request, capture_output=True, text=True, check=True,
                   env=os.environ | {"OMP_NUM_THREADS": "1"})
    return time.perf_counter() - begin


def rows(_):
    documents = [Document(name) for name in names("dev") + names("test")]
    few = [{"id": "start", "text": "Norway urged Peru to talk."}]
    many = [{"id": f"{round_}/{d.name}", "text": d.text} for round_ in range(3) for d in documents]
    tokens = sum(len(line["text"].split()) for line in many)
    start = min(seconds(few) for _ in range(3))
    pace = tokens / (seconds(many) - start)
    resident = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [Row("speed", "words a second, one worker (a word: what stands between blanks)", pace, 10000),
            Row("speed", "seconds to the first answer", start, 0.3, lower=True),
            Row("speed", "MB resident, the largest run", resident, 300, lower=True)]
