# SPDX-License-Identifier: Apache-2.0
"""The mean of two runs' weights: what the later one learned, with less of what it forgot.

    python3 train/average.py first.pt second.pt out.pt
"""
import sys

import torch

first, second = torch.load(sys.argv[1]), torch.load(sys.argv[2])
torch.save({name: (first[name] + second[name]) / 2 if first[name].is_floating_point() else first[name] for name in first}, sys.argv[3])
