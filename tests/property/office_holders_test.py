#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The tables of office holders hold no fault, and tools/check_office_holders.py finds the faults it names."""
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from check_office_holders import COVERED, faults, gaps, tables, unknown_bodies  # noqa: E402
from office_terms import COLUMNS  # noqa: E402

SOUND = ["Ann Ash\tGBR.GOV.MFA\t1990\t1992-03\t\t\t\tme\t", "Ben Bay\tGBR.GOV.MFA\t1992-03\t\t2001\t\t\tme\t",
         "Cy Cole\tGBR.GOV.MFA\t1991\t1993\t\tacting\t\tme\t", "Di Dee\tGBR.GOV\t1990\t\t\tun\t\tme\t"]
FAULTY = {"not a date": "Ann Ash\tGBR.GOV.MFA\t1990-13\t\t\t\t\tme\t",
          "before the term begins": "Ann Ash\tGBR.GOV.HOG\t1990-05\t1990-04-30\t\t\t\tme\t",
          "is no role": "Ann Ash\tGBR.GOV.HOG\t1990\t1991\t\tboss\t\tme\t",
          "told twice": "Ann Ash\tGBR.GOV.MFA\t1990\t1991\t\t\t\tme\t",
          "held by": "Ed Elm\tGBR.GOV.MFA\t1994\t1995\t\t\t\tme\t"}


def found_in(lines):
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("office_holders_by_hand.tsv", lines), ("office_holders.tsv", [])):
            (Path(folder) / name).write_text("\n".join(["\t".join(COLUMNS), *rows, ""]), encoding="utf-8")
        return list(faults(list(tables(Path(folder)))))


def main():
    assert found_in(SOUND) == [], found_in(SOUND)
    for words, line in FAULTY.items():
        found = found_in([*SOUND, line])
        assert len(found) >= 1 and any(words in fault for fault in found), (words, found)
    folder = ROOT / "data" / "actors"
    terms = list(tables(folder))
    found = [*faults(terms), *unknown_bodies(terms, folder)]
    assert not found, "\n".join(found)
    assert len(terms) > 10000 and len(gaps(terms, folder)) == 5 * len(COVERED)
    print(f"{len(terms)} terms of office, no fault")


if __name__ == "__main__":
    main()
