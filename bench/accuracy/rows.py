# SPDX-License-Identifier: Apache-2.0
"""What the scorers share: the program run over texts, and a row of the table."""
import dataclasses
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).parents[2]
PROGRAM = pathlib.Path(os.environ.get("DEMARCHE", ROOT / "build" / "demarche"))


@dataclasses.dataclass
class Row:
    area: str
    what: str
    score: float
    goal: float | None = None   # none: reported only
    lower: bool = False         # less is better
    note: str = ""

    @property
    def met(self):
        return self.goal is None or (self.score <= self.goal if self.lower else self.score >= self.goal)


def label(lines, jobs=None):
    """One answer for each line of the input of `demarche label`."""
    request = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run([PROGRAM, "label", "--jobs", str(jobs or os.cpu_count())], input=request, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def f1(right, gold, found):
    return 2 * right / (gold + found) if gold + found else 0.0
