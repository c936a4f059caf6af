# SPDX-License-Identifier: Apache-2.0
"""Trains the network on all tasks at once.

    python3 train/train.py --data ../shared/data --out /tmp/demarche.pt
"""
import argparse
import collections
import copy
import random
import time

import torch

import coreference
import corpora
import gold
import gum
import pieces as P
import recipe_authored as A
import silver
from examples import batches, collate, example, padded
from losses import loss
from network import Network

# Padded pieces in a batch. Where few pieces carry a label, smaller batches give more steps for the same work.
TOKENS = {"polnear": 3072, "names": 3072, "factuality": 1536, "authored": 1024, "documents": 1024, "contents": 1024, "pairs": 1536, "plv": 1536,
          "triples": 1536, "coreference": 1536, "pronouns": 1536}

EPOCHS = {"polnear": 3.5, "names": 0.8, "factuality": 0.2, "authored": 14, "documents": 8, "contents": 3, "pairs": 3, "plv": 6, "triples": 3,
          "coreference": 3, "pronouns": 3}


def cut(labelled, rng=None):
    out = []
    for text in labelled:
        first = rng.randint(64, P.CORE) if rng else P.CORE
        out += [example(text, w) for w in P.windows(text.pieces, first)]
    return out


def some(items, share, rng):
    return rng.sample(items, int(len(items) * share)) if share < 1 else items


def portions(total):
    """2.5 epochs are two whole ones and a half."""
    while total > 0:
        yield min(1.0, total)
        total -= 1


class Plan:
    """All batches of a run, each task as often as `epochs` says, in one random order."""

    def __init__(self, args, rng, teacher=None):
        self.rng, self.steps = rng, []
        self.fixed = {"polnear": corpora.polnear(args.data, "train"), "names": corpora.names(args.data, "train"),
                      "factuality": corpora.factuality(args.data, "train"),
                      "coreference": [coreference.labelled(d) for d in gum.documents(args.data, "train")],
                      "pronouns": coreference.passages(args.data, "train")}
        self.records = A.records(kept=False)
        learned = gold.learned()
        self.documents = A.whole_documents(learned)
        self.paragraphs = self.records + [record for document in learned for record in document]
        if teacher and args.polnear:
            mark_inner(self.fixed["polnear"], teacher)
        for task in TOKENS:
            for share in portions(getattr(args, task)):
                self.add(task, share, args)
        rng.shuffle(self.steps)

    def add(self, task, share, args):
        rng, step = self.rng, 64
        if task in ("polnear", "names", "coreference", "pronouns"):
            made = cut(some(self.fixed[task], share, rng), rng)
        elif task == "factuality":
            made = some(self.fixed[task], share, rng)
        elif task == "authored":
            made = cut(A.windows_of_records(some(self.records, share, rng), rng))
        elif task == "documents":
            made = cut(some(self.documents, share, rng), rng)
        elif task == "contents":
            made = cut(A.contents(some(self.paragraphs, share, rng)))
        elif task == "pairs":
            made = A.marked_pairs(some(self.paragraphs, share, rng), rng)
        elif task == "triples":
            made = some(corpora.triples(args.data), share, rng)
        else:
            made = some(relation_rows(args.data), share, rng)
        self.steps += [(task, step, b) for b in batches(made, TOKENS[task], step, rng)]


def relation_rows(data):
    return [e for _, _, e in corpora.relations(data) if e] + corpora.sides(data)


class Average:
    """An exponential mean of the weights: steadier than the last ones."""

    def __init__(self, network, decay):
        self.network, self.decay = copy.deepcopy(network).eval(), decay

    @torch.no_grad()
    def update(self, network, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        for mine, theirs in zip(self.network.parameters(), network.parameters()):
            if theirs.requires_grad:
                mine.lerp_(theirs, 1 - decay)


def optimizer(network, rate):
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    return torch.optim.AdamW([{"params": inner, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01,
                             fused=True)


def rate_at(progress, warm=0.05):
    return min(progress / warm, (1 - progress) / (1 - warm)) if progress < 1 else 0.0


def run(network, steps, rate, minutes=1e9, decay=0.995, loud=100, save=None, stop=None):
    """All steps, or as many as fit into `minutes`: the learning rate falls with whichever is further. Or the first `stop`
    of them at the rates of the whole plan, as when a run is broken off."""
    opt = optimizer(network, rate)
    peaks = [group["lr"] for group in opt.param_groups]
    average, start, seen = Average(network, decay), time.time(), {}
    network.train()
    for number, (task, width, batch) in enumerate(steps):
        progress = max((number + 0.5) / len(steps), (time.time() - start) / (60 * minutes))
        if progress >= 1 or number == stop:
            break
        for group, peak in zip(opt.param_groups, peaks):
            group["lr"] = peak * rate_at(progress)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(network, collate(batch, width))
        if not torch.is_tensor(value):   # a batch of windows without any label
            continue
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        opt.step(), opt.zero_grad()
        average.update(network, number)
        seen.setdefault(task, []).append(float(value.detach()))
        if number % loud == loud - 1:
            means = " ".join(f"{t} {sum(v) / len(v):.3f}" for t, v in sorted(seen.items()))
            print(f"{number + 1}/{len(steps)} {time.time() - start:.0f}s {means}", flush=True)
            seen = {}
            if save:
                torch.save(average.network.state_dict(), save)
    return average.network


def widened(known, wanted):
    """Outputs added since then stand behind the known ones and start anew."""
    for name, value in known.items():
        if name in wanted and len(value.shape) and value.shape[0] < wanted[name].shape[0]:
            known[name] = torch.cat([value, wanted[name][len(value):]])
    return known


def started(path, size="small"):
    """The weights of an earlier run; a head that it did not have yet starts anew."""
    network = Network(size)
    if path:
        known = widened(torch.load(path), network.state_dict())
        fresh = network.load_state_dict(known, strict=False).missing_keys
        print(f"starts from {path}" + (f", new: {' '.join(fresh)}" if fresh else ""), flush=True)
    return network


def mark_inner(texts, network):
    network.eval()
    for text in texts:
        silver.mark(text, network)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", choices=("small", "large"), default="small", help="which encoder")
    parser.add_argument("--start", help="weights to go on from, instead of the base weights")
    parser.add_argument("--teacher", help="weights of a small network that marks inner cues, instead of those of --start")
    parser.add_argument("--minutes", type=float, default=1e9, help="at most so long")
    parser.add_argument("--stop", type=int, help="break off after so many steps")
    for task, epochs in EPOCHS.items():
        parser.add_argument(f"--{task}", type=float, default=epochs, help="epochs")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    network = started(args.start, args.size)
    teacher = started(args.teacher) if args.teacher else network if args.start else None
    plan = Plan(args, random.Random(args.seed), teacher)
    size = collections.Counter()
    for task, step, batch in plan.steps:
        size[task] += len(batch) * padded(max(len(e.ids) for e in batch), step)
    print(f"{len(plan.records)} authored records, {len(plan.documents)} documents, {len(plan.steps)} steps, padded pieces: {dict(size)}", flush=True)
    network = run(network, plan.steps, args.rate, args.minutes, save=args.out, stop=args.stop)
    torch.save(network.state_dict(), args.out)


if __name__ == "__main__":
    main()
