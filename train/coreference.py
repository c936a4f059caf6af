# SPDX-License-Identifier: Apache-2.0
"""Who is meant: mentions and the chains they form, from gum, GAP and the machine-made chains of polnear.

A mention stands for itself by one word, its anchor: the head of the phrase, of a name of several words the last of them.
Within a window each mention is asked which earlier one of its chain it goes back to, or that it is the first.
"""
import pathlib

import corpora
import gum
from examples import Labelled
from labels import MENTIONS

def labelled(document):
    """All chains; as mentions only people, organisations and places."""
    out = Labelled(document.text)
    out.blank("mention")
    anchors = {}
    for mention in document.mentions:
        piece = out.first([document.anchor(mention)])
        if piece is not None:
            out.layers["mention"][piece] = MENTIONS.index(gum.KINDS.get(mention[1], "other"))
            anchors.setdefault(piece, mention[0])
    out.chain(anchors)
    return out


def passages(data, part):
    """GAP: a pronoun and two names, one of which it may go back to; what else is named is not known."""
    out = []
    for line in corpora.lines(pathlib.Path(data) / "small" / f"gap.{part}.jsonl.xz"):
        text = Labelled(line["text"])
        pronoun = text.first([line["pronoun"]])
        names = {name: text.pieces.covered(line[name]) for name in "ab"}
        anchors = {covered[-1]: name for name, covered in names.items() if covered}
        anchors[pronoun] = line["refers_to"] if line["refers_to"] in "ab" else "neither"
        text.chain(anchors, asked={pronoun})
        out.append(text)
    return out
