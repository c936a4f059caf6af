# SPDX-License-Identifier: Apache-2.0
"""Places in context, authored by two writers who did not know the rules, through `demarche label`.

    python3 bench/accuracy/places.py build/demarche            prints the table
    python3 bench/accuracy/places.py build/demarche --check    exit 1 when a score falls below its floor
    … --wrong                                                  prints what is read wrong, of the half that may be looked at

A line of tests/reference/places/*.jsonl gives a text, a phrase in it, its date, and country, coordinates and precision of the place that
is meant, or no precision where the phrase is no place: a person, a firm, a team, a government called by its capital. Lines whose hash is
odd are only scored: no rule is made from them.

What the rows mean
    within 25 km    towns, districts and other places with one spot, whose place found there lies within 25 km of the marked one
    country         places of a country for which this country is found
    areas           countries, regions and waters found as what they are: the country right, the middle within a third of the way across
    false           phrases that are no place, but for which one is found
"""
import hashlib
import json
import math
import pathlib
import subprocess
import sys

from rows import PROGRAM, ROOT, Row

# A little below what was reached: a drop is a fault, noise is not.
FLOORS = {"within 25 km": 0.94, "country": 0.93}
SPOTS = {"city", "district", "feature"}
OTHER_CODES = {"KOS": "XKX"}
# How far the middle of an area may lie from the marked middle.
REACH = {"country": 700, "region": 250, "feature": 500}


class Line:
    def __init__(self, text):
        self.__dict__ |= {"note": "", **json.loads(text)}
        self.may_be_studied = hashlib.sha256(text.encode()).digest()[0] % 2 == 0
        self.country = OTHER_CODES.get(self.country, self.country)
        begin = self.context.find(self.phrase)
        self.span = (begin, begin + len(self.phrase))

    def found(self, reading):
        """The place that overlaps the phrase most."""
        shared = lambda p: min(self.span[1], p["span"][1]) - max(self.span[0], p["span"][0])
        places = [p for p in reading["places"] if shared(p) > 0]
        return max(places, key=shared, default=None)

    @property
    def is_area(self):
        """Waters and regions have a middle, not a spot."""
        if self.precision != "feature":
            return self.precision in ("country", "region")
        return any(word in self.note for word in ("sea", "centre", "strait", "river", "lake"))


def lines():
    return [Line(text) for path in sorted((ROOT / "tests" / "reference" / "places").glob("*.jsonl"))
            for text in path.read_text(encoding="utf-8").splitlines() if text.strip()]


def kilometres(line, place):
    a, b = math.radians(line.lat), math.radians(place["lat"])
    east = math.radians(line.lon - place["lon"])
    return 6371 * math.acos(max(-1, min(1, math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(east))))


def is_near(line, place):
    return place is not None and kilometres(line, place) <= (REACH[line.precision] if line.is_area else 25)


def has_country(line, place):
    return place is not None and place["country"] == line.country


def read(program, texts):
    request = "".join(json.dumps({"id": str(i), "text": line.context, "date": line.date}) + "\n" for i, line in enumerate(texts))
    done = subprocess.run([program, "label"], input=request, capture_output=True, text=True)
    if done.returncode not in (0, 3):  # 3: some were taken for furniture
        sys.exit(done.stderr)
    return [{"places": []} | json.loads(answer) for answer in done.stdout.splitlines()]


def share(right, of):
    chosen = [item for item in of]
    return sum(right(*item) for item in chosen) / max(1, len(chosen))


def scores(pairs):
    spots = [(l, p) for l, p in pairs if l.precision in SPOTS and not l.is_area]
    areas = [(l, p) for l, p in pairs if l.precision and l.is_area]
    nations = [(l, p) for l, p in pairs if l.precision and l.country]
    none = [(l, p) for l, p in pairs if not l.precision]
    right_area = lambda l, p: is_near(l, p) and (not l.country or not p["country"] or has_country(l, p))
    return {"within 25 km": share(is_near, spots), "country": share(has_country, nations), "areas": share(right_area, areas),
            "false": share(lambda l, p: p is not None, none)}, {"within 25 km": len(spots), "country": len(nations), "areas": len(areas), "false": len(none)}


def measured(program):
    texts = lines()
    return list(zip(texts, (line.found(reading) for line, reading in zip(texts, read(program, texts)))))


def rows(_):
    table, counts = scores(measured(PROGRAM))
    return [Row("places", f"{counts['within 25 km']} authored places in context: right within 25 km", table["within 25 km"], 0.85),
            Row("places", f"{counts['country']} of a country: country right", table["country"], 0.95),
            Row("places", f"{counts['areas']} areas: middle and country right", table["areas"]),
            Row("places", f"{counts['false']} names that are no place here: taken for one", table["false"], lower=True)]


def show_wrong(pairs):
    for line, place in pairs:
        if not line.may_be_studied:
            continue
        if (not line.precision and place) or (line.precision and (not is_near(line, place) or (line.country and not has_country(line, place)))):
            got = place and (place["name"], place["country"], place.get("region"), place["lat"], place["lon"], place["precision"])
            print(f"{line.phrase} | {line.context} | {line.country} {line.lat} {line.lon} {line.precision} | {got}")


def main(program, options):
    pairs = measured(program)
    table, counts = scores(pairs)
    if "--wrong" in options:
        show_wrong(pairs)
    for kind, part in (("all", pairs), ("only scored", [p for p in pairs if not p[0].may_be_studied])):
        table_of_part, counts = scores(part)
        print(f"{kind}: {len(part)} lines")
        for name, value in table_of_part.items():
            print(f"  {name:14s} {value:6.3f}  of {counts[name]}" + (f"   floor {FLOORS[name]:.2f}" if name in FLOORS else ""))
    return 1 if "--check" in options and any(table[name] < floor for name, floor in FLOORS.items()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
