# SPDX-License-Identifier: Apache-2.0
"""The network: one encoder pass, light heads. `forward` is the exported face."""
import torch
from torch import nn

import base_model
from labels import LAYERS, LINKS, LINK_WIDTH, RELATIONS


class Network(nn.Module):
    def __init__(self, size="small", dropout=0.15):
        super().__init__()
        self.encoder = base_model.encoder(size)
        # The word embeddings cover words that the corpora lack; moving only some of them would pull these apart.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleDict({name: nn.Linear(width, size) for name, size in LAYERS.items()})
        self.query = nn.Linear(width, len(LINKS) * LINK_WIDTH)
        self.key = nn.Linear(width, len(LINKS) * LINK_WIDTH)
        self.link_bias = nn.Parameter(torch.full((len(LINKS),), -2.0))
        self.pair = nn.Linear(4 * width, width)
        self.relation = nn.Linear(width, len(RELATIONS))

    def encode(self, ids, mask):
        return self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)

    def relate(self, hidden, subject_mask, object_mask):
        subject = (subject_mask.unsqueeze(1) @ hidden).squeeze(1)
        object_ = (object_mask.unsqueeze(1) @ hidden).squeeze(1)
        together = torch.cat([hidden[:, 0], subject, object_, subject * object_], dim=-1)
        return self.relation(self.dropout(torch.tanh(self.pair(together))))

    def forward(self, input_ids, attention_mask, subject_mask, object_mask):
        hidden = self.encode(input_ids, attention_mask)
        out = [layer(hidden) for layer in self.layers.values()]
        return tuple(out + [self.query(hidden), self.key(hidden), self.relate(hidden, subject_mask, object_mask)])


OUTPUTS = list(LAYERS) + ["query", "key", "relation"]
