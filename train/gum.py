# SPDX-License-Identifier: Apache-2.0
"""Reads gum: CoNLL-U with parses and with entities that corefer. Nothing but the standard library, for the scorers use it too."""
import collections
import lzma
import pathlib
import re

# Brackets of the column MISC: "(12-person-new-…", "12)", "(12-person-new-…)".
BRACKET = re.compile(r"\((?P<opens>\d+)-(?P<kind>\w+)[^()]*(?P<closed>\))?|(?P<closes>\d+)\)")
KINDS = {"person": "person", "organization": "organisation", "place": "place"}   # of the corpus, and ours


class Sentence:
    def __init__(self):
        self.words = []      # (begin, end) in the text
        self.heads = []      # place of the head in the sentence, -1 for the root
        self.relations = []


class Document:
    """A document of gum: its text, and its mentions as (chain, kind, sentence, first word, last word)."""

    def __init__(self, name):
        self.name, self.text, self.sentences, self.mentions = name, "", [], []

    def span(self, mention):
        words = self.sentences[mention[2]].words
        return words[mention[3]][0], words[mention[4]][1]

    def head(self, sentence, first, last):
        """The word whose head stands outside."""
        one = self.sentences[sentence]
        inside = [i for i in range(first, last + 1) if not first <= one.heads[i] <= last]
        named = [i for i in inside if one.relations[i] != "punct"]
        return (named or inside or [last])[0]

    def anchor(self, mention):
        one, head = self.sentences[mention[2]], self.head(*mention[2:])
        flat = [i for i in range(head, mention[4] + 1) if one.heads[i] == head and one.relations[i].startswith("flat")]
        return one.words[max(flat, default=head)]


class Reader:
    """Reads CoNLL-U with the entities of gum; a paragraph opens with a line break, a sentence with a blank."""

    def __init__(self):
        self.documents, self.open = [], collections.defaultdict(list)
        self.joined = 0     # words up to this one are written without a blank before the next, as in "women" + "'s"

    def comment(self, line):
        if line.startswith("# newdoc id = "):
            self.documents.append(Document(line.split(" = ")[1]))
        elif line.startswith("# newpar") and "block" not in line and self.documents[-1].text:
            self.documents[-1].text = self.documents[-1].text.rstrip() + "\n\n"
        elif line.startswith("# sent_id"):
            self.documents[-1].sentences.append(Sentence())
            self.joined = 0

    def word(self, columns):
        document = self.documents[-1]
        sentence, begin = document.sentences[-1], len(document.text)
        glued = "SpaceAfter=No" in columns[9] or int(columns[0]) < self.joined
        document.text += columns[1] + ("" if glued else " ")
        sentence.words.append((begin, begin + len(columns[1])))
        sentence.heads.append(int(columns[6]) - 1)
        sentence.relations.append(columns[7])
        self.entities(document, len(sentence.words) - 1, columns[9])

    def entities(self, document, place, misc):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for found in BRACKET.finditer(value):
            if found["opens"]:
                self.open[found["opens"]].append((found["kind"], place))
            number = found["closes"] or (found["opens"] if found["closed"] else None)
            if number and self.open[number]:
                kind, first = self.open[number].pop()
                document.mentions.append((int(number), kind, len(document.sentences) - 1, first, place))


def documents(data, part):
    reader = Reader()
    with lzma.open(pathlib.Path(data) / "gum" / f"{part}.conllu.xz", "rt", encoding="utf-8") as f:
        for line in f:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                reader.comment(line.strip())
            elif len(columns) == 10 and columns[0].isdigit():
                reader.word(columns)
            elif len(columns) == 10 and "-" in columns[0]:
                reader.joined = int(columns[0].split("-")[1])
            elif line == "\n" and reader.documents:
                reader.open.clear()
    return reader.documents
