# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest train/test_train.py (from the project's root, with PYTHONPATH=train)"""
import unittest

import numpy as np

import authored
import decode
import pieces as P
import recipe_authored as A
from corpora import marked
from labels import RELATIONS

TEXT = "Norway urged Peru to release the two pilots.\n\nLima refused. \"Never,\" said its envoy."


class Pieces(unittest.TestCase):
    def test_a_line_break_is_one_piece_without_characters(self):
        cut = P.cut(TEXT)
        at = list(cut.ids).index(P.PARAGRAPH)
        self.assertEqual(cut.begin[at], cut.end[at])
        self.assertEqual(TEXT[cut.begin[at + 1]:cut.end[at + 1]], "Lima")

    def test_cores_cover_every_piece_once(self):
        cut = P.cut(TEXT * 60)
        for first in (20, P.CORE):
            windows = P.windows(cut, first)
            self.assertEqual([i for w in windows for i in range(w.core_begin, w.core_end)], list(range(len(cut))))
            self.assertLessEqual(max(w.end - w.begin for w in windows), P.SIZE - 2)


class Decode(unittest.TestCase):
    def test_no_inside_without_a_begin(self):
        scores = np.log(np.array([[.1, .1, .8], [.1, .3, .6], [.8, .1, .1], [.3, .2, .5]]))
        tags = decode.best_tags(scores)
        self.assertEqual(decode.runs(tags)[0][0], 0)
        for before, tag in zip([0] + tags, tags):
            self.assertFalse(tag == 2 and before == 0)

    def test_runs_part_at_a_begin(self):
        self.assertEqual(decode.runs([0, 1, 2, 1, 2, 2, 0, 3]), [[1, 3, 0], [3, 6, 0], [7, 8, 1]])


class Authored(unittest.TestCase):
    def record(self):
        text = TEXT[:44]
        statement = authored.statement(text, "Norway | urged | to release the two pilots | demand | Peru", 1)
        event = authored.event(text, "REQUEST yield | urged | Norway | Peru | affirmed happened")
        return authored.Record("", text, [statement], [event])

    def test_joined_records_keep_their_spans(self):
        joined = A.joined([self.record(), self.record()], " ")
        for s in joined.statements:
            self.assertEqual([joined.text[b:e] for b, e in s.source + s.cue], ["Norway", "urged"])

    def test_labels_read_back(self):
        labelled = A.whole(self.record())
        spans = decode.runs(labelled.layers["content"])
        self.assertEqual(len(spans), 1)
        begin, end = labelled.pieces.begin[spans[0][0]], labelled.pieces.end[spans[0][1] - 1]
        self.assertEqual(TEXT[begin:end], "to release the two pilots")

    def test_a_pair_is_marked_in_one_direction(self):
        pairs = A.asked(self.record())
        self.assertEqual(pairs, {((0, 6), (13, 17)): {"REQUEST"}})
        made = marked(TEXT[:44], (0, 6), (13, 17), ["REQUEST"])
        self.assertEqual(made.ids[made.relation[0]], P.SUBJECT_OPEN)
        self.assertEqual(made.relation[2], {RELATIONS.index("REQUEST")})


if __name__ == "__main__":
    unittest.main()
