# SPDX-License-Identifier: Apache-2.0
"""What the older tools' dictionaries name, asked of `demarche resolve --jsonl` at the dates they give.

    python3 bench/accuracy/dictionaries.py [--data ../shared/data] [--misses FOLDER]

The Phoenix dictionaries are lists, no gold: they hold misspellings, nicknames, wrong codes. So a miss is a question to be looked into, not a
line to be taken over. Each question is a name as a newspaper writes it, and a day on which the code holds:
  states, capitals, demonyms   the head of each country block, and those of its synonyms that the fact files know as such; the rest is `other`
  leaders                      persons with a plain GOV code outside the lists of ministers, one question for each term since 1985
  groups                       the non-state actors: organisations with the name of their block, persons left out
A country right is a country right. Where a code names no country (IMG, IGO, a region), a name that a table line knows is a group right.
--misses writes one file a kind: phrase, day, code, answer, line that decided.
"""
import argparse
import collections
import datetime
import json
import lzma
import pathlib
import re
import subprocess
import unicodedata

from rows import PROGRAM, Row

WRITTEN = datetime.date(2014, 1, 30)   # of the dictionary of countries; an open term is asked half-way to it
FIRST = datetime.date(1985, 1, 1)      # our tables of offices begin here
# Codes that are not those of ISO 3166 today.
OTHER_CODES = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "KOS": "XKX", "SUN": "SUN", "WSB": "PSE", "GZS": "PSE", "PAL": "PSE",
               "NMR": "NAM", "SNG": "SGP", "UNK": "XKX", "ANG": "AGO"}
INVENTED = {"KNT"}   # a country of a novel, in the dictionary of countries
NO_COUNTRY = {"IGO", "NGO", "MNC", "IMG", "INT", "UIS", "AFR", "ASA", "BLK", "CAS", "CAU", "CFR", "EAF", "EEU", "EIN", "EUR", "LAM", "MDT", "MEA",
              "NAF", "NMR", "SAF", "SAM", "SAS", "SEA", "WAF", "WEU", "WST", "NGM", "BUD", "KKL"}   # BUD a religion, KKL no place at all
ORGANISATION = re.compile(
    r"\b(organi[sz]ation|front|army|armies|movement|council|party|brigades?|union|forces?|group|committee|association|society|foundation|institut\w*|"
    r"federation|league|cent(er|re)|network|agency|commission|bank|fund|court|community|alliance|congress|assembly|forum|programme?|office|cells?|"
    r"command|resistance|liberation|international|world|united|national|islamic|revolutionary|people'?s|red|jihad|mujah\w+|lashkar|harakat|hizb\w*|"
    r"jaish|jamaat|jemaah|al-?qa\w*|network|company|corp\w*|inc|ltd|plc|holdings?|development|women\w*|trust|church|university|school|human|rights|"
    r"health|relief|aid|conference|secretariat|authority|parliament|service|project|initiative|division|mission|nations?|un|eu|nato)\b", re.I)
STATELESS_GROUP = re.compile(
    r"qa[ie]?da(?![A-Z])|qai'?d|sayyaf|(^|_)ansar|aum|aleph|hara?k|jam[ai]a|tigers?|hizb|hezb|hamas|company|tal[ie]b|las?h?kar|wahhabi|kumpulan|^[B-DF-HJ-NP-TV-XZ]+_?$", re.I)
PERSON_COMMENT = re.compile(r"rulers|\b(leader|member|head of|commander|founder|envoy|prominent|chief|spiritual|aide)\b", re.I)


class Entry:
    """The names of a block, and its codes with first and last day."""

    def __init__(self, line):
        self.line, self.names, self.spells, self.comment, self.one_line = line, [], [], "", False

    def add(self, codes):
        for code in codes:
            parts = code.split()
            if parts:
                self.spells.append((parts[0], *days("".join(parts[1:]))))


def day(digits):
    """010120 and 20010120; two digits of a year are of the last century from 30 on."""
    if len(digits) == 6:
        digits = ("19" if digits >= "30" else "20") + digits
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), min(28, int(digits[6:]))) if len(digits) == 8 else None
    except ValueError:
        return None


def days(given):
    if given[:1] == ">":
        return day(given[1:]), None
    if given[:1] == "<":
        return None, day(given[1:])
    first, _, last = given.partition("-")
    return day(first), day(last)


