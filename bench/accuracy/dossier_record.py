# SPDX-License-Identifier: Apache-2.0
"""A dossier of tests/dossiers beside what the program finds in a record of its own."""
import functools
import json
import pathlib
import re
import subprocess
import tempfile

from rows import PROGRAM, ROOT

FOLDER = ROOT / "tests" / "dossiers"
KINDS = ("documents", "statements", "events", "happenings", "positions", "disputes", "figures")
OF_THE_STATE = {"", "GOV", "MIL", "COP", "SPY", "JUD", "LEG"}
STEM = 4   # letters that a word of a name has at least


def ask(kind, record):
    done = subprocess.run([PROGRAM, "list", kind, "--format", "jsonl", "--all", "--record", record], capture_output=True, text=True)
    if done.returncode > 1:   # 1: none
        raise SystemExit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def listed(source, text=None):
    """All that the record of a folder, or of JSONL lines given as `text`, holds, by kind."""
    with tempfile.TemporaryDirectory() as folder:
        record = str(pathlib.Path(folder) / "record.db")
        command = [PROGRAM, "read", source, "--record", record, "--progress", "none"]
        done = subprocess.run(command, input=text, capture_output=True, text=True)
        if done.returncode not in (0, 3):   # 3: some could not be read
            raise SystemExit(done.stderr)
        return {kind: ask(kind, record) for kind in KINDS}


def stretches(evidence):
    """Where quotations of the program stand: (file, begin, end)."""
    return [(pathlib.Path(e["path"]).name, *e["span"]) for e in evidence]


def meet(some, others):
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in some for b in others)


class Dossier:
    def __init__(self, folder):
        self.name, self.folder = folder.name, folder
        self.gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.found = listed(folder / "documents")
        self.titles = {pathlib.Path(d["path"]).name: {d["title"], d["outlet"]} for d in self.found["documents"]}

    @functools.cache
    def text(self, document):
        return (self.folder / "documents" / document).read_text(encoding="utf-8")

    def places(self, quotes):
        """Where gold quotes stand: (file, begin, end)."""
        begins = [self.text(q["document"]).index(q["quote"]) for q in quotes]
        return [(q["document"], begin, begin + len(q["quote"])) for q, begin in zip(quotes, begins)]

    def events_at(self, quote):
        """The events whose trigger stands in the quote; when none does, those of its sentence."""
        where = self.places([quote])
        at = lambda event, *spans: meet([(pathlib.Path(event["path"]).name, *span) for span in spans], where)
        inside = {e["id"] for e in self.found["events"] if at(e, *e["trigger"])}
        return inside or {e["id"] for e in self.found["events"] if at(e, e["sentence"])}

    def happenings_at(self, quote):
        """Those of its events, and those of which its sentence tells without an event."""
        inside, where = self.events_at(quote), self.places([quote])
        told = lambda h: meet(stretches(e for e in h["evidence"] if e["item"] not in h["events"]), where)
        return {h["id"] for h in self.found["happenings"] if inside & set(h["events"]) or told(h)}

    def printed_figures(self):
        """The table of figures that the report prints: (where, numbers, claimant's ids, claimant's name)."""
        where = lambda f: [(pathlib.Path(f["evidence"][0]["path"]).name, *f["span"])]
        return [(where(f), [f["value"]], f["who"], f["name"]) for f in self.found["figures"]]

    def read_figures(self):
        """Every quantity of an event, by whoever says so."""
        found = []
        for event in self.found["events"]:
            where = [(pathlib.Path(event["path"]).name, *event["sentence"])]
            name = event["speaker_person"] or event["speaker_name"] or event["speaker_words"] or event["outlet"] or event["title"]
            found += [(where, [q["value"]], [event["speaker"]] if event["speaker"] else [], name or "") for q in event["quantities"]]
        return found


@functools.cache
def dossiers():
    return [Dossier(gold.parent) for gold in sorted(FOLDER.glob("*/gold.json"))]


@functools.cache
def resolved(phrase):
    done = subprocess.run([PROGRAM, "resolve", "--jsonl"], input=json.dumps({"phrase": phrase}) + "\n", capture_output=True, text=True)
    return json.loads(done.stdout)["actor"]


def same_actor(one, other):
    """Equal, an organ of the other, or both organs of one state."""
    (country, *rest), (country2, *rest2) = one.split("."), other.split(".")
    of_state = {rest[0] if rest else ""} <= OF_THE_STATE and {rest2[0] if rest2 else ""} <= OF_THE_STATE
    return country == country2 and (of_state or rest == rest2 or rest[:len(rest2)] == rest2 or rest2[:len(rest)] == rest)


def is_group(actor):
    """Rebels, firms and the like: whoever does not act for a state."""
    return not set(actor.split(".")[1:2]) <= OF_THE_STATE


def words_of(name):
    return {word.casefold() for word in re.findall(r"\w\w+", name) if len(word) >= STEM or word.isupper()}


def initials(name):
    """Of two capitals and more: “TPA” for the Transcaucasus Press Agency."""
    letters = "".join(re.findall(r"\b[A-Z]", name))
    return {letters.casefold()} if len(letters) > 1 else set()


def same_claimant(figure, ids, name, titles):
    """By a word of the name, or by country and sector. A document that speaks for itself is called by its file name too."""
    names = words_of(name) | (words_of(figure["document"]) if name in titles else set())
    if words_of(figure["who"]) & names or initials(figure["who"]) & words_of(name) or initials(name) & words_of(figure["who"]):
        return True
    meant = resolved(figure["who"]) if ids else None
    return bool(meant) and any(same_actor(meant, one) for one in ids)
