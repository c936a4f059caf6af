# SPDX-License-Identifier: Apache-2.0
"""Five-fold cross-validation of the pair head, each fold trained from the base weights on the relation data alone.

    python3 train/relation_folds.py --data ../shared/data --out /tmp/plv.tsv && python3 ../shared/data/plv/score.py /tmp/plv.tsv

The folds are the scorer's: sentence number modulo five. Writes row number, predicted root (never NONE: the rows are known to hold
something) and the prediction with NONE allowed.
"""
import argparse
import random

import torch

import corpora
import losses
import recipe_authored as A
from examples import batches, collate
from labels import RELATIONS
from network import Network
from train import run


@torch.no_grad()
def predict(network, examples):
    out = []
    for e in examples:
        batch = collate([e], 64)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = network.encode(batch["ids"], batch["mask"])
            out.append(losses.relation_logits(network, hidden, [e])[0])
    return out


def plan(known, aside, records, args, rng):
    steps = []
    def add(task, examples):
        steps.extend((task, 64, b) for b in batches(examples, 2048, 64, rng))
    for _ in range(args.plv):
        add("plv", known)
    for _ in range(args.sides):
        add("sides", aside)
    for _ in range(args.pairs):
        add("pairs", A.marked_pairs(records, rng))
    rng.shuffle(steps)
    return steps


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--plv", type=int, default=8, help="epochs")
    parser.add_argument("--sides", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--folds", type=int, nargs="*", default=range(5))
    args = parser.parse_args()
    torch.set_num_threads(2)
    rows = [(n, s, e) for n, s, e in corpora.relations(args.data) if e]
    aside, records = corpora.sides(args.data), A.records(kept=False)
    with open(args.out, "w", encoding="utf-8") as out:
        for fold in args.folds:
            rng = random.Random(fold)
            torch.manual_seed(fold)
            steps = plan([e for _, s, e in rows if s % 5 != fold], aside, records, args, rng)
            network = run(Network(), steps, args.rate, decay=0.98)
            held = [(n, e) for n, s, e in rows if s % 5 == fold]
            for (n, _), logits in zip(held, predict(network, [e for _, e in held])):
                out.write(f"{n}\t{RELATIONS[1 + int(logits[1:].argmax())]}\t{RELATIONS[int(logits.argmax())]}\n")
            out.flush()


if __name__ == "__main__":
    main()
