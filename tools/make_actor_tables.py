#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the bulk tables of data/actors from a folder of dated facts.

    tools/make_actor_tables.py FACTS_FOLDER [--out data/actors]

writes office_holders.tsv and armed_groups_ucdp.tsv. What is known better by hand stands in
office_holders_by_hand.tsv, institutions.tsv and armed_groups.tsv, which this program only reads.
Origins and licences of the facts: data/actors/README.md.
"""
import argparse
import csv
import dataclasses
import lzma
import re
import unicodedata
from pathlib import Path

from holders_merge import without_doubles
from office_terms import COLUMNS, Term, is_date, read_terms

OFFICES = {
    "head_of_state": "GOV.HOS", "vice_president": "GOV.VP", "head_of_government": "GOV.HOG",
    "deputy_head_of_government": "GOV.DPM", "foreign": "GOV.MFA", "defence": "GOV.MOD", "interior": "GOV.INTERIOR",
    "finance": "GOV.FIN", "justice": "GOV.JUS", "central_bank": "GOV.BANK", "military_chief": "MIL",
    "speaker": "LEG", "envoy": "GOV",
}
# Titles of security chiefs, by what they contain.
SECURITY = [("Inter-Services Intelligence", "SPY.ISI"), ("CIA", "SPY.CIA"), ("FBI", "COP.FBI"), ("Mossad", "SPY.MOSSAD"),
            ("Federal Security Service", "SPY.FSB"), ("National Security Advis", "GOV.NSC"), ("Security Council", "GOV.NSC"),
            ("Defense Council", "GOV.NSC"), ("Director of National Intelligence", "SPY.DNI"), ("Intelligence", "SPY"),
            ("Security Service", "SPY"), ("State Security", "SPY"), ("Minister", "GOV")]
# States whose effective leader is the head of government; elsewhere it is the head of state.
PARLIAMENTARY = set("""ALB AND ARM AUS AUT BEL BGD BGR BHS BIH BLZ BRB CAN CZE DEU DNK DMA ESP EST ETH FIN FJI GBR GRC GRD
 HRV HUN IND IRL IRQ ISL ISR ITA JAM JPN KHM KNA LBN LCA LKA LSO LTU LUX LVA MDA MKD MLT MNE MNG MUS MYS NLD NOR NPL NZL PAK
 PNG POL PRT ROU SGP SLB SRB SVK SVN SWE THA TTO TUV VCT VUT WSM XKX""".split())
# Where the effective leader held another office than those two rules say; elsewhere than there it is not said.
LEADER_OFFICE = {"TUR": "GOV.HOG", "BTN": "GOV.HOG", "ATG": "GOV.HOG", "CPV": "GOV.HOG", "LKA": "GOV.HOS", "LBN": "GOV.HOS",
                 "MMR": "GOV.HOS", "TON": "GOV.HOG", "BIH": "", "SMR": "", "COM": "", "AND": "", "IRQ": "", "FIN": "", "JPN": ""}
SINCE = "1985"
# National lists under a licence that allows it.
NATIONAL = ("ifg", "chilean-ministers")


def rows(folder, name):
    with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def office_of(row):
    if row["role"] in OFFICES:
        return OFFICES[row["role"]]
    if row["role"] == "security_and_intelligence":
        return next((office for words, office in SECURITY if words in row["office"]), None)
    return None


def plain_name(name):
    """A personal name of two or more words without titles and brackets, or None."""
    name = re.sub(r"\s*\(.*?\)", "", name).strip()
    name = re.sub(r",.*", "", name)
    name = re.sub(r"\s+(Jr|Sr)\.?$", "", name)
    if len(name.split()) < 2 or re.search(r"[\d/;:|]", name) or not unicodedata.category(name[0]) == "Lu":
        return None
    return name if all(unicodedata.name(c, "").startswith("LATIN") or not c.isalpha() for c in name) else None


def role_of(row):
    """How a holder stands to the office, where it is not held by one person alone."""
    title, role = row["office"].lower(), row["role"]
    if role == "envoy":
        return "un" if re.search(r"to (the )?united nations(, new york)?$", title) else "envoy"
    if "acting" in title or "interim" in title:
        return "acting"
    if role == "military_chief":
        is_service = re.search(r"\bair\b|naval|navy|deputy|vice|intelligence|second|police|operations|guard", title)
        return "service" if is_service else "chief"
    if re.search(r"captain regent|member of the presidency|chairman of the presidency|co-prince", title):
        return "joint"
    if "deputy" in title and role.startswith("security"):
        return "deputy"
    return "speaker" if role == "speaker" else ""


# Titles that the facts sort into a ministry and that are none, or another one.
MISSORTED = re.compile(r"Internal Affairs and Communications|for East African|for Defence People|of the Cook Islands"
                       r"|Civil Defence|Procurement|Governor-General|Governor General|O le Ao")


# Statements that name a minister of another state, or as vice-president one who had the rank alone (the rebel who headed a commission
# of Sierra Leone by the accord of 1999).
WRONG = {("AGO", "Q40495"), ("FRA", "Q360961"), ("SLE", "Q443070")}


def terms_of_office(folder):
    for row in rows(folder, "officeholders"):
        if (row["code"], row["wikidata"]) in WRONG or row["code"] == "INT":  # envoys to organisations, of no one state
            continue
        office = office_of(row)
        late = row["end"] >= SINCE or (not row["end"] and (row["start"] or row["in_office_on"]) >= SINCE)
        if office and late and re.fullmatch(r"[A-Z]{3}", row["code"]) and (row["start"] or row["end"]):
            missorted = "second" if MISSORTED.search(row["office"]) else ""
            yield Term(row["name"], f"{row['code']}.{office}", row["start"], row["end"], row["in_office_on"],
                       role_of(row) or missorted, source=f"wikidata:{row['wikidata']}")
    for row in rows(folder, "officeholders_transcribed"):
        if row["end"] >= SINCE:
            yield Term(row["name"], f"{row['code']}.{OFFICES[row['role']]}", row["start"], row["end"], source="public list")
    for row in rows(folder, "officeholders_national"):
        ended = row["end"] or (row["source"] == "ifg" or row["start"] >= "2022") and row["start"]
        if row["source"] in NATIONAL and row["role"] in OFFICES and ended and (row["end"] or "9") >= SINCE:
            yield Term(row["name"], f"{row['code']}.{OFFICES[row['role']]}", row["start"], row["end"], row["in_office_on"],
                       role_of(row), source=row["source"])
    for row in rows(folder, "leaders"):
        if row["source"] in ("archigos", "reign") and row["iso3"] and (row["end"] or "9") >= SINCE:
            office = LEADER_OFFICE.get(row["iso3"], "GOV.HOG" if row["iso3"] in PARLIAMENTARY else "GOV.HOS")
            if office:
                yield Term(row["name"], f"{row['iso3']}.{office}", row["start"], row["end"], row["in_office_on"],
                           source=row["source"])


def write(path, columns, lines, note):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        print("\t".join(columns), file=out)
        print(f"# {note}", file=out)
        for line in sorted(lines):
            print("\t".join(line), file=out)
    print(f"{path}: {len(lines)} lines")


def fold(name):
    return re.sub(r"[^a-z ]", "", unicodedata.normalize("NFKD", name).lower())


def unspaced_initials(name):
    """"A. P. J. Abdul Kalam" is "A.P.J. Abdul Kalam" in most newspapers."""
    other = re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)", "", name)
    return other if other != name else ""


def tell(made, by_hand):
    print(f"{made.office}: {made.person} {made.start}–{made.end or made.seen} ({made.source}); by hand: "
          + ", ".join(f"{h.person} {h.start}–{h.end or h.seen}" for h in by_hand))


def office_holders(folder, by_hand, tells):
    terms, known = [], set()
    for term in terms_of_office(folder):
        name = plain_name(term.person)
        key = (name and fold(name), term.office, term.start[:4], term.role)
        if not name or key in known or (term.end and term.end < term.start):
            continue
        if not all(map(is_date, (term.start, term.end, term.seen))):
            continue
        known.add(key)
        terms.append(dataclasses.replace(term, person=name, seen="" if term.end else term.seen, aliases=unspaced_initials(name),
                                         by="make_actor_tables"))
    return [tuple(term.cells()) for term in without_doubles(terms, by_hand, *([tell] if tells else []))]


def hand_names(out):
    """Folded names, ids and UCDP numbers that a table by hand has."""
    names = set()
    for table in ("armed_groups.tsv", "institutions.tsv", "organisations.tsv", "outlets.tsv"):
        for line in (out / table).read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            if len(cells) > 9:
                names |= {fold(n.split(":", 1)[-1]) for n in [cells[1], *cells[9].split("|")]} | {cells[0], *cells[11:]}
    return names


# Words of which a name alone is nobody's: "National Liberation Army" was one in many states.
GENERIC = set("""national liberation army front people s peoples revolutionary armed forces union council democratic movement popular united
 rebel patriotic party special police brigade justice peace resistance coalition change salvation command renewal for of and the
 movements brave young warriors freedom""".split())


def is_generic(name):
    return all(word in GENERIC for word in re.findall(r"[a-z]+", name.lower()))


# Slips of the pen in the list of groups.
SPELLING = {"Revolultionary": "Revolutionary", "Democray": "Democracy", "Rescure": "Rescue", "Tailand": "Thailand", "Guerilla": "Guerrilla",
            "\u00b4": "'", "Aїr": "Aïr"}


def armed_groups(folder, out):
    """Groups of state-based conflict that no table by hand has; a full name of three words or more, so that it is unmistakable."""
    taken, lines = hand_names(out), {}
    full_names = {row["ucdp_id"]: row["name"] for row in rows(folder, "armed_group_names") if row["kind"] == "full English"}
    for row in rows(folder, "armed_groups"):
        full = re.sub(r"\s*\(.*?\)", "", full_names.get(row["ucdp_id"], row["full_name"])).strip(" -")
        country = row["iso3_of_conflict"].split("|")[0]
        short = row["name"].strip()
        if "state-based" not in row["violence"] or len(full.split()) < 3 or not re.fullmatch(r"[A-Z]{3}", country):
            continue
        if full.startswith(("Republic of", "The ", "Non ", "Forces of", "Military faction", "Government of", "Supporters of")) or "," in full:
            continue
        if is_generic(full) or fold(full) in taken or fold(short) in taken or f"UCDP:{row['ucdp_id']}" in taken:
            continue
        for wrong, right in SPELLING.items():
            full = full.replace(wrong, right)
        alias = short if re.fullmatch(r"[A-Z][A-Z-]{3,}", short) else ""
        unit = re.sub(r"[^A-Z0-9]", "", short.upper())[:16]
        if f"{country}.REB.{unit}" in taken:
            continue
        old = lines.get(f"{country}.REB.{unit}")
        start = min(filter(None, [row["active_from"], old[7] if old else ""]), default="")
        lines[f"{country}.REB.{unit}"] = (f"{country}.REB.{unit}", full, "armed_group", country, "REB", "", "", start, "",
                                          alias, "make_actor_tables", f"UCDP:{row['ucdp_id']}")
    return set(lines.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/actors"))
    parser.add_argument("--holders-only", action="store_true", help="leave armed_groups_ucdp.tsv as it is")
    parser.add_argument("--tell", action="store_true", help="print where made and hand-written terms of office disagree")
    options = parser.parse_args()
    by_hand = list(read_terms(options.out / "office_holders_by_hand.tsv"))
    write(options.out / "office_holders.tsv", COLUMNS, office_holders(options.facts, by_hand, options.tell),
          "Made by tools/make_actor_tables.py. `seen`: last day on which the source saw an open term.")
    if not options.holders_only:
        write(options.out / "armed_groups_ucdp.tsv",
              ["id", "name", "kind", "country", "sector", "sector2", "member_of", "from", "to", "aliases", "by", "source"],
              armed_groups(options.facts, options.out), "Made by tools/make_actor_tables.py from UCDP (CC BY 4.0).")


if __name__ == "__main__":
    main()
