# SPDX-License-Identifier: Apache-2.0
"""Mean and spread of several networks of one recipe, each through the program.

    python3 bench/accuracy/spread.py --data ../shared/data MODEL_FOLDER…          (folders as train/seeds writes them)
"""
import argparse
import pathlib
import statistics
import tempfile

import attribution
import chains
import documents
import judgements
import rows

GOLD = ("triple", "triple precision", "trigger", "type", "polarity macro", "modality macro", "act macro", "content", "addressee", "speaker", "false per 100")


def program_with(model, folder):
    """A command that is the program with this network: the scorers know of one program only."""
    path = pathlib.Path(folder) / f"demarche-{pathlib.Path(model).name}"
    path.write_text(f'#!/bin/sh\nexec "{rows.PROGRAM}" "$@" --model "{model}"\n', encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def scores(program, data):
    """Name → score on dev parts."""
    rows.PROGRAM = program
    table = documents.table(documents.tallied(program, ["dev"])[0])
    found = {f"gold dev: {name}": table[name] for name in GOLD}
    return found | {row.what: row.score for module in (attribution, chains, judgements) for row in module.rows(data)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("models", nargs="+")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        each = [scores(program, args.data) for program in [program_with(model, folder) for model in args.models]]
    for name in each[0]:
        values = [one[name] for one in each]
        print(f"{statistics.mean(values):.3f} ± {statistics.stdev(values) if len(values) > 1 else 0:.3f}  {name}  [{', '.join(f'{v:.3f}' for v in values)}]")


if __name__ == "__main__":
    main()
