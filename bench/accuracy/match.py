# SPDX-License-Identifier: Apache-2.0
"""Marked against found: spans are lists of [begin, end]."""


def overlap(a, b):
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def length(spans):
    return sum(e - b for b, e in spans)


def pair_up(gold, found, alike):
    """One to one, in order; good enough where sentences hold a few."""
    pairs, free = [], list(found)
    for one in gold:
        other = next((f for f in free if alike(one, f)), None)
        if other is not None:
            free.remove(other)
            pairs.append((one, other))
    return pairs


def f1(right, gold, found):
    return 2 * right / (gold + found) if gold + found else 0.0