def entries(path):
    out, current = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if line.startswith("#"):
            continue
        body = re.split(r"[;#]", line)[0]
        codes, name = re.findall(r"\[([^\]]*)\]", body), re.sub(r"\[[^\]]*\]?", "", body).strip()
        if name:
            if not name.startswith("+") and (current is None or current.spells):
                current = Entry(number)
                out.append(current)
            if current:
                current.names.append(name.lstrip("+"))
                current.one_line |= bool(codes)
        if current:
            current.add(codes)
            current.comment += line[len(body):]
    return [e for e in out if e.names and e.spells]


def written(name):
    """As a newspaper writes it: HIZB-I_ISLAMI_(HIG) → Hizb-i Islami; a single short word stays in capitals."""
    words = re.sub(r"\([^)]*\)?", " ", name.replace("_", " ")).split()
    if len(words) == 1 and (len(words[0]) <= 3 or not re.search("[AEIOUY]", words[0])):
        return words[0]
    return " ".join(w if re.fullmatch(r"(\w\.)+|[B-DF-HJ-NP-TV-XZ]{2,5}|UN|EU|US|IRA|IRS|II|AL", w.rstrip(",")) and w != "AL" else re.sub(r"[^\W\d_]+('[^\W\d_]+)?", lambda m: m[0].capitalize(), w) for w in words)


def folded(text):
    plain = unicodedata.normalize("NFKD", text.replace("_", " ").replace("-", " ")).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^\w\s]", "", plain).split())


def country(code):
    return OTHER_CODES.get(code[:3], code[:3])


def middle(first, last, otherwise=WRITTEN):
    if first and last:
        return first + (last - first) / 2
    if first:
        return first + (max(otherwise, first) - first) / 2
    return last - datetime.timedelta(days=200) if last else None


class Question:
    def __init__(self, kind, name, when, code):
        self.kind, self.name, self.when, self.code = kind, name, when, code
        self.phrases = [written(name)]
        if " " not in self.phrases[0] and self.phrases[0] != name.strip("_"):
            self.phrases.append(name.strip("_ "))   # one word may be an acronym
        self.answer = {"actor": None}

    @property
    def right(self):
        given, code = self.answer, self.code
        if not given["actor"]:
            return False
        knows_name = bool(re.match("data/|composition: data/actors/armed_groups", given["rule"] or ""))
        if given["country"] in ("UNO", "EUR") and code[:6] == "IGO" + given["country"]:
            return True
        if code[:3] in NO_COUNTRY:
            return knows_name and (given["country"] in NO_COUNTRY | {"UNO"} or "." in given["actor"])
        if code[:3] == "MED":
            return given["sector"] == "MED"
        long_name = len(self.phrases[0].split()) >= 3 and "." in given["actor"]
        return given["country"] == country(code) or self.kind not in ("states", "leaders") and knows_name and long_name


