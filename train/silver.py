# SPDX-License-Identifier: Apache-2.0
"""Marks the cues of inner statements on texts whose annotation has only outermost ones, as a trained network finds them.

Such a network reads each content once more by itself: what it then takes for a cue is one inside. The mark only decides which
contents are read a second time, so that an error costs time or one inner statement, never a wrong one."""
import numpy as np
import torch

import pieces as P
from examples import Example, collate
from labels import LINKS

LIKELY = 0.5


def contents(labelled):
    """The pieces of all contents, each with the PARAGRAPH piece (-1) before it."""
    kind, out = LINKS.index("content-cue"), []
    for link in labelled.links:
        if link.kind == kind and len(link.parts) > 4:
            out += [-1] + link.parts
    return out


@torch.no_grad()
def cue_chances(network, ids):
    out = []
    for at in range(0, len(ids), P.CORE):
        row = np.concatenate([[P.CLS], ids[at:at + P.CORE], [P.SEP]])
        batch = collate([Example(row, {}, {})], 64)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = network.encode(batch["ids"], batch["mask"])
        out.append(1 - network.layers["cue"](hidden)[0, 1:len(row) - 1].float().softmax(-1)[:, 0].numpy())
    return np.concatenate(out)


def mark(labelled, network):
    labelled.blank("inner")
    where = np.array(contents(labelled))
    if len(where):
        chances = cue_chances(network, np.where(where < 0, P.PARAGRAPH, labelled.pieces.ids[where]))
        labelled.layers["inner"][where[(chances > LIKELY) & (where >= 0)]] = 1
