# SPDX-License-Identifier: Apache-2.0
"""The authored sentences as training examples: as windows of several records, as re-read contents, as marked pairs."""
import dataclasses
import glob
import itertools
import pathlib

import authored
from authored import moved
from corpora import JOINT, marked
from examples import SKIP, Labelled
from labels import ACT_LABELS, MODE_PAIRS, TRIGGERS


def records(kept):
    here = pathlib.Path(__file__).parent / "authored"
    out = []
    for path in sorted(glob.glob(str(here / "*.txt"))):
        if path.endswith(".kept.txt") == kept:
            out += authored.read(path)[0]
    return out


def joined(group, between):
    """Several records as one text: a window then holds many cues and triggers, as it does in an article."""
    text, statements, events = "", [], []
    for record in group:
        text += between if text else ""
        statements += moved(record.statements, len(text))
        events += moved(record.events, len(text))
        text += record.text
    return authored.Record(group[0].where, text, statements, events)


def label_statements(out, statements):
    for role in ("source", "cue", "content"):
        out.blank(role)
        out.bio(role, {tuple(span) for s in statements for span in getattr(s, role)})
    out.blank("act", SKIP)
    for kind in ("source-cue", "content-cue"):
        out.allow(kind, everywhere=False)
    out.allow("addressee-cue", everywhere=True)
    for s in statements:
        where = out.first(s.cue or s.source or s.content)
        if where is not None:
            out.layers["act"][where] = ACT_LABELS.index(s.act)
        if not s.cue or where is None:
            continue
        for kind in ("source-cue", "content-cue", "addressee-cue"):
            out.head(kind, where)
        out.link("source-cue", s.source, where)
        out.link("content-cue", s.content, where)
        for phrase in s.addressee:
            out.link("addressee-cue", phrase, where)


def label_events(out, events):
    out.blank("trigger")
    out.blank("party")
    out.bio("party", {whole_span(p) for e in events for p in e.actors + e.recipients if len(p) == 1})
    for layer in ("mode", "polarity", "modality"):
        out.blank(layer, SKIP)
    for kind in ("actor-trigger", "recipient-trigger"):
        out.allow(kind, everywhere=True)
    for e in events:
        out.point("trigger", e.trigger, TRIGGERS.index(e.root))
        out.point("mode", e.trigger, MODE_PAIRS.index(f"{e.root}/{e.mode}" if e.mode else "none"))
        out.point("polarity", e.trigger, authored.POLARITIES.index(e.polarity))
        out.point("modality", e.trigger, authored.MODALITIES.index(e.modality))
        head = out.first(e.trigger)
        for kind, phrases in (("actor-trigger", e.actors), ("recipient-trigger", e.recipients)):
            out.head(kind, head)
            for phrase in phrases:
                out.link(kind, phrase, head)


def whole(record):
    """Everything that is marked on the record; statements in the document's own voice only."""
    out = Labelled(record.text)
    label_statements(out, [s for s in record.statements if s.depth == 1])
    out.blank("inner")
    out.point("inner", [span for s in record.statements if s.depth > 1 for span in s.cue], 1)
    label_events(out, record.events)
    return out


def reread(record):
    """Contents as texts of their own with the statements inside them; most hold none, and must be read as holding none."""
    out, path = [], []
    inner = {}
    for s in record.statements:
        path = path[:s.depth - 1] + [s]
        if s.depth > 1 and len(path) > 1:
            inner.setdefault(id(path[-2]), []).append(s)
    for s in record.statements:
        if len(s.content) == 1 and s.content[0][1] - s.content[0][0] > 24:
            begin, end = s.content[0]
            parts = [moved(x, -begin) for x in inner.get(id(s), [])
                     if all(begin <= b and e <= end for b, e in x.source + x.cue + x.content)]
            if len(parts) == len(inner.get(id(s), [])):
                made = Labelled(record.text[begin:end])
                label_statements(made, [dataclasses.replace(p, addressee=[]) for p in parts])
                made.heads.pop(4, None)
                out.append(made)
    return out


def groups(records_, rng, sizes=(1, 1, 3, 6, 10)):
    """Every record once; the larger groups fill a window, so that links are learned at every distance from its ends."""
    order = records_[:]
    rng.shuffle(order)
    while order:
        take = rng.choice(sizes)
        yield order[:take]
        order = order[take:]


def whole_documents(documents):
    """Documents, each as the records of its paragraphs."""
    return [whole(joined(records_, "\n\n")) for records_ in documents]


def windows_of_records(records_, rng):
    return [whole(joined(g, rng.choice([" ", "\n\n"]))) for g in groups(records_, rng)]


def contents(records_):
    return [x for r in records_ for x in reread(r)]


def whole_span(phrase):
    return (min(b for b, _ in phrase), max(e for _, e in phrase)) if phrase else None


def asked(record):
    """Pairs of the record -> the roots that hold between them, in that direction."""
    pairs = {}
    for e in record.events:
        doers, others = [whole_span(p) for p in e.actors], [whole_span(p) for p in e.recipients]
        found = list(itertools.product(doers, others))
        if e.root in JOINT and not others:
            found += list(itertools.permutations(doers, 2))
        for pair in found:
            pairs.setdefault(pair, set()).add(e.root)
    return pairs


def people(record):
    """Every phrase of the record that might be a party to something."""
    found = [p for e in record.events for p in e.actors + e.recipients]
    found += [s.source for s in record.statements if s.source] + [p for s in record.statements for p in s.addressee]
    spans = []
    for span in sorted({whole_span(p) for p in found if p}, key=lambda s: s[0] - s[1]):
        if not any(b < span[1] and span[0] < e for b, e in spans):
            spans.append(span)
    return sorted(spans)


def marked_pairs(records_, rng, most=2):
    """Coded pairs, and as NONE pairs of the same sentences between which nothing was coded, reversed ones among them."""
    out = []
    for record in records_:
        coded = asked(record)
        for a, b in rng.sample(sorted(coded), min(most, len(coded))):
            out.append(marked(record.text, a, b, coded[a, b]))
        empty = [pair for pair in itertools.permutations(people(record), 2) if pair not in coded]
        for a, b in rng.sample(empty, min(most - 1, len(empty))):
            out.append(marked(record.text, a, b, ["NONE"]))
    return [x for x in out if x]