def facts(data, name):
    with lzma.open(pathlib.Path(data) / name, "rt", encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        return [dict(zip(head, line.rstrip("\n").split("\t"))) for line in f]


def names_of_states(data):
    """What a synonym is: (country, folded name) → state, demonym or capital."""
    known = {}
    for row in facts(data, "facts/capitals.tsv.xz"):
        if not row["end"] or row["end"] >= WRITTEN.isoformat():
            known[row["iso3"], folded(row["capital"])] = "capital"
    for row in facts(data, "gazetteer/countries.tsv.xz"):
        for kind in ("demonyms", "capitals"):
            for name in row[kind].split("|"):
                known[row["iso3"], folded(name)] = kind[:-1]
                if kind == "demonyms":
                    known[row["iso3"], folded(name) + "s"] = "demonym"
        known[row["iso3"], folded(row["name"])] = known[row["iso3"], folded(row["official_name"])] = "state"
    return known


def state_questions(entry, known, seen):
    code, first, last = entry.spells[0]
    is_first = code not in seen   # further blocks of a code are towns
    seen.add(code)
    when = middle(first, last) if first or last else WRITTEN
    for place, name in enumerate(entry.names):
        if "\ufffd" in name:   # a damaged letter
            continue
        kind = "state" if place == 0 and is_first else "other" if "(" in name else known.get((country(code), folded(name)), "other")
        yield Question("states" if kind != "other" else "others", name, when, code)


def is_term(code, first, last):
    """A plain GOV code; those of ministers begin on the first day of a month after 2003 and end on the last."""
    return len(code) == 6 and code.endswith("GOV") and (first or last)


def leader_questions(entry):
    terms = [s for s in entry.spells if is_term(*s)]
    exact = [s for s in terms if s[1] and (s[1].year < 2003 or s[1].day != 1)]
    if not exact and not any(code.endswith("ELI") for code, _, _ in entry.spells):
        return
    for code, first, last in terms:
        if (last or WRITTEN) >= FIRST:
            yield Question("leaders", entry.names[0], middle(max(first, FIRST) if first else None, last), code)


def is_person(entry, given_names):
    names = " ".join(entry.names)
    if entry.spells[0][0].startswith("MNC") or ORGANISATION.search(names.replace("_", " ")):
        return False
    dated = any(first or last for _, first, last in entry.spells)
    # Among groups of no one state persons stand without a mark.
    if entry.spells[0][0].startswith("IMG") and not STATELESS_GROUP.search(entry.names[0]):
        return True
    first = folded(entry.names[0]).split()[:1]
    return dated or bool(PERSON_COMMENT.search(entry.comment)) or re.match(r"([A-Z]\._?)+_", entry.names[0]) or bool(first) and first[0] in given_names


def group_questions(path, kind_of, given_names):
    for entry in entries(path):
        if is_person(entry, given_names) or not kind_of(entry.spells[0][0]):
            continue
        code, first, last = entry.spells[0]
        yield Question(kind_of(code), entry.names[0], middle(first, last), code)


def international(code):
    return {"IGO": "international", "NGO": "ngos", "MNC": "firms", "MED": "international"}.get(code[:3])


def given_names(data):
    people = [folded(row["name"]).split() for row in facts(data, "facts/officeholders.tsv.xz")]
    counts = collections.Counter(words[0] for words in people if len(words) > 1)
    return {name for name, count in counts.items() if count > 1} - {"the", "new", "al", "le", "la", "el", "de"}


def questions(data):
    folder, known, given = pathlib.Path(data) / "dictionaries", names_of_states(data), given_names(data)
    out, seen = [], set()
    for entry in entries(folder / "Phoenix.Countries.actors.txt"):
        if entry.spells[0][0] in INVENTED:
            continue
        if all(re.fullmatch("[A-Z]{3}", code) for code, _, _ in entry.spells):
            out += state_questions(entry, known, seen)
        else:
            out += leader_questions(entry)
    out += group_questions(folder / "Phoenix.MilNonState.actors.txt", lambda _: "groups", given)
    out += group_questions(folder / "Phoenix.International.actors.txt", international, given)
    return out


def ask(asked):
    lines = [(q, {"phrase": phrase, **({"date": q.when.isoformat()} if q.when else {})}) for q in asked for phrase in q.phrases]
    done = subprocess.run([PROGRAM, "resolve", "--jsonl"], input="".join(json.dumps(line) + "\n" for _, line in lines), capture_output=True, text=True, check=True)
    for (question, _), answer in zip(lines, done.stdout.splitlines()):
        if not question.right:
            question.answer = json.loads(answer)


def tell_misses(asked, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    by_kind = collections.defaultdict(list)
    for q in asked:
        if not q.right:
            given = q.answer
            by_kind[q.kind].append("\t".join([q.phrases[0], str(q.when or ""), q.code, given["actor"] or "-", given.get("rule") or "-"]))
    for kind in {q.kind for q in asked}:
        (folder / f"{kind}.txt").write_text("".join(line + "\n" for line in by_kind[kind]), encoding="utf-8")


WHAT = {"states": ("states, capitals and demonyms of the dictionary of countries", 0.98), "leaders": ("leaders, at each term since 1985", 0.85),
        "groups": ("armed groups", 0.90), "international": ("international organisations", 0.90), "ngos": ("NGOs", None), "firms": ("firms", None),
        "others": ("other names of states: misspellings, towns, nicknames", None)}


def rows(data, misses=None):
    asked = questions(data)
    ask(asked)
    if misses:
        tell_misses(asked, misses)
    out = []
    for kind, (what, goal) in WHAT.items():
        of_kind = [q for q in asked if q.kind == kind]
        out.append(Row("dictionaries", what, sum(q.right for q in of_kind) / max(1, len(of_kind)), goal, note=f"{len(of_kind):,} questions"))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="../shared/data", help="folder of the corpora")
    parser.add_argument("--misses", metavar="FOLDER", help="write the misses there, one file a kind")
    args = parser.parse_args()
    for row in rows(args.data, args.misses):
        print(f"{row.score:7.3f}  {'' if row.goal is None else f'≥ {row.goal:g}':7} {row.what} [{row.note}]")


if __name__ == "__main__":
    main()
