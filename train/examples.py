# SPDX-License-Identifier: Apache-2.0
"""Labelled texts, cut into windows, packed into batches."""
import dataclasses

import numpy as np
import torch

import pieces as P
from labels import LINKS

SKIP = -100   # a piece whose label is unknown


@dataclasses.dataclass
class Link:
    kind: int          # index into LINKS
    parts: list        # pieces of the dependent span
    head: int          # first piece of the cue or trigger


class Labelled:
    """A text with labels by piece; a layer that is absent is not trained on this text."""

    def __init__(self, text):
        self.pieces = P.cut(text)
        self.layers = {}
        self.links = []
        self.heads = {}       # link kind -> the pieces that may be a head
        self.everywhere = set()   # link kinds of which every piece that is not linked is known not to be
        self.chains = None    # (anchor pieces in order, number of the chain of each, whether its antecedent is known)

    def blank(self, layer, value=0):
        self.layers[layer] = np.full(len(self.pieces), value, dtype=np.int64)

    def bio(self, layer, spans, label=1):
        """label, label + 1, label + 1 … over each span; a longer span is written first and a shorter one wins."""
        for span in sorted(spans, key=lambda s: s[0] - s[1]):
            covered = self.pieces.covered(span)
            if covered:   # a paragraph piece within the span continues it
                self.layers[layer][covered[0]] = label
                self.layers[layer][covered[0] + 1:covered[-1] + 1] = label + 1

    def point(self, layer, spans, label):
        for span in spans:
            self.layers[layer][self.pieces.covered(span)] = label

    def first(self, spans):
        covered = self.pieces.covered(min(spans)) if spans else []
        return covered[0] if covered else None

    def allow(self, kind, everywhere):
        self.heads[LINKS.index(kind)] = []
        if everywhere:
            self.everywhere.add(LINKS.index(kind))

    def head(self, kind, piece):
        heads = self.heads[LINKS.index(kind)]
        if piece not in heads:
            heads.append(piece)

    def chain(self, anchors, asked=None):
        """anchors: piece -> chain; asked: the pieces whose antecedent is known, all when left out."""
        numbers = {chain: i for i, chain in enumerate(dict.fromkeys(anchors.values()))}
        places = sorted(anchors)
        self.chains = (np.array(places), np.array([numbers[anchors[p]] for p in places]),
                       np.array([asked is None or p in asked for p in places]))

    def link(self, kind, spans, head):
        for span in spans:
            self.links.append(Link(LINKS.index(kind), self.pieces.covered(span), head))


@dataclasses.dataclass
class Triple:
    """Two phrases of a text between which an event of one of these categories is told, wherever its trigger stands."""
    subject: list
    object: list
    roots: frozenset   # indices into TRIGGERS
    joint: bool        # both may be actors


@dataclasses.dataclass
class Example:
    ids: np.ndarray
    layers: dict
    pairs: dict        # link kind -> (rows, heads, 0/1 matrix), positions within the example
    relation: object = None   # (subject piece, object piece, allowed labels)
    happened: object = None   # (pieces, shares)
    triple: object = None     # Triple
    chains: object = None     # as in Labelled, places within the example


def example(labelled, window):
    """The window with [CLS] and [SEP]; labels of the context pieces are hidden."""
    shift = 1 - window.begin
    ids = np.concatenate([[P.CLS], labelled.pieces.ids[window.begin:window.end], [P.SEP]])
    layers = {}
    for name, values in labelled.layers.items():
        row = np.full(len(ids), SKIP, dtype=np.int64)
        row[window.core_begin + shift:window.core_end + shift] = values[window.core_begin:window.core_end]
        layers[name] = row
    return Example(ids, layers, pairs(labelled, window, shift), chains=chains(labelled, window, shift))


def chains(labelled, window, shift):
    """The mentions of the window; asked are those of its core."""
    if labelled.chains is None:
        return None
    places, numbers, asked = labelled.chains
    inside = (places >= window.begin) & (places < window.end)
    core = (places >= window.core_begin) & (places < window.core_end)
    return (places[inside] + shift, numbers[inside], (asked & core)[inside]) if (asked & core).any() else None


def pairs(labelled, window, shift):
    def inside(piece):
        return window.begin <= piece < window.end
    out = {}
    for kind, heads in labelled.heads.items():
        heads = [h for h in heads if inside(h)]
        links = [l for l in labelled.links if l.kind == kind]
        if not heads:
            continue
        rows = sorted({p for l in links for p in l.parts if inside(p)})
        if kind in labelled.everywhere:
            rows = list(range(window.begin, window.end))
        if not rows:
            continue
        matrix = np.zeros((len(rows), len(heads)), dtype=np.float32)
        row_of, head_of = {p: i for i, p in enumerate(rows)}, {h: i for i, h in enumerate(heads)}
        for l in links:
            if l.head in head_of:
                for p in l.parts:
                    if p in row_of:
                        matrix[row_of[p], head_of[l.head]] = 1
        out[kind] = (np.array(rows) + shift, np.array(heads) + shift, matrix)
    return out


def padded(length, step=128):
    return -(-length // step) * step


def collate(batch, step=128):
    """One batch of tensors. Lengths are rounded up: each new length costs the CPU a freshly compiled kernel."""
    width = padded(max(len(e.ids) for e in batch), step)
    ids = np.zeros((len(batch), width), dtype=np.int64)
    for row, e in zip(ids, batch):
        row[:len(e.ids)] = e.ids
    layers = {}
    for name in sorted({n for e in batch for n in e.layers}):
        values = np.full((len(batch), width), SKIP, dtype=np.int64)
        for row, e in zip(values, batch):
            if name in e.layers:
                row[:len(e.ids)] = e.layers[name]
        layers[name] = torch.from_numpy(values)
    ids = torch.from_numpy(ids)
    return {"ids": ids, "mask": (ids != 0).long(), "layers": layers, "examples": batch}


def batches(examples, tokens, step=128, rng=None):
    """Examples of like length together, at most `tokens` padded pieces a batch."""
    order = sorted(range(len(examples)), key=lambda i: (padded(len(examples[i].ids), step), rng.random() if rng else 0))
    out, batch = [], []
    for i in order:
        width = padded(len(examples[i].ids), step)
        if batch and (len(batch) + 1) * width > tokens:
            out.append(batch)
            batch = []
        batch.append(examples[i])
    return out + [batch] if batch else out
