# SPDX-License-Identifier: Apache-2.0
"""Who a phrase means: the authored phrases in context of tests/reference/actors, through `demarche resolve --jsonl`.

    python3 bench/accuracy/resolving.py            the scores
    python3 bench/accuracy/resolving.py studied    the misses among the lines that may be studied

The lines were written by two writers who knew neither rules nor tables. Those whose sha256 is even may be studied, the odd ones are
only scored. A phrase is right when country and sector are those of the line (or one of its `also` countries; a sector that the line
leaves open is not asked). A line without country names nobody in particular: an answer with a country is a false resolution.
"""
import hashlib
import json
import subprocess
import sys

from rows import PROGRAM, ROOT, Row

SAME = {"KOS": "XKX"}  # the code that the tables use for it
FOLDER = ROOT / "tests" / "reference" / "actors"


def lines():
    return [json.loads(line) for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]


def may_be_studied(line):
    return hashlib.sha256((line["phrase"] + line["context"]).encode()).digest()[0] % 2 == 0


def answers(asked):
    request = "".join(json.dumps({key: line[key] for key in ("phrase", "date", "context")}) + "\n" for line in asked)
    done = subprocess.run([PROGRAM, "resolve", "--jsonl"], input=request, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def is_right(line, answer):
    if not line["country"]:
        return not answer.get("country")
    if answer.get("country") not in [SAME.get(line["country"], line["country"]), *also(line)]:
        return False
    return line["sector"] is None or answer.get("sector") == line["sector"]


def also(line):
    other = line.get("also", [])
    other = [other] if isinstance(other, str) else other
    return other + ["XKX"] if line["country"] == "KOS" else other   # the writers' code for Kosovo


def share(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def rows(_):
    asked = lines()
    pairs = list(zip(asked, answers(asked)))
    kept = [(line, answer) for line, answer in pairs if not may_be_studied(line)]
    nobody = [bool(answer.get("country")) for line, answer in pairs if not line["country"]]
    countries = len({line["country"] for line in asked if line["country"]})
    return [Row("actors", f"{len(asked)} authored phrases, {countries} countries: country and sector right", share(is_right(*p) for p in pairs), 0.92,
                note=f"{len(kept)} never studied: {share(is_right(*p) for p in kept):.3f}"),
            Row("actors", f"… false resolutions of the {len(nobody)} that name nobody, in 100", 100 * share(nobody), 2, lower=True)]


def main():
    asked = lines()
    for line, answer in zip(asked, answers(asked)):
        if may_be_studied(line) and not is_right(line, answer):
            print(f"{line['kind']}\t“{line['phrase']}” {line['date'][:4]} {line['country']}/{line['sector']} as {answer.get('actor')} "
                  f"{answer.get('country')}/{answer.get('sector')}\t{line['context'][:140]}")


if __name__ == "__main__":
    main() if sys.argv[1:] == ["studied"] else print(*rows(None), sep="\n")
