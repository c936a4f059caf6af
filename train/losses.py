# SPDX-License-Identifier: Apache-2.0
"""What is learned from each kind of label. Absent labels cost nothing."""
import numpy as np
import torch
import torch.nn.functional as F

from examples import SKIP
from labels import LINK_WIDTH, LINKS, MODALITIES, POLARITIES

# Content spans are long and rare beside the rest, and what the score is about.
WEIGHT = {"name": 1.0, "source": 1.0, "cue": 1.0, "content": 1.5, "trigger": 2.0, "mode": 0.7, "polarity": 0.5,
          "modality": 0.8, "act": 0.8, "party": 1.0, "inner": 1.0, "mention": 1.0}
ANTECEDENT = LINKS.index("mention-antecedent")
ARGUMENTS = {LINKS.index(k) for k in ("actor-trigger", "recipient-trigger", "addressee-cue")}
REAL = [MODALITIES.index("happened"), MODALITIES.index("ongoing")]


def tags(network, hidden, layers):
    total = 0.0
    for name, gold in layers.items():
        known = gold != SKIP
        if known.any():
            total = total + WEIGHT[name] * F.cross_entropy(network.layers[name](hidden[known]).float(), gold[known])
    return total


def link_loss(scores, gold, kind):
    """Each pair is judged alone; each piece of a source or content must also prefer its own cue."""
    loss = F.binary_cross_entropy_with_logits(scores, gold, reduction="sum") / gold.sum().clamp(min=1.0)
    if kind in ARGUMENTS:
        return 0.6 * loss
    known = gold.sum(1) > 0   # the head of the others stands outside the window
    if not known.any():
        return 0.3 * loss
    own = torch.logsumexp(scores[known].masked_fill(gold[known] == 0, -1e4), 1)
    return 0.3 * loss + (torch.logsumexp(scores[known], 1) - own).mean()


def links(network, hidden, examples):
    query, key = network.query(hidden), network.key(hidden)
    losses = []
    for row, e in enumerate(examples):
        for kind, (rows, heads, gold) in e.pairs.items():
            part = slice(kind * LINK_WIDTH, (kind + 1) * LINK_WIDTH)
            scores = (query[row, rows, part].float() @ key[row, heads, part].float().T) / 8 + network.link_bias[kind]
            losses.append(link_loss(scores, torch.from_numpy(gold), kind))
    return 0.4 * sum(losses) / len(examples) if losses else 0.0


def antecedents(network, hidden, examples):
    """Each mention prefers the earlier ones of its chain to all others and, when it is the first, to be new (a score of zero):
    Lee et al. 2017, with one word for each mention."""
    query, key = network.query(hidden), network.key(hidden)
    part = slice(ANTECEDENT * LINK_WIDTH, (ANTECEDENT + 1) * LINK_WIDTH)
    losses = []
    for row, e in enumerate(examples):
        if e.chains is None:
            continue
        places, numbers, asked = (torch.from_numpy(x) for x in e.chains)
        scores = (query[row, places, part].float() @ key[row, places, part].float().T) / 8 + network.link_bias[ANTECEDENT]
        earlier = torch.ones_like(scores).tril(-1) > 0
        own = earlier & (numbers[:, None] == numbers[None, :])
        new = torch.zeros(len(places), 1)
        hit = torch.cat([new.masked_fill(own.any(1, keepdim=True), -1e4), scores.masked_fill(~own, -1e4)], 1)
        every = torch.cat([new, scores.masked_fill(~earlier, -1e4)], 1)
        losses.append((torch.logsumexp(every, 1) - torch.logsumexp(hit, 1))[asked].mean())
    return 0.5 * sum(losses) / len(losses) if losses else 0.0


def happened(network, hidden, examples):
    """Affirmed, and happened or ongoing, as often as the raters say."""
    places = [(row, p) for row, e in enumerate(examples) for p in e.happened[0]]
    share = torch.from_numpy(np.concatenate([e.happened[1] for e in examples]))
    at = hidden[[r for r, _ in places], [p for _, p in places]]
    affirmed = network.layers["polarity"](at).float().softmax(-1)[:, POLARITIES.index("affirmed")]
    real = network.layers["modality"](at).float().softmax(-1)[:, REAL].sum(-1)
    chance = (affirmed * real).clamp(1e-4, 1 - 1e-4)
    return 0.3 * F.binary_cross_entropy(chance, share)


def relation_logits(network, hidden, examples):
    width = hidden.shape[1]
    subject, object_ = torch.zeros(len(examples), width), torch.zeros(len(examples), width)
    for row, e in enumerate(examples):
        for pool, at in ((subject, e.relation[0]), (object_, e.relation[1])):
            if at:
                pool[row, at] = 1
    return network.relate(hidden, subject.to(hidden.dtype), object_.to(hidden.dtype)).float()


def relations(network, hidden, examples, smooth=0.05):
    logits = relation_logits(network, hidden, examples)
    chances = logits.log_softmax(-1)
    allowed = torch.zeros_like(chances)
    for row, e in enumerate(examples):
        allowed[row, list(e.relation[2])] = 1
    hit = torch.logsumexp(chances.masked_fill(allowed == 0, -1e4), 1)
    return -((1 - smooth) * hit + smooth * chances.mean(1)).mean()


def triples(network, hidden, examples):
    """Of a pair only the category is known, not the word that carries it: some piece must be its trigger and both its parties."""
    query, key = network.query(hidden), network.key(hidden)
    tagged = network.layers["trigger"](hidden).float().log_softmax(-1)
    losses = []
    for row, e in enumerate(examples):
        inside = slice(1, len(e.ids) - 1)
        def party(link, at):
            kind = LINKS.index(link)
            part = slice(kind * LINK_WIDTH, (kind + 1) * LINK_WIDTH)
            scores = query[row, at, part].float() @ key[row, inside, part].float().T / 8 + network.link_bias[kind]
            return F.logsigmoid(scores.mean(0))
        actor = party("actor-trigger", e.triple.subject)
        other = party("recipient-trigger", e.triple.object)
        if e.triple.joint:
            other = torch.logaddexp(other, party("actor-trigger", e.triple.object))
        trigger = torch.logsumexp(tagged[row, inside][:, list(e.triple.roots)], 1)
        # At least one piece, not as many as possible: the sum over pieces is no chance and would call every word a trigger.
        losses.append(-(trigger + actor + other).max())
    return 0.15 * sum(losses) / len(losses)


def loss(network, batch):
    hidden = network.encode(batch["ids"], batch["mask"])
    examples = batch["examples"]
    total = tags(network, hidden, batch["layers"])
    if any(e.pairs for e in examples):
        total = total + links(network, hidden, examples)
    if any(e.chains is not None for e in examples):
        total = total + antecedents(network, hidden, examples)
    if examples[0].happened is not None:
        total = total + happened(network, hidden, examples)
    if examples[0].triple is not None:
        total = total + triples(network, hidden, examples)
    if examples[0].relation is not None:
        total = total + relations(network, hidden, examples)
    return total
