# SPDX-License-Identifier: Apache-2.0
"""Trains the network on all tasks at once.

    python3 train/train.py --data ../shared/data --out /tmp/demarche.pt
"""
import argparse
import copy
import random
import time

import torch

import corpora
import pieces as P
import recipe_authored as A
from examples import batches, collate, example
from losses import loss
from network import Network

TOKENS = 3072   # padded pieces in a batch


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

    def __init__(self, args, rng):
        self.rng, self.steps = rng, []
        self.fixed = {"polnear": corpora.polnear(args.data, "train"), "names": corpora.names(args.data, "train"),
                      "factuality": corpora.factuality(args.data, "train")}
        self.records = A.records(kept=False)
        for task in ("polnear", "names", "factuality", "authored", "contents", "pairs", "plv"):
            for share in portions(getattr(args, task)):
                self.add(task, share, args)
        rng.shuffle(self.steps)

    def add(self, task, share, args):
        rng, step = self.rng, 128
        if task in ("polnear", "names"):
            made = cut(some(self.fixed[task], share, rng), rng)
        elif task == "factuality":
            made, step = some(self.fixed[task], share, rng), 64
        elif task == "authored":
            made = cut(A.windows_of_records(some(self.records, share, rng), rng))
        elif task == "contents":
            made = cut(A.contents(some(self.records, share, rng)))
        elif task == "pairs":
            made, step = A.marked_pairs(some(self.records, share, rng), rng), 64
        else:
            made, step = some(relation_rows(args.data), share, rng), 64
        self.steps += [(task, step, b) for b in batches(made, TOKENS, step, rng)]


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


def schedule(optimizer, steps, warm=0.06):
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (warm * steps), max(0.02, (steps - s) / (steps * (1 - warm)))))


def run(network, steps, rate, decay=0.995, loud=100):
    opt = optimizer(network, rate)
    plan = schedule(opt, len(steps))
    average, start, seen = Average(network, decay), time.time(), {}
    network.train()
    for number, (task, width, batch) in enumerate(steps):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(network, collate(batch, width))
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        opt.step(), plan.step(), opt.zero_grad()
        average.update(network, number)
        seen.setdefault(task, []).append(float(value.detach()))
        if number % loud == loud - 1:
            means = " ".join(f"{t} {sum(v) / len(v):.3f}" for t, v in sorted(seen.items()))
            print(f"{number + 1}/{len(steps)} {time.time() - start:.0f}s {means}", flush=True)
            seen = {}
    return average.network


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    for task, epochs in (("polnear", 4), ("names", 1), ("factuality", 1), ("authored", 8), ("contents", 3), ("pairs", 4), ("plv", 6)):
        parser.add_argument(f"--{task}", type=float, default=epochs, help="epochs")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    plan = Plan(args, random.Random(args.seed))
    print(f"{len(plan.records)} authored records, {len(plan.steps)} steps", flush=True)
    network = run(Network(), plan.steps, args.rate)
    torch.save(network.state_dict(), args.out)


if __name__ == "__main__":
    main()
