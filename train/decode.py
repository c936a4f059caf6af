# SPDX-License-Identifier: Apache-2.0
"""From the network's numbers to statements and events. Step by step as in DECODING.md; the C++ reader does the same."""
import dataclasses

import numpy as np

import pieces as P
from labels import LINK_WIDTH, LINKS, TRIGGERS


FAR = -1e9   # the score of what cannot be linked


@dataclasses.dataclass
class Settings:
    """What is chosen on dev and written to labels.json."""
    outside: dict = dataclasses.field(default_factory=lambda: {"source": -2.0, "cue": -1.5, "content": 0.0, "name": 0.0, "party": 0.0})
    reach: int = 40               # most pieces between a content or source and its cue
    source_threshold: float = 0.02
    argument_threshold: float = 0.4
    guess_threshold: float = 0.2  # of the party that fills an empty side; an empty side is wrong more often than the best guess is
    words_threshold: float = 0.5  # of words that are no party and fill one all the same
    trigger_threshold: float = 0.7  # the chance of being any trigger, as the mean over a word; the F1 is flat from .5 to .8
    # Knots (raw score, share right) of bench/accuracy/calibration.py --fit.
    event_scores: tuple = ((0.3059, 0.24), (0.5049, 0.5467), (0.6079, 0.64), (0.6924, 0.68),
                           (0.7531, 0.72), (0.7902, 0.76), (0.8307, 0.8), (0.8954, 0.8622),
                           (0.9398, 0.92), (0.9576, 0.936), (0.9871, 0.9583))
    statement_scores: tuple = ((0.6325, 0.4533), (0.7624, 0.52), (0.8138, 0.64), (0.8505, 0.68),
                               (0.8847, 0.84), (0.9089, 0.88), (0.9532, 0.91), (0.9807, 0.92),
                               (0.9905, 0.97), (0.9982, 0.99), (1, 1))
    inner_threshold: float = 0.3  # from which chance on of a cue within it a content is read once more


class Read:
    """The outputs for a whole text: each piece with the numbers of the window in whose core it stands."""

    def __init__(self, text, run):
        self.text, self.pieces = text, P.cut(text)
        parts = {}
        for w in P.windows(self.pieces, P.READ_CORE, P.READ_CORE, P.READ_CONTEXT):
            ids = np.concatenate([[P.CLS], self.pieces.ids[w.begin:w.end], [P.SEP]])
            skip = 1 + w.core_begin - w.begin
            for name, values in run(ids).items():
                parts.setdefault(name, []).append(values[skip:skip + w.core_end - w.core_begin])
        self.out = {name: np.concatenate(p) for name, p in parts.items()}

    def span(self, run):
        return [int(self.pieces.begin[run[0]]), int(self.pieces.end[run[1] - 1])]


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))


def logit(chance):
    return float(np.log(chance / (1 - chance)))


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def best_tags(scores):
    """The best sequence in which every I follows a B or I of its kind. Tags: O, then B and I of each kind."""
    count, kinds = len(scores), (scores.shape[1] - 1) // 2
    inside = np.arange(2, 2 * kinds + 1, 2)
    best, back = scores[0].copy(), np.zeros(scores.shape, dtype=np.int64)
    best[inside] = -np.inf
    for t in range(1, count):
        top = int(best.argmax())
        before = np.full(scores.shape[1], best[top])
        back[t] = top
        for i in inside:   # I may only follow its own B or I
            own = i if best[i] > best[i - 1] else i - 1
            before[i], back[t, i] = best[own], own
        best = before + scores[t]
    tags = [int(best.argmax())]
    for t in range(count - 1, 0, -1):
        tags.append(int(back[t, tags[-1]]))
    return tags[::-1]


def runs(tags):
    """(begin, end, kind) of each B I I …"""
    out = []
    for i, tag in enumerate(tags):
        if tag % 2 == 1:
            out.append([i, i + 1, (tag - 1) // 2])
        elif tag > 0 and out:
            out[-1][1] = i + 1
    return out


def spans(read, layer, settings):
    scores = log_softmax(read.out[layer])
    scores[:, 0] += settings.outside[layer]
    found = runs(best_tags(scores)) if len(scores) else []
    return [r for r in found if read.span(r)[0] < read.span(r)[1]]   # a paragraph piece alone is no span


def link_scores(read, kind, rows, heads, bias):
    part = slice(kind * LINK_WIDTH, (kind + 1) * LINK_WIDTH)
    return read.out["query"][rows, part] @ read.out["key"][heads, part].T / 8 + bias[kind]


def span_links(read, kind, dependents, cues, bias):
    """Mean over the pieces of each dependent span: its score with the first piece of each cue."""
    heads = [c[0] for c in cues]
    return np.array([link_scores(read, LINKS.index(kind), np.arange(b, e), heads, bias).mean(0) for b, e, _ in dependents])


def apart(a, b):
    return max(a[0] - b[1], b[0] - a[1], 0)


def statements(read, bias, settings):
    """One statement for each cue that has content; its source is the one that fits the cue best, if any does."""
    cues, sources, contents = (spans(read, layer, settings) for layer in ("cue", "source", "content"))
    out = [{"source": [], "cue": c, "content": []} for c in cues]
    if not cues:
        return []
    def near(spans, scores):
        distance = np.array([[apart(s, c) for c in cues] for s in spans])
        return np.where(distance > settings.reach, FAR, scores)
    if contents:
        scores = near(contents, span_links(read, "content-cue", contents, cues, bias))
        for content, row in zip(contents, scores):
            if row.max() > FAR:
                out[int(row.argmax())]["content"].append(content)
    if sources:
        scores = near(sources, span_links(read, "source-cue", sources, cues, bias))
        for cue in range(len(cues)):
            best = int(scores[:, cue].argmax())
            if sigmoid(scores[best, cue]) > settings.source_threshold:
                out[cue]["source"].append(sources[best])
    return [s for s in out if s["content"]]


def triggers(read):
    """Neighbouring pieces of one category: (begin, end, root)."""
    out = []
    for i, tag in enumerate(read.out["trigger"].argmax(-1)):
        if tag and out and out[-1][1] == i and out[-1][2] == tag:
            out[-1][1] = i + 1
        elif tag:
            out.append([i, i + 1, int(tag)])
    return out


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def arguments(read, kind, head, bias, settings, limits, parties):
    """The parties within (begin, end) that hang on the head."""
    bound = logit(settings.argument_threshold)
    return [p[:2] + [0] for p in parties if overlaps(p, limits) and span_links(read, kind, [p], [[head]], bias)[0, 0] > bound]


def neighbourhood(sentence, at):
    """The pieces of the trigger's sentence and of the ones next to it."""
    near = np.flatnonzero(np.abs(sentence - sentence[at]) <= 1)
    return int(near[0]), int(near[-1]) + 1


def events(read, bias, settings):
    out, parties = [], spans(read, "party", settings)
    for begin, end, root in triggers(read):
        mean = lambda layer: read.out[layer][begin:end].mean(0)
        same = neighbourhood(read.pieces.sentence, begin)
        out.append({"root": TRIGGERS[root], "trigger": [begin, end], "mode": mean("mode"), "polarity": mean("polarity"),
                    "modality": mean("modality"),
                    "actors": arguments(read, "actor-trigger", begin, bias, settings, same, parties),
                    "recipients": arguments(read, "recipient-trigger", begin, bias, settings, same, parties)})
    return out
