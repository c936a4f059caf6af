# SPDX-License-Identifier: Apache-2.0
"""Findings across documents against the gold of tests/dossiers, each dossier read into a record of its own.

    python3 bench/accuracy/dossiers.py                   the scores
    python3 bench/accuracy/dossiers.py --wrong disputes  what is wrong or missing, one a line; also happenings, origins, positions, figures

    disputes    a found one is right when the evidence of two of its sides overlaps quotes of two sides of one gold dispute of the
                same kind; a gold one is found when one of these is right for it. An unanswered accusation needs the accuser's side only.
    happenings  B³ over the reports of the gold: two are put together when events at their words are of one happening. A report
                at which no event was found stands alone.
    origins     of the gold happenings: the number of the found happening that holds most of its reports; one not found is wrong
    positions   of the gold positions at whose quote the same actor has one: the stance is one of those that STANCES allows
    figures     the value (3 %, or within its bounds) and who gives it
"""
import argparse
import collections

from dossier_record import dossiers, is_group, meet, same_actor, same_claimant, stretches, words_of
from rows import Row

NEAR = 0.03
# What the program calls a stance, for each of the gold. Which way a demand points depends on how the issue is worded.
STANCES = {"for": {"agrees", "promises", "offers", "proposes", "praises", "acknowledges", "demands", "asks",
                   "supports", "aids", "cooperates", "gives way"},
           "against": {"refuses", "condemns", "complains", "threatens", "warns", "accuses", "demands", "asks",
                       "protests", "sanctions", "uses pressure"},
           "affirms": {"asserts", "accuses", "acknowledges", "complains", "warns"},
           "denies": {"denies", "refuses"},
           "conditional": {"offers", "proposes", "promises", "takes no stand", "sets conditions"},
           "silent": {"takes no stand", "silent", "refuses"}}


def share(right, of):
    return right / of if of else 0.0


def sides_met(found, gold, place):
    """How many sides of a found dispute have a side of the gold one to themselves."""
    spoken = [stretches(side["evidence"]) for side in found["sides"] if side["evidence"]]
    marked = [place(side["evidence"]) for side in gold["sides"]]
    met = [{i for i, where in enumerate(marked) if meet(side, where)} for side in spoken]
    if any(a and b and len(a | b) > 1 for i, a in enumerate(met) for b in met[i + 1:]):
        return 2
    return int(any(met))


def is_of(found, gold, place):
    enough = 1 if gold["kind"] == found["kind"] == "accusation-unanswered" else 2
    return sides_met(found, gold, place) >= enough


def matches(dossier):
    """Each pair of a found dispute with a gold one that it is, whatever their kinds."""
    return [(found, gold) for found in dossier.found["disputes"] for gold in dossier.gold["disputes"] if is_of(found, gold, dossier.places)]


def paraphrase(dossier, found):
    spoken = [stretches(side["evidence"]) for side in found["sides"] if side["evidence"]]
    for pair in dossier.gold["paraphrases"]:
        a, b = dossier.places([pair["a"]]), dossier.places([pair["b"]])
        if any(meet(one, a) and meet(other, b) for one in spoken for other in spoken if one is not other):
            return pair
    return None


def dispute_rows():
    rows, totals = [], [(len(d.found["disputes"]), len(d.gold["disputes"]), matches(d)) for d in dossiers()]
    found, gold = sum(t[0] for t in totals), sum(t[1] for t in totals)
    for what, goals, same in (("", (0.85, 0.80), True), (", kind ignored", (None, None), False)):
        pairs = [[(f, g) for f, g in t[2] if f["kind"] == g["kind"] or not same] for t in totals]
        right, hit = (sum(len({pair[side]["id"] for pair in each}) for each in pairs) for side in (0, 1))
        rows += [Row("disputes", f"dossiers: {found} disputes found, precision{what}", share(right, found), goals[0]),
                 Row("disputes", f"dossiers: {gold} disputes planted, recall{what}", share(hit, gold), goals[1])]
    called = [paraphrase(d, f) for d in dossiers() for f in unmatched(d)]
    pairs = sum(len(d.gold["paraphrases"]) for d in dossiers())
    return rows + [Row("disputes", f"dossiers: of {pairs} paraphrases, called a dispute", share(len({id(p) for p in called if p}), pairs), lower=True)]


def unmatched(dossier):
    right = {found["id"] for found, _ in matches(dossier)}
    return [found for found in dossier.found["disputes"] if found["id"] not in right]


def reports(dossier):
    """(gold happening, its quote, the happenings that the program has there)"""
    return [(h["id"], quote, dossier.happenings_at(quote)) for h in dossier.gold["happenings"] for quote in h["reports"]]


def b_cubed(items):
    """Precision and recall over items (gold group, …, the groups found), each of which is together with itself."""
    precision = recall = 0.0
    for one in items:
        together = [other for other in items if other is one or one[-1] & other[-1]]
        right = sum(other[0] == one[0] for other in together)
        precision += right / len(together)
        recall += right / sum(other[0] == one[0] for other in items)
    return precision / max(1, len(items)), recall / max(1, len(items))


