# SPDX-License-Identifier: Apache-2.0
"""From a text to word pieces with offsets, and from pieces to windows. The C++ reader does the same, step for step."""
import dataclasses
import functools
import re

import numpy as np

import base_model

CLS, SEP = 101, 102
SUBJECT_OPEN, SUBJECT_CLOSE, OBJECT_OPEN, OBJECT_CLOSE = 2, 3, 4, 5   # [unused1] … [unused4]
PARAGRAPH = 6                                                         # [unused5]
SIZE, CONTEXT = 320, 16
CORE = SIZE - 2 - 2 * CONTEXT
# Windows of this length are read, with less of the neighbourhood: chosen on the gold documents (EXPERIMENTS.md).
READ_SIZE, READ_CONTEXT = 192, 8
READ_CORE = READ_SIZE - 2 - 2 * READ_CONTEXT

# A sentence ends at . ? ! with closing quotes and brackets, before a blank and something that can open a sentence.
SENTENCE_END = re.compile(r"[.?!]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")
# … except behind these.
NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Sen|Rep|Gov|Pres|Prof|St|Rev|Hon|Jr|No|vs"
                    r"|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.\s+$")
BREAK = re.compile(r"\s*\n\s*")


@dataclasses.dataclass
class Pieces:
    ids: np.ndarray
    begin: np.ndarray      # offsets into the text, half-open, in code points
    end: np.ndarray
    sentence: np.ndarray   # number of the sentence each piece stands in

    def __len__(self):
        return len(self.ids)

    def covered(self, span):
        """The pieces that share a character with the span."""
        first = np.searchsorted(self.end, span[0], side="right")
        last = np.searchsorted(self.begin, span[1], side="left")
        return [i for i in range(first, last) if self.end[i] > self.begin[i]]


@dataclasses.dataclass
class Window:
    begin: int
    core_begin: int
    core_end: int
    end: int


@functools.cache
def tokenizer():
    return base_model.tokenizer().backend_tokenizer


def paragraphs(text):
    """(begin, end) of each stretch between line breaks."""
    at = 0
    for found in list(BREAK.finditer(text)) + [None]:
        stop = found.start() if found else len(text)
        if stop > at:
            yield at, stop
        at = found.end() if found else at


def sentence_ends(paragraph):
    return [m.end() for m in SENTENCE_END.finditer(paragraph) if not NO_END.search(paragraph[:m.end()])]


def cut(text):
    """The pieces of a whole text, with a PARAGRAPH piece wherever a line break stands between two paragraphs."""
    places = list(paragraphs(text))
    coded = tokenizer().encode_batch([text[b:e] for b, e in places], add_special_tokens=False)
    ids, begin, end, sentence = [], [], [], []
    number = 0
    for (b, e), code in zip(places, coded):
        if ids:
            ids.append(PARAGRAPH), begin.append(b), end.append(b), sentence.append(number - 1)
        ends = sentence_ends(text[b:e])
        ids += code.ids
        begin += [b + x for x, _ in code.offsets]
        end += [b + y for _, y in code.offsets]
        sentence += [number + int(n) for n in np.searchsorted(ends, [x for x, _ in code.offsets], side="right")]
        number = (sentence[-1] if sentence else 0) + 1
    return Pieces(*(np.array(x, dtype=np.int64) for x in (ids, begin, end, sentence)))


def windows(pieces, first_core=CORE, core=CORE, context=CONTEXT):
    """Whole sentences up to `core` pieces; a longer sentence is cut. Up to `context` pieces on each side are read along.

    `first_core` below `core` shifts every border: training sees each text cut differently in each epoch."""
    out, at, room = [], 0, first_core
    while at < len(pieces):
        stop = min(at + room, len(pieces))
        if stop < len(pieces):
            whole = stop
            while whole > at and pieces.sentence[whole] == pieces.sentence[whole - 1]:
                whole -= 1
            stop = whole if whole > at else stop
        out.append(Window(max(0, at - context), at, stop, min(len(pieces), stop + context)))
        at, room = stop, core
    return out
