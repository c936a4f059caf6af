#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes data/actors/state_codes.tsv, the codes of each state and period, from a folder of facts.

    tools/make_state_codes.py FACTS_FOLDER [--out data/actors/state_codes.tsv]

Today's codes of the states of states.tsv come from the facts; what a state was called and numbered before
stands here, as the standards had it. Origins: data/actors/README.md.
"""
import argparse
import csv
import lzma
from pathlib import Path

COLUMNS = ["id", "from", "to", "iso2", "iso3", "iso_numeric", "cow", "cow_abbr", "gw", "gw_abbr", "fips", "by", "source"]
# id, from, to, ISO 3166-3 (alpha-2, alpha-3, numeric), COW, its letters, Gleditsch–Ward, its letters, FIPS 10-4
PAST = """
ANT 1954-12-15 2010-10-09 AN ANT 530 - - - - NT
BEN 1960-08-01 1975-11-29 DY DHY 204 434 BEN 434 BEN DM
BFA 1960-08-05 1984-08-03 HV HVO 854 439 BFO 439 BFO UV
BLR 1945-10-24 1991-08-24 BY BYS 112 - - - - -
COD 1971-10-27 1997-05-16 ZR ZAR 180 490 DRC 490 DRC CG
CSK 1918-10-28 1992-12-31 CS CSK 200 315 CZE 315 CZE -
DDR 1949-10-07 1990-10-02 DD DDR 278 265 GDR 265 GDR -
DEU 1949-09-21 1990-10-02 DE DEU 280 260 GFR 260 GFR -
DJI 1967-07-05 1977-06-26 AI AFI 262 - - - - -
KIR 1976-01-01 1979-07-11 GE GEL 296 - - - - -
MMR 1948-01-04 1989-06-17 BU BUR 104 775 MYA 775 MYA BM
SCG 2003-02-04 2006-06-04 CS SCG 891 345 YUG 345 YUG -
SUN 1922-12-30 1991-12-25 SU SUN 810 365 RUS 365 RUS UR
TLS 1975-12-07 2002-05-19 TP TMP 626 - - - - -
VDR 1955-10-26 1975-04-30 - - - 817 RVN 817 RVN -
VUT 1906-10-20 1980-07-29 NH NHB 548 - - - - -
YAR 1918-10-30 1990-05-21 YE YEM 886 678 YAR 678 YEM -
YMD 1967-11-30 1990-05-21 YD YMD 720 680 YPR 680 YPR -
YUG 1918-12-01 1992-04-26 YU YUG 890 345 YUG 345 YUG YO
YUG 1992-04-27 2003-02-03 YU YUG 891 345 YUG 345 YUG YO
ZWE 1965-11-11 1979-12-11 RH RHO 716 552 ZIM 552 ZIM RH
"""
# Where the newest spell of a code list is not that of today's state, or the facts have none.
TODAY = {
    "DEU": {"cow": "255", "cow_abbr": "GMY", "gw": "260", "gw_abbr": "GFR", "from": "1990-10-03"},
    "SRB": {"cow": "345", "cow_abbr": "YUG", "gw": "340", "gw_abbr": "SER", "from": "2006-06-05"},
    "VNM": {"gw": "816", "gw_abbr": "DRV"},
    "XKX": {"iso2": "XK", "iso3": "XKX", "cow": "347", "cow_abbr": "KOS", "gw": "347", "gw_abbr": "KOS", "fips": "KV"},
    "YEM": {"cow": "679", "cow_abbr": "YEM", "gw": "678", "gw_abbr": "YEM", "from": "1990-05-22"},
    "RUS": {"from": "1991-12-26"},
}

# First day under today's codes where the state had others before.
NEXT = {"BEN": "1975-11-30", "BFA": "1984-08-04", "BLR": "1991-08-25", "COD": "1997-05-17", "DEU": "1990-10-03", "DJI": "1977-06-27",
        "KIR": "1979-07-12", "MMR": "1989-06-18", "TLS": "2002-05-20", "VUT": "1980-07-30", "ZWE": "1979-12-12"}


def facts(folder, name):
    with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def first_days(folder):
    """Begin of the spell that still runs, Gleditsch–Ward before COW."""
    first = {}
    for system in ("cow", "gleditsch-ward"):
        for row in facts(folder, "states"):
            if row["system"] == system and not row["end"] and row["iso3"]:
                first[row["iso3"]] = row["start"]
    return first


def known_ids(states):
    """Of the states and territories of today."""
    lines = states.read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0] for line in lines[1:] if line and line.split("\t")[2] != "past_state"}


def today(folder, states):
    first, codes = first_days(folder), {row["iso3"]: row for row in facts(folder, "state_codes") if row["iso3"]}
    for state in sorted(known_ids(states)):
        row = {**codes.get(state, {}), **TODAY.get(state, {})}
        start = row.get("from") or first.get(state, "")
        yield [state, start, "", *(row.get(column, "") for column in COLUMNS[3:11]), "make_state_codes",
               "ISO 3166-1; COW 2016; Gleditsch–Ward; FIPS 10-4"]


def past():
    for line in PAST.strip().splitlines():
        yield [cell if cell != "-" else "" for cell in line.split()] + ["make_state_codes", "ISO 3166-3; COW 2016; Gleditsch–Ward"]


def without_overlap(lines):
    """No state has two codes at once."""
    for line, after in zip(lines, lines[1:] + [[""]]):
        if line[0] == after[0] and after[1] <= line[2]:
            raise SystemExit(f"make_state_codes: {line[0]}: {line[1]}–{line[2]} overlaps {after[1]}")
        yield line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/actors/state_codes.tsv"))
    options = parser.parse_args()
    earlier = list(past())
    current = list(today(options.facts, options.out.parent / "states.tsv"))
    for line in current:
        line[1] = NEXT.get(line[0], line[1])
    lines = sorted(earlier + current, key=lambda line: (line[0], line[1]))
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        print("\t".join(COLUMNS), file=out)
        for line in without_overlap(lines):
            print("\t".join(line), file=out)
    print(f"{options.out}: {len(lines)} lines")


if __name__ == "__main__":
    main()
