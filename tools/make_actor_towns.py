#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/actors/towns.tsv: large towns by which news calls people and authorities ("Karachi traders"), from data/places.

    tools/make_actor_towns.py

A name is kept where nearly all who bear it live in one state, and where it is no word, given name, common surname of office holders, nor
already a name in another table. towns_by_hand.tsv adds small and former names.
"""
import collections
import io
import tarfile
from pathlib import Path

from check_actor_tables import PREFIX, fold, rows

DATA = Path(__file__).resolve().parent.parent / "data"
SMALLEST = 100_000        # inhabitants
DOMINANT = 5              # times as many as all its namesakes abroad
METROPOLIS = 1_000_000    # above this a town is meant although officials have its name as their surname
ACTORS = ["states", "regions", "institutions", "armed_groups", "armed_groups_ucdp", "organisations", "outlets"]


def towns():
    """Folded name → state → inhabitants, and the name as it is written."""
    people, written = collections.defaultdict(collections.Counter), {}
    with tarfile.open(DATA / "places" / "geonames.tar.xz") as archive:
        text = io.TextIOWrapper(archive.extractfile("towns.tsv"), encoding="utf-8", newline="\n")
        columns = text.readline().rstrip("\n").split("\t")
        for line in text:
            row = dict(zip(columns, line.rstrip("\n").split("\t")))
            count = int(row["population"] or 0)
            key = fold(row["name"])
            if count >= people[key][row["country"]]:
                written[key, row["country"]] = row["name"]
            people[key][row["country"]] = max(people[key][row["country"]], count)
    return people, written


def taken():
    names = {fold(line.split("\t")[0]) for line in (DATA / "places" / "doubtful.tsv").read_text(encoding="utf-8").splitlines()}
    for table in ACTORS:
        for row in rows(table):
            names |= {fold(PREFIX.sub("", alias)) for alias in [row["name"], *row["aliases"].split("|")]}
    names |= {fold(phrase) for row in rows("roles") for phrase in row["phrases"].split("|")}
    return names | {fold(row["word"]) for table in ("words", "given_names", "towns_by_hand") for row in rows_of(table)}


def rows_of(table):
    for row in rows(table):
        row.setdefault("word", row.get("name", ""))
        yield row


def surnames():
    bearers = collections.defaultdict(set)
    for table in ("office_holders_by_hand", "office_holders"):
        for row in rows(table):
            bearers[fold(row["person"]).split()[-1]].add(row["person"])
    return {name for name, persons in bearers.items() if len(persons) > 1}


def main():
    people, written = towns()
    unusable, common = taken(), surnames()
    states = {row["country"] for row in rows("states")}
    lines = []
    for key, counts in people.items():
        (state, most), others = counts.most_common(1)[0], sum(counts.values()) - max(counts.values())
        is_kept = most >= SMALLEST and most >= DOMINANT * others and state in states and key not in unusable and len(key) > 2
        if is_kept and (key not in common or most >= METROPOLIS):
            lines.append(f"{written[key, state]}\t{state}\tgeonames\tGeoNames\n")
    head = "name\tcountry\tby\tsource\n# Towns whose people and authorities are of the state. Made by tools/make_actor_towns.py from data/places.\n"
    (DATA / "actors" / "towns.tsv").write_text(head + "".join(sorted(lines)), encoding="utf-8")


if __name__ == "__main__":
    main()
