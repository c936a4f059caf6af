# SPDX-License-Identifier: Apache-2.0
"""The mean of the weights of several runs: what the later ones learned, with less of what they forgot.

    python3 train/average.py first.pt second.pt … out.pt
"""
import sys

import torch

*given, out = sys.argv[1:]
runs = [torch.load(name) for name in given]
torch.save({name: sum(run[name] for run in runs) / len(runs) if kept.is_floating_point() else kept for name, kept in runs[0].items()}, out)
