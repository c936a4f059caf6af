# SPDX-License-Identifier: Apache-2.0
"""Reads and checks the authored sentences (format: train/authored/README.md).

    python3 train/authored.py train/authored/*.txt

Prints `file:line: what is wrong` for each fault and a count of labels; exit 1 when there is a fault.
"""
import collections
import dataclasses
import re
import sys

ROOTS = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
         "MOBILIZE COERCE ASSAULT").split()
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict arrest deport withhold cyber censor curfew misinformation martial-law",
    "ASSAULT": "abduct torture sexual destroy beat crowd-control primitive firearms explosives targeted "
               "suicide-attack aerial drone heavy-weapons unconventional",
}
ACTS = ("assert deny demand ask propose promise offer accuse condemn complain threaten warn refuse agree praise "
        "acknowledge evade").split()
POLARITIES = "affirmed negated".split()
MODALITIES = "happened ongoing planned promised demanded threatened conditional possible asked".split()


@dataclasses.dataclass
class Statement:
    source: list
    cue: list
    content: list
    act: str
    addressee: list
    depth: int


@dataclasses.dataclass
class Event:
    root: str
    mode: str
    trigger: list
    actors: list       # one list of pieces per actor
    recipients: list
    polarity: str
    modality: str


@dataclasses.dataclass
class Record:
    where: str
    text: str
    statements: list
    events: list
    speakers: list = dataclasses.field(default_factory=list)   # (span of a source, actor id or "-")


class Fault(Exception):
    pass


def find(text, phrase):
    """The span of a phrase that stands in the text as whole words; `~2` asks for the second such place."""
    phrase, _, nth = phrase.strip().partition("~")
    opens, closes = r"(?<!\w)" if phrase[:1].isalnum() else "", r"(?!\w)" if phrase[-1:].isalnum() else ""
    pattern = opens + re.escape(phrase) + closes
    places = [m.span() for m in re.finditer(pattern, text)]
    wanted = int(nth or 1)
    if not phrase or len(places) < wanted:
        raise Fault(f"“{phrase}” does not stand {wanted} time(s) in the text")
    return list(places[wanted - 1])


def pieces(text, field):
    return [find(text, piece) for piece in field.split(" // ") if piece.strip()]


def phrases(text, field):
    return [pieces(text, phrase) for phrase in re.split(r";\s+|;$", field) if phrase.strip()]


def one_of(value, allowed, what):
    if value not in allowed:
        raise Fault(f"{what} “{value}” is none of: {' '.join(allowed)}")
    return value


def fields(line, count):
    parts = [part.strip() for part in re.split(r"\s*\|\s*|\|", line)]
    if len(parts) != count:
        raise Fault(f"{len(parts)} fields where {count} are expected")
    return parts


def statement(text, line, depth):
    source, cue, content, act, addressee = fields(line, 5)
    return Statement(pieces(text, source), pieces(text, cue), pieces(text, content), one_of(act, ACTS, "act"),
                     phrases(text, addressee), depth)


def event(text, line):
    category, trigger, actors, recipients, flags = fields(line, 5)
    root, _, mode = category.partition(" ")
    one_of(root, ROOTS, "category")
    if mode:
        one_of(mode, MODES.get(root, "").split(), f"mode of {root}")
    polarity, _, modality = flags.partition(" ")
    if not trigger:
        raise Fault("an event without a trigger")
    return Event(root, mode, pieces(text, trigger), phrases(text, actors), phrases(text, recipients),
                 one_of(polarity, POLARITIES, "polarity"), one_of(modality, MODALITIES, "modality"))


def read(path):
    """Returns the good records of a file and its faults (`file:line: message`)."""
    records, faults, record = [], [], None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line, where = line.rstrip("\n"), f"{path}:{number}"
        kind, _, rest = line.partition(" ")
        try:
            if not line.strip() or line.startswith("#"):
                record = record if line.startswith("#") else None
            elif kind == "T":
                record = Record(where, rest.strip(), [], [])
                records.append(record)
            elif record is None:
                raise Fault("an annotation without its T line")
            elif re.fullmatch(r"S\d?", kind):
                record.statements.append(statement(record.text, rest, int(kind[1:] or 1)))
            elif kind == "A":
                source, actor = fields(rest, 2)
                record.speakers.append((find(record.text, source), actor))
            elif kind == "E":
                record.events.append(event(record.text, rest))
            else:
                raise Fault(f"a line of no known kind: {kind}")
        except Fault as fault:
            faults.append(f"{where}: {fault}")
            if record in records:
                records.remove(record)
    return records, faults


def moved(value, by):
    """A record's parts with every offset `by` further on."""
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(x, int) for x in value):
            return [value[0] + by, value[1] + by]
        return [moved(x, by) for x in value]
    if dataclasses.is_dataclass(value):
        return dataclasses.replace(value, **{f.name: moved(getattr(value, f.name), by) for f in dataclasses.fields(value)
                                             if isinstance(getattr(value, f.name), list)})
    return value


def near_duplicates(records):
    """Pairs that share more than half of their four-word runs."""
    def runs(text):
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i:i + 4]) for i in range(len(words) - 3)}
    seen, found = collections.defaultdict(list), []
    for index, record in enumerate(records):
        mine = runs(record.text)
        shared = collections.Counter(id for run in mine for id in seen[run])
        for other, count in shared.items():
            if count > 0.5 * max(1, min(len(mine), len(runs(records[other].text)))):
                found.append(f"{record.where}: nearly the same as {records[other].where}")
        for run in mine:
            seen[run].append(index)
    return found


def main(paths):
    records, faults = [], []
    for path in paths:
        good, bad = read(path)
        records += good
        faults += bad
    faults += near_duplicates(records)
    print("\n".join(faults))
    count = collections.Counter()
    for record in records:
        count["records"] += 1
        count.update("act " + s.act for s in record.statements)
        count.update(x for e in record.events for x in (f"event {e.root}", f"modality {e.modality}", f"polarity {e.polarity}"))
        count["traps"] += not record.statements and not record.events
    for name, number in sorted(count.items()):
        print(f"{number:6d}  {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
