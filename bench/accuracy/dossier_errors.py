# SPDX-License-Identifier: Apache-2.0
"""What goes wrong on tests/dossiers, one error a line, for `dossiers.py --wrong`."""
import dossiers
from dossier_record import meet, pathlib


def line(*fields):
    return "\t".join(str(field).replace("\n", " ")[:300] for field in fields)


def why_wrong(dossier, found, of):
    """What a wrong dispute is instead: another kind, a paraphrase, one side of a gold dispute, or nothing planted."""
    kinds = sorted({g["kind"] for f, g in of if f["id"] == found["id"]})
    if kinds:
        return f"is {'/'.join(kinds)}"
    pair = dossiers.paraphrase(dossier, found)
    if pair:
        return f"paraphrase {pair['id']} ({pair['why']})"
    one = next((g["id"] for g in dossier.gold["disputes"] if dossiers.sides_met(found, g, dossier.places)), None)
    return f"one side of {one}" if one else "nothing planted"


def sides_read(dossier, gold):
    """Of the sides of a gold dispute, how many have a statement or event at one of their quotes."""
    read = [(pathlib.Path(i["path"]).name, begin, end) for i in dossier.found["statements"] for begin, end in i["content"] + i["source"] + i["cue"]]
    read += [(pathlib.Path(e["path"]).name, *span) for e in dossier.found["events"] for span in e["trigger"]]
    return sum(meet(read, dossier.places(side["evidence"])) for side in gold["sides"])


def disputes(dossier):
    of = dossiers.matches(dossier)
    right = {f["id"] for f, g in of if f["kind"] == g["kind"]}
    for found in dossier.found["disputes"]:
        if found["id"] not in right:
            sides = [f"{'/'.join(s['names'])} {s['stance']}: " + " | ".join(e["quote"][:120] for e in s["evidence"][:1]) for s in found["sides"]]
            yield line("wrong", found["kind"], dossier.name, why_wrong(dossier, found, of), found["question"], *sides)
    for gold in dossier.gold["disputes"]:
        kinds = {f["kind"] for f, g in of if g is gold}
        if gold["kind"] not in kinds:
            said = f"found as {'/'.join(sorted(kinds))}" if kinds else f"{sides_read(dossier, gold)} of {len(gold['sides'])} sides read"
            sides = [f"{s['who']} {s['stance']}: {s['evidence'][0]['quote'][:120]}" for s in gold["sides"]]
            yield line("missing", gold["kind"], dossier.name, gold["id"], said, gold["question"], *sides)


def happenings(dossier):
    """Each report without an event, each that is apart from another report of its happening, each together with a strange one."""
    items = dossiers.reports(dossier)
    what = {h["id"]: h["what"] for h in dossier.gold["happenings"]}
    for i, (gold, quote, found) in enumerate(items):
        if not found:
            yield line("in no happening" if dossier.events_at(quote) else "no event", gold, dossier.name, what[gold], quote["document"], quote["quote"])
        for other, their, others in items[i + 1:]:
            if found and others and (gold == other) != bool(found & others):
                yield line("apart" if gold == other else "joined", f"{gold} {other}", dossier.name, what[gold], quote["quote"], their["quote"])


def origins(dossier):
    for gold, found in dossiers.counted(dossier):
        if not found or found["origins"] != gold["origins"]:
            yield line(f"{found['origins'] if found else 'none'} for {gold['origins']}", gold["id"], dossier.name, gold["what"],
                       f"{found['reports'] if found else 0} reports for {len(gold['reports'])}")


def positions(dossier):
    for gold, found in dossiers.held(dossier):
        if not any(p["stance"] in dossiers.STANCES[gold["stance"]] for p in found):
            said = "/".join(sorted({p["stance"] for p in found})) or "missing"
            yield line(said, f"for {gold['stance']}", dossier.name, gold["actor"], gold["issue"], gold["quote"])


def figures(dossier):
    printed, read = (dossiers.given(dossier, figures) for figures in (dossier.printed_figures(), dossier.read_figures()))
    for (gold, answer), (_, in_event) in zip(printed, read):
        if answer != "right":
            yield line(answer or ("read, not printed" if in_event else "missing"), gold["who"], dossier.name, gold["matter"], gold["value"], gold["unit"], gold["quote"])


KINDS = {"disputes": disputes, "happenings": happenings, "origins": origins, "positions": positions, "figures": figures}
