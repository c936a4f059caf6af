# SPDX-License-Identifier: Apache-2.0
"""Every list of labels, in the order of the network's outputs."""
from authored import ACTS, MODALITIES, MODES, POLARITIES, ROOTS

NAMES = ["person", "organisation", "place", "group", "facility", "misc"]
NAME_TAGS = ["O"] + [f"{p}-{kind}" for kind in NAMES for p in "BI"]
SPANS = ["O", "B", "I"]
TRIGGERS = ["O"] + list(ROOTS)
RELATIONS = ["NONE"] + list(ROOTS)
MODE_PAIRS = ["none"] + [f"{root}/{mode}" for root, modes in MODES.items() for mode in modes.split()]
ACT_LABELS = ["none"] + list(ACTS)
MENTIONS = ["none", "person", "organisation", "place", "other"]
# The last goes from the anchor of a mention to that of an earlier one that means the same.
LINKS = ["source-cue", "content-cue", "actor-trigger", "recipient-trigger", "addressee-cue", "mention-antecedent"]
LINK_WIDTH = 64

# The layers that label each piece, with their widths.
LAYERS = {"name": len(NAME_TAGS), "source": 3, "cue": 3, "content": 3, "trigger": len(TRIGGERS), "mode": len(MODE_PAIRS),
          "polarity": len(POLARITIES), "modality": len(MODALITIES), "act": len(ACT_LABELS),
          "party": 3,    # actors and recipients of events
          "inner": 2,    # cues of statements inside statements: which contents are worth a second reading
          "mention": len(MENTIONS)}   # the anchor of each phrase that means somebody or some place
