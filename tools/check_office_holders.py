#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Are the tables of office holders sound, and how complete are they?

    tools/check_office_holders.py                 faults only; fails if there is one (a test)
    tools/check_office_holders.py --counts        the figures of data/actors/README.md; --write puts them there
    tools/check_office_holders.py --gaps [OFFICE…] days since 1990 without a known holder, by state and office
    tools/check_office_holders.py --chain OFFICE…  who held an office, in order

A fault: a date that is none, an interval that ends before it begins, a line told twice, or an office that
one person holds (head of state, minister, head of an organisation or group) held twice at once although
neither line says in `role` why.
"""
import argparse
import datetime
import sys
from collections import Counter, defaultdict
from pathlib import Path

from office_terms import EVER, ROLES, SINGLE, first_day, is_date, known_overlap, last_day, read_terms

# The states that reporting on conflicts names most, whose five offices should have no gap since 1990.
COVERED = """AFG AGO ALB ARG ARM AUS AZE BDI BFA BGD BIH BLR BOL BRA CAF CAN CHL CHN CIV CMR COD COG COL CUB CYP DEU DJI DZA ECU EGY
 ERI ESP ETH FRA GBR GEO GHA GIN GRC GTM HND HRV HTI IDN IND IRN IRQ ISR ITA JOR JPN KAZ KEN KGZ KHM KOR KWT LBN LBR LBY LKA
 MAR MDA MEX MKD MLI MMR MOZ MRT NER NGA NIC NPL PAK PAN PER PHL POL PRK PSE QAT RUS RWA SAU SDN SEN SLE SLV SOM SRB SSD SYR
 TCD THA TJK TLS TUN TUR TWN UGA UKR USA UZB VEN VNM XKX YEM ZAF ZMB ZWE""".split()
NAMES = {"GOV.HOS": "heads of state", "GOV.HOG": "heads of government", "GOV.MFA": "foreign ministers",
         "GOV.MOD": "defence ministers", "GOV.INTERIOR": "interior ministers"}
BEGIN, NOW = datetime.date(1990, 1, 1), datetime.date(2026, 6, 30)
# A shorter gap is a handover.
SHORT = 45
# Actors without a state, and armed groups: one head each.
HEADS = ("UNO", "EUR", "IGO", "NGO", "MNC")
GROUPS = (".REB", ".PRM", ".CRM")
ACTORS = ("armed_groups.tsv", "armed_groups_ucdp.tsv", "organisations.tsv", "institutions.tsv")


def tables(folder):
    for name in ("office_holders_by_hand.tsv", "office_holders.tsv"):
        yield from read_terms(folder / name)


def is_single(office):
    return office.endswith(SINGLE) or is_body(office)


def is_group(office):
    return office[3:7] in GROUPS


def is_body(office):
    return office.split(".")[0] in HEADS or is_group(office)


def unknown_bodies(terms, folder):
    known = {line.split("\t")[0] for name in ACTORS for line in (folder / name).read_text(encoding="utf-8").splitlines()}
    for term in terms:
        if is_body(term.office) and term.office not in known:
            yield f"{term.where}: no actor {term.office}"


def faults(terms):
    seen, by_office = {}, defaultdict(list)
    for term in terms:
        if not all(map(is_date, (term.start, term.end, term.seen))):
            yield f"{term.where}: not a date"
            continue
        if not term.start and not term.end:
            yield f"{term.where}: no date at all"
        if term.start and term.end and last_day(term.end) < first_day(term.start):
            yield f"{term.where}: {term.person} leaves {term.office} before the term begins"
        if term.role and term.role not in ROLES:
            yield f"{term.where}: “{term.role}” is no role"
        key = (term.person, term.office, term.start, term.role)
        if key in seen:
            yield f"{term.where}: told twice, see {seen[key]}"
        seen[key] = term.where
        if is_single(term.office) and not term.role:
            by_office[term.office].append(term)
    for office, group in sorted(by_office.items()):
        group.sort(key=lambda t: t.start)
        for i, one in enumerate(group):
            for other in group[i + 1:]:
                if known_overlap(one, other) > 0:
                    yield (f"{other.where}: {office} held by {other.person} ({other.start}–{other.end or other.seen}) and "
                           f"{one.person} ({one.start}–{one.end or one.seen}, {one.where})")


def vacancies(folder):
    """Intervals in which an office did not exist or nobody held it."""
    for line in (folder / "office_vacancies.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            office, start, end = line.split("\t")[:3]
            yield office, first_day(start) if start else BEGIN, last_day(end)


def gaps(terms, folder):
    """office → [(first day, last day)] of the covered states without a holder."""
    spans = defaultdict(list)
    for term in terms:
        if term.role in ("", "acting", "joint", "unclear", "rival") and is_date(term.start):
            spans[term.office].append((first_day(term.start) if term.start else BEGIN, term.believed_to))
    for office, start, end in vacancies(folder):
        for each in [office] if "." in office else [f"{office}.{role}" for role in SINGLE]:
            spans[each].append((start, end))
    found = {}
    for state in COVERED:
        for role in SINGLE:
            office, reached, holes = f"{state}.{role}", BEGIN, []
            for start, end in sorted(spans[office]) + [(NOW, EVER)]:
                if (start - reached).days > SHORT and reached < NOW:
                    holes.append((reached, min(start, NOW)))
                reached = max(reached, end)
            found[office] = holes
    return found


def print_gaps(found, offices):
    span = (NOW - BEGIN).days
    for office, holes in found.items():
        if holes and (not offices or office in offices or office.split(".")[0] in offices):
            missing = sum((b - a).days for a, b in holes)
            print(f"{office}\t{100 * missing / span:.0f} %\t" + ", ".join(f"{a}–{b}" for a, b in holes))


def print_chain(terms, offices):
    for office in offices:
        chain = sorted((t for t in terms if t.office == office and t.role != "deputy"), key=lambda t: t.start)
        print(office + ": " + "; ".join(f"{t.start or '?'} {t.person}{f' ({t.role})' if t.role else ''} "
                                        f"{t.end or ('…' + t.seen)}" for t in chain))


def counts(terms, folder):
    """Lines of Markdown: how many terms there are of which office, and how far they reach."""
    found = gaps(terms, folder)
    persons = len({(t.person, t.office.split(".")[0]) for t in terms})
    hand = sum(t.by != "make_actor_tables" for t in terms)
    yield f"- {len(terms):,} terms of office of {persons:,} persons; {hand:,} by hand"
    whole = Counter(o.split(".", 1)[1] for o, holes in found.items() if not holes)
    days = Counter()
    for office, holes in found.items():
        days[office.split(".", 1)[1]] += sum((b - a).days for a, b in holes)
    for role, name in NAMES.items():
        held = [t for t in terms if t.office.endswith("." + role) and t.role not in ("deputy", "spokesman")]
        known = 1 - days[role] / ((NOW - BEGIN).days * len(COVERED))
        yield (f"- {name}: {len(held):,} terms in {len({t.office for t in held})} states; of the {len(COVERED)} states that conflict "
               f"reporting names most, {whole[role]} without a gap since 1990 ({100 * known:.1f} % of the days known)")
    full = [s for s in COVERED if not any(found[f"{s}.{role}"] for role in SINGLE)]
    yield f"- without any gap in all five: {len(full)}: {' '.join(full)}"
    yield f"- army chiefs: {sum(t.role == 'chief' for t in terms)}, intelligence chiefs: {sum('.SPY' in t.office for t in terms)}, " \
          f"ambassadors to the United Nations: {sum(t.role == 'un' for t in terms)}, " \
          f"vice-presidents: {sum(t.office.endswith('.GOV.VP') for t in terms)}, " \
          f"deputies of heads of government: {sum(t.office.endswith('.GOV.DPM') for t in terms)}, speakers: {sum(t.role == 'speaker' for t in terms):,}, " \
          f"envoys: {sum(t.role == 'envoy' for t in terms):,}"
    heads = [t.office for t in terms if is_body(t.office) and not is_group(t.office) and t.role in ("", "acting")]
    yield f"- heads of {len(set(heads))} organisations: {len(heads)} terms"
    leaders = [t.office for t in terms if is_group(t.office)]
    yield f"- leaders of {len(set(leaders))} armed groups: {len(leaders)} terms"


def write_counts(lines, folder):
    """Between the two marks of the README."""
    path = folder / "README.md"
    before, rest = path.read_text(encoding="utf-8").split("<!-- office holders -->\n", 1)
    after = rest.split("<!-- /office holders -->", 1)[1]
    text = before + "<!-- office holders -->\n" + "\n".join(lines) + "\n<!-- /office holders -->" + after
    path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parent.parent / "data" / "actors")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--gaps", nargs="*")
    parser.add_argument("--chain", nargs="+")
    options = parser.parse_args()
    terms = list(tables(options.folder))
    if options.counts:
        print("\n".join(counts(terms, options.folder)))
    elif options.write:
        write_counts(counts(terms, options.folder), options.folder)
    elif options.gaps is not None:
        print_gaps(gaps(terms, options.folder), options.gaps)
    elif options.chain:
        print_chain(terms, options.chain)
    else:
        found = [*faults(terms), *unknown_bodies(terms, options.folder)]
        print("\n".join(found) or f"{len(terms)} terms of office, no fault")
        sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
