#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the tables of data/actors against what their README promises, and counts their lines.

    tools/check_actor_tables.py            faults, one a line as file:line; exit 1 when there is one
    tools/check_actor_tables.py --counts   the table of counts that data/actors/README.md shows
    tools/check_actor_tables.py --write    puts that table into the README

A name may stand for two actors only at different times, unless ambiguous.tsv has it.
"""
import argparse
import collections
import re
import sys
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "actors"
ACTORS = ["states", "capitals", "regions", "institutions", "armed_groups", "armed_groups_ucdp", "organisations", "outlets"]
OTHERS = ["state_codes", "members", "statuses", "standings", "ambiguous", "roles", "words", "namesakes", "towns_by_hand", "towns", "office_holders_by_hand", "office_holders"]
KINDS = {"state", "past_state", "territory", "region", "people", "institution", "party", "armed_group", "organisation",
         "outlet", "capital"}
STATELESS = {"", "UNO", "EUR", "IGO", "NGO", "MNC", "IMG"}
CONTROL = {"", "state", "public", "party", "private"}
MEDIUM = {"", "agency", "newspaper", "magazine", "broadcaster", "website"}
STATUS = {"government", "party", "army", "rebel", "armed", "opposition"}
PREFIX = re.compile(r"(adj|people|seat|stem):")


class Row(dict):
    where = ""


def rows(name):
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        if line and not line.startswith("#"):
            row = Row(zip(columns, line.split("\t")))
            row.where = f"data/actors/{name}.tsv:{number}"
            row.is_whole = len(line.split("\t")) == len(columns)
            yield row


def fold(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", re.sub(r"['’ʼ`‘]", "", plain)))


def span(row):
    """First and last day as text that compares; open ends lie far away."""
    first, last = row.get("from", "") or "0000", row.get("to", "") or "9999"
    return first + "-00-00"[len(first) - 4:], last + "-99-99"[len(last) - 4:]


def overlap(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


def is_date(cell):
    return bool(re.fullmatch(r"([12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?", cell))


def names_of(row):
    """(sense, folded name) of each name by which the row can be found."""
    if "(" not in row["name"]:
        yield "name", fold(row["name"])
    for alias in filter(None, row["aliases"].split("|")):
        prefix = PREFIX.match(alias)
        yield (prefix[1] if prefix else "name"), fold(PREFIX.sub("", alias, count=1))


def check_row(row):
    if not row.is_whole:
        yield "more or fewer cells than columns"
    if any(cell != cell.strip() for cell in row.values()):
        yield "a blank at the border of a cell"
    dates = [row.get(column, "") for column in ("from", "to")]
    if not all(map(is_date, dates)):
        yield f"no date: {dates}"
    elif span(row)[0] > span(row)[1]:
        yield f"ends before it begins: {dates}"
    if not row.get("by"):
        yield "nobody stands for it: “by” is empty"


def check_actor(row, ids, units):
    if row["kind"] not in KINDS:
        yield f"unknown kind “{row['kind']}”"
    if row["country"] not in STATELESS and row["country"] not in ids:
        yield f"unknown country “{row['country']}”"
    parent = row["member_of"]
    country, _, unit = parent.partition(".")
    if parent and parent not in ids and not (country in ids and unit in units):
        yield f"unknown parent “{parent}”"
    if row.get("control", "") not in CONTROL or row.get("medium", "") not in MEDIUM:
        yield f"unknown control “{row['control']}” or medium “{row['medium']}”"
    names = [row["name"], *filter(None, row["aliases"].split("|"))]
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield f"“{name}” stands twice in one line"


def check_names(actors):
    """A name of two actors at one time that ambiguous.tsv does not mark."""
    marked = {fold(row["name"]) for row in rows("ambiguous")}
    holders = collections.defaultdict(list)
    for row in actors:
        for sense, name in names_of(row):
            holders["seat" if row["kind"] == "capital" else sense, name].append(row)
    for (sense, name), found in sorted(holders.items()):
        for i, row in enumerate(found):
            for other in found[:i]:
                owners = {one["member_of"] if one["kind"] == "capital" else one["id"] for one in (row, other)}
                if len(owners) > 1 and name not in marked and overlap(span(row), span(other)):
                    yield row, f"“{name}” ({sense}) is also {other['id']} at that time ({other.where}); mark it in ambiguous.tsv"


def check_periods(name, key):
    """Lines of one key that overlap in time."""
    seen = collections.defaultdict(list)
    for row in rows(name):
        for other in seen[key(row)]:
            if overlap(span(row), span(other)):
                yield row, f"overlaps {other.where}"
        seen[key(row)].append(row)


def check_acts(ids, units):
    """What an actor acts as is a line of a table or an organ that every state has."""
    for row in rows("statuses"):
        country, _, unit = row["acts_as"].partition(".")
        if row["acts_as"] not in ids and not (country in ids and unit.split(".")[0] in units):
            yield row, f"acts as unknown “{row['acts_as']}”"
        if row["status"] not in STATUS:
            yield row, f"unknown status “{row['status']}”"


def check_towns(ids):
    """A town is in one state, whichever table has it."""
    seen = {}
    for name in ("towns_by_hand", "towns"):
        for row in rows(name):
            if row["country"] not in ids:
                yield row, f"unknown country “{row['country']}”"
            other = seen.setdefault(fold(row["name"]), row)
            if other is not row:
                yield row, f"“{row['name']}” is also at {other.where}"


def faults():
    actors = [row for name in ACTORS for row in rows(name)]
    ids = {row["id"] for row in actors}
    roles = {row["id"] for row in rows("roles")}
    units = roles | {role.split(".")[0] for role in roles} | {"SPY", "PTY", "PRM", "REB", "BUS", "OPP", "SOC", "REL", "LAB", "REG"}
    for row in actors:
        yield from ((row, fault) for fault in check_actor(row, ids, units))
    yield from check_names(actors)
    dated = [row for name in OTHERS if name not in ("roles", "words", "ambiguous") for row in rows(name)]
    yield from ((row, fault) for row in actors + dated for fault in check_row(row))
    yield from ((row, f"unknown actor “{row['id']}”") for name in ("statuses", "standings", "state_codes") for row in rows(name) if row["id"] not in ids)
    for row in rows("members"):
        yield from ((row, f"unknown actor “{row[c]}”") for c in ("id", "member") if row[c] not in ids)
    yield from check_periods("statuses", lambda row: row["id"])
    yield from check_periods("members", lambda row: (row["id"], row["member"], row["status"]))
    yield from check_periods("state_codes", lambda row: row["id"])
    yield from check_periods("standings", lambda row: (row["id"], row["standing"], row["where"]))
    yield from check_acts(ids, units)
    yield from check_towns(ids)


def counts():
    yield "| file | lines | names | with dates | with a source |"
    yield "|---|---|---|---|---|"
    for name in ACTORS + OTHERS:
        table = list(rows(name))
        aliases = sum(1 for row in table if "aliases" in row for _ in (names_of(row) if "kind" in row else filter(None, row["aliases"].split("|"))))
        dated = sum(1 for row in table if row.get("from") or row.get("to"))
        yield f"| `{name}.tsv` | {len(table):,} | {aliases} | {dated} | {sum(1 for row in table if row.get('source')):,} |"


def write_counts():
    readme = FOLDER / "README.md"
    text = readme.read_text(encoding="utf-8")
    block = "<!-- counts -->\n" + "\n".join(counts()) + "\n<!-- end of counts -->"
    readme.write_text(re.sub(r"<!-- counts -->.*?<!-- end of counts -->", lambda _: block, text, flags=re.S), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.write:
        return write_counts()
    if options.counts:
        return print("\n".join(counts()))
    found = list(faults())
    for row, fault in found:
        print(f"{row.where}: {fault}")
    return sys.exit(1) if found else print("actor tables: no fault")


if __name__ == "__main__":
    main()
