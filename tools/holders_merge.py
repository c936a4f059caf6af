# SPDX-License-Identifier: Apache-2.0
"""Several sources of office holders into one: one line for one person's term, lines by hand before made ones."""
import dataclasses
import datetime
from collections import Counter, defaultdict

from office_terms import EVER, SINGLE, first_day, known_overlap, last_day, same_person

# Handovers that two sources date differently; a longer overlap needs a reason.
HANDOVER = 92
# How far apart two sources may put one day before they are counted as disagreeing.
CLOSE = 31
# Effective leaders (archigos, reign) carry bare or odd names; any other source writes them better.
RANK = {"archigos": 2, "reign": 3}


def is_single(office):
    return office.endswith(SINGLE)


def rank(term):
    return RANK.get(term.source, 1 if term.source.startswith("wikidata") else 0)


def same(one, other):
    return same_person(one.person, other.person, one.office[:3], loosely=max(rank(one), rank(other)) > 1)


def near(one, other):
    if not one or not other:
        return True
    return first_day(one) <= last_day(other) + datetime.timedelta(CLOSE) and first_day(other) <= last_day(one) + datetime.timedelta(CLOSE)


def meets(one, other):
    """One person's two lines belong to one term: they overlap, or begin together."""
    return known_overlap(one, other) > 0 or (bool(one.start) and bool(other.start) and near(one.start, other.start))


def merged(better, worse):
    """What the better line leaves open the worse one may know."""
    end = better.end
    if not end and worse.end and last_day(worse.end) >= last_day(better.seen or "0001"):
        end = worse.end
    return dataclasses.replace(better, start=better.start or worse.start, end=end, seen="" if end else max(better.seen, worse.seen))


def one_line_a_term(terms):
    kept = []
    for term in sorted(terms, key=lambda t: (rank(t), t.start, t.person)):
        double = next((i for i, k in enumerate(kept) if meets(k, term) and same(k, term)), None)
        if double is None:
            kept.append(term)
        else:
            kept[double] = merged(kept[double], term)
    return kept


def beside_hand(terms, by_hand, counts, tell):
    """Made lines that the lines by hand do not already tell; how often the two agree is counted."""
    kept = []
    for term in terms:
        rivals = [h for h in by_hand if h.role in ("", "acting") and known_overlap(h, term) > 0]
        known = [h for h in by_hand if meets(h, term) and same(h, term)]
        if known:
            agrees = any(near(h.start, term.start) and (near(h.end, term.end) or not term.end) for h in known)
            counts["same term, same days" if agrees else "same person, other days"] += 1
            if not agrees:
                tell(term, known)
        elif rivals and not outlasts(term, rivals):
            counts["another person"] += 1
            tell(term, rivals)
        else:
            kept.append(beside(cut(term, rivals), rivals))
    return kept


def beside(term, by_hand):
    """A made term that begins some days before one by hand ends begins there; what still overlaps is marked."""
    for hand in by_hand:
        if 0 < known_overlap(term, hand) <= HANDOVER and hand.end and len(hand.end) == 10:
            term = dataclasses.replace(term, start=hand.end)
    return dataclasses.replace(term, role="unclear") if any(known_overlap(term, h) > 0 for h in by_hand) else term


def outlasts(term, rivals):
    covered = sum(known_overlap(h, term) for h in rivals)
    whole = (first_day(term.end or term.seen or "9999-12-31") - last_day(term.start or "0001")).days
    return covered * 2 < whole


def cut(term, others):
    """A term that runs some days into a later holder's ends where that begins."""
    for other in others:
        if other.start > term.start and other.start < (term.end or "9") and known_overlap(term, other) > 0:
            term = dataclasses.replace(term, end=other.start, seen="")
    return term


def without_overlap(terms):
    """Short overlaps of different persons are handovers; longer ones are marked."""
    terms = sorted(terms, key=lambda t: (t.start, t.end or "9"))
    for i, term in enumerate(terms):
        for j in range(i + 1, len(terms)):
            days = known_overlap(terms[i], terms[j])
            if days <= 0 or terms[i].role or terms[j].role:
                continue
            if days <= HANDOVER and terms[j].start > terms[i].start and days * 2 < length(terms[j]):
                terms[i] = dataclasses.replace(terms[i], end=terms[j].start, seen="")
            else:
                shorter = i if length(terms[i]) < length(terms[j]) else j
                terms[shorter] = dataclasses.replace(terms[shorter], role="unclear")
    return closed(terms)


def closed(terms):
    """An open term ends where the next holder begins, if that is soon after the source last saw it."""
    for i, term in enumerate(terms):
        later = [t for t in terms if not t.role and t.start > (term.seen or "9")]
        if not term.end and term.seen and not term.role and later:
            first = min(later, key=lambda t: t.start)
            if (first_day(first.start) - last_day(term.seen)).days < 400:
                terms[i] = dataclasses.replace(term, end=first.start, seen="")
    return terms


def length(term):
    if not term.end and not term.seen:
        return (EVER - first_day(term.start)).days
    return (last_day(term.end or term.seen) - first_day(term.start)).days


def leads_from_elsewhere(term, made, hand):
    """An effective leader whose other office is known did not also hold the one that the kind of state suggests."""
    if rank(term) < 2 or not term.office.endswith((".HOS", ".HOG")):
        return False
    other = term.office[:-3] + ("HOG" if term.office.endswith("HOS") else "HOS")
    return any(known_overlap(t, term) > 0 and same(t, term)
               for t in made[other, False] + hand[other] if rank(t) < 2)


def without_doubles(terms, by_hand, tell=lambda made, hand: None):
    made, hand, counts, lines = defaultdict(list), defaultdict(list), Counter(), []
    for term in by_hand:
        hand[term.office].append(term)
    for term in terms:
        made[term.office, bool(term.role and term.role not in ("acting", "unclear"))].append(term)
    for (office, has_role), group in sorted(list(made.items())):
        group = [t for t in group if not leads_from_elsewhere(t, made, hand)]
        if has_role or not is_single(office):
            lines += [t for t in group if not any(meets(h, t) and same(h, t) for h in hand[office])]
            continue
        beside = beside_hand(one_line_a_term(group), hand[office], counts, tell)
        lines += without_overlap_of(beside, hand[office])
    for what, count in sorted(counts.items()):
        print(f"made against by hand: {what}: {count}")
    return lines


def without_overlap_of(made, hand):
    """Closes open made terms by hand-written successors, too; those stay as they are."""
    fixed = [h for h in hand if not h.role]
    done = closed(without_overlap(made) + fixed)
    return [t for t in done if t.by == "make_actor_tables"]
