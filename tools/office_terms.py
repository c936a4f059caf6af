# SPDX-License-Identifier: Apache-2.0
"""Terms of office as the tables write them: read, compared with each other, and two spellings of one person."""
import dataclasses
import datetime
import difflib
import re
import unicodedata

COLUMNS = ["person", "office", "from", "to", "seen", "role", "aliases", "by", "source"]
# What a person was in an office that he or she did not hold alone (an empty role: the one holder).
ROLES = {"acting", "deputy", "joint", "rival", "leader", "spokesman", "envoy", "un", "speaker", "chief", "service", "second",
         "unclear"}
# Offices that one person holds at a time; organisations and armed groups have one head, too.
SINGLE = ("GOV.HOS", "GOV.HOG", "GOV.MFA", "GOV.MOD", "GOV.INTERIOR")
# A source's open term is believed for two years after the day on which the source last saw it.
TRUST = datetime.timedelta(days=731)
EVER = datetime.date(9999, 12, 31)


@dataclasses.dataclass(frozen=True)
class Term:
    person: str
    office: str
    start: str
    end: str
    seen: str = ""
    role: str = ""
    aliases: str = ""
    by: str = ""
    source: str = ""
    where: str = ""

    def cells(self):
        return [self.person, self.office, self.start, self.end, self.seen, self.role, self.aliases, self.by, self.source]

    @property
    def believed_to(self):
        if self.end:
            return last_day(self.end)
        return last_day(self.seen) + TRUST if self.seen else EVER


def is_date(cell):
    if not cell:
        return True
    if not re.fullmatch(r"[12]\d{3}(-\d\d(-\d\d)?)?", cell):
        return False
    try:
        first_day(cell)
        return True
    except ValueError:
        return False


def first_day(cell):
    year, month, day = (cell.split("-") + ["1", "1"])[:3] if cell else ("1", "1", "1")
    return datetime.date(int(year), int(month), int(day))


def last_day(cell):
    if not cell:
        return EVER
    if len(cell) == 10:
        return first_day(cell)
    year, month = int(cell[:4]), int(cell[5:7] or 12)
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


def known_overlap(one, other):
    """Days for which both terms surely run: an inexact date is read so that the overlap is smallest."""
    starts = max(last_day(one.start or "0001"), last_day(other.start or "0001"))
    ends = min(first_day(t.end or t.seen) if t.end or t.seen else EVER for t in (one, other))
    return (ends - starts).days


def tokens(name):
    plain = unicodedata.normalize("NFKD", name).replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").lower()
    plain = re.sub(r"^(lord|lady|baroness|sir|king|prince) |,.*| of .*|['’.]", "", plain)
    plain = re.sub(r"\b(al|el|bin|ibn|de|da|von|van|the|mullah|sheikh)\b", " ", re.sub(r"[^a-z ]", "", plain.replace("-", " ")))
    return [t for t in plain.split() if len(t) > 1]


def alike(one, other):
    return one == other or (min(len(one), len(other)) > 3 and difflib.SequenceMatcher(None, one, other).ratio() >= 0.72)


# States where many office holders share their first or last name: one name in common proves nothing there.
CLANS = set("ARE BHR CHN KHM KOR KWT LAO MMR OMN PRK QAT SAU SGP TWN VNM".split())


def same_person(one, other, state="", loosely=False):
    """Whether two names can be spellings of one person; only asked of holders of one office at one time.
    Loosely: a bare surname, or one of two, is enough."""
    first, second = tokens(one), tokens(other)
    if not first or not second:
        return False
    shared = sum(any(alike(a, b) for b in second) for a in first)
    whole = alike("".join(first), "".join(second))
    if state in CLANS:
        return whole or (shared >= 2 and alike(first[0], second[0]))
    return whole or shared >= 2 or alike(first[-1], second[-1]) or (loosely and shared > 0)


def read_terms(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        if line and not line.startswith("#"):
            row = dict(zip(columns, line.split("\t")))
            yield Term(row["person"], row["office"], row["from"], row["to"], row.get("seen", ""), row.get("role", ""),
                       row["aliases"], row["by"], row["source"], f"{path.name}:{number}")