def happening_rows():
    each = [reports(d) for d in dossiers()]
    items = [((i, gold), quote, {(i, id_) for id_ in found}) for i, some in enumerate(each) for gold, quote, found in some]
    there = [item for item in items if item[2]]
    rows = []
    for some, what, goal in ((items, "", 0.90), (there, ", where an event was found", None)):
        precision, recall = b_cubed(some)
        rows.append(Row("happenings", f"dossiers: {len(some)} reports grouped{what}, B³ F1", share(2 * precision * recall, precision + recall), goal,
                        note=f"precision {precision:.3f}, recall {recall:.3f}"))
    return rows


def counted(dossier):
    """(gold happening, the found one that holds most of its reports or None)"""
    by_id = {h["id"]: h for h in dossier.found["happenings"]}
    votes = collections.defaultdict(collections.Counter)
    for gold, _, found in reports(dossier):
        votes[gold].update(sorted(found))
    return [(h, by_id[votes[h["id"]].most_common(1)[0][0]] if votes[h["id"]] else None) for h in dossier.gold["happenings"]]


def origin_rows():
    pairs = [pair for d in dossiers() for pair in counted(d)]
    right = sum(bool(found) and found["origins"] == gold["origins"] for gold, found in pairs)
    found = sum(bool(found) for _, found in pairs)
    return [Row("happenings", f"dossiers: {len(pairs)} happenings, origins counted right", share(right, len(pairs)), 0.95, note=f"{share(right, found):.3f} of the {found} found")]


def is_holder(gold, found):
    """A group that the tables do not know has no id; then the quote decides, and the words of a name when the gold gives one."""
    if found["actor"]:
        return same_actor(gold["actor"], found["actor"])
    return bool(words_of(gold["actor"]) & words_of(found["name"] or "")) or is_group(gold["actor"])


def held(dossier):
    """(gold position, what the same actor is found to hold at its quote)"""
    found = [(p, stretches(p["evidence"])) for p in dossier.found["positions"]]
    for gold in dossier.gold["positions"]:
        where = dossier.places([gold])
        yield gold, [p for p, spans in found if is_holder(gold, p) and meet(spans, where)]


def position_rows():
    pairs = [pair for d in dossiers() for pair in held(d)]
    met = [pair for pair in pairs if pair[1]]
    right = sum(any(p["stance"] in STANCES[gold["stance"]] for p in found) for gold, found in met)
    changed = sum(any(p["change"] == gold["change"] for p in found) for gold, found in met)
    return [Row("positions", f"dossiers: {len(met)} positions found, stance right", share(right, len(met)), 0.88),
            Row("positions", f"dossiers: {len(pairs)} positions marked, found", share(len(met), len(pairs)), note=f"change right for {share(changed, len(met)):.3f} of them")]


def is_value(gold, value):
    """Within the bounds when both are given, or near the value, which may be missing for a range."""
    best, bounds = gold["value"], (gold["lo"], gold["hi"])
    return (best is not None and abs(value - best) <= NEAR * best) or (None not in bounds and bounds[0] <= value <= bounds[1])


def is_figure(gold, found, where, titles):
    spans, values, ids, name = found
    if not meet(spans, where) or not any(is_value(gold, value) for value in values):
        return ""
    return "right" if same_claimant(gold, ids, name, titles) else f"given by {name}"


def given(dossier, figures):
    """(gold figure, right, or who gives it instead, or nothing)"""
    for gold in dossier.gold["figures"]:
        where = dossier.places([gold])
        answers = [is_figure(gold, found, where, dossier.titles.get(gold["document"], set())) for found in figures]
        yield gold, "right" if "right" in answers else max(answers, default="")


def figure_rows():
    rows = []
    for what, goal, figures in (("in the report's table", 0.92, lambda d: d.printed_figures()), ("in any event", None, lambda d: d.read_figures())):
        answers = [answer for d in dossiers() for _, answer in given(d, figures(d))]
        rows.append(Row("figures", f"dossiers: {len(answers)} figures with claimant, {what}", share(answers.count("right"), len(answers)), goal,
                        note=f"value right for {share(sum(map(bool, answers)), len(answers)):.3f}"))
    return rows


def rows(_=None):
    return dispute_rows() + happening_rows() + origin_rows() + position_rows() + figure_rows()


def main():
    import dossier_errors
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wrong", choices=sorted(dossier_errors.KINDS))
    wrong = parser.parse_args().wrong
    if wrong:
        print(*(line for dossier in dossiers() for line in dossier_errors.KINDS[wrong](dossier)), sep="\n")
        return
    for row in rows():
        print(f"{row.score:.3f}  {row.goal or '':>5}  {row.what}" + (f"  [{row.note}]" if row.note else ""))


if __name__ == "__main__":
    main()
