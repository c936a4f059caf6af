# SPDX-License-Identifier: Apache-2.0
"""What goes wrong on the corpora, one error a line, for errors.py; nothing of it is stored."""
import csv
import json
import lzma
import pathlib
import re

import attribution
import chains
import incidents
import judgements
import names as name_rows
import participants
import sides
from match import length, overlap, pair_up
from rows import label

AROUND = 70   # characters of the text shown on each side
YIELD = {"CONCEDE", "RETREAT"}   # one category in the older ontology of plv


def words(text, spans):
    return " … ".join(text[b:e] for b, e in spans)


def around(text, spans, width=AROUND):
    begin, end = min(b for b, _ in spans), max(e for _, e in spans)
    return (text[max(0, begin - width):begin] + "⟦" + text[begin:end] + "⟧" + text[end:end + width]).replace("\n", " ")


def attributions(data):
    folder = pathlib.Path(data) / "polnear"
    articles = [json.loads(line) for line in lzma.open(folder / "dev.jsonl.xz", "rt", encoding="utf-8")]
    readings = label([{"id": a["doc"], "text": a["text"], "date": a.get("date")} for a in articles])
    alike = lambda a, b: overlap(a["content"], b["content"]) >= 0.5 * length(a["content"])
    for article, reading in zip(articles, readings):
        found = attribution.outermost(reading)
        pairs = pair_up(article["attributions"], found, alike)
        for one in article["attributions"]:
            if not any(one is g for g, _ in pairs) and one["content"]:
                yield f"missed\tcue “{words(article['text'], one['cue'])}”\t{around(article['text'], one['content'])[:300]}"
        for one in found:
            if not any(one is f for _, f in pairs):
                yield f"false\tcue “{words(article['text'], one['cue'])}”\t{around(article['text'], one['content'])[:300]}"
        for marked, one in pairs:
            if marked["source"] and not overlap(marked["source"], one["source"]):
                yield f"source “{words(article['text'], marked['source'])}” as “{words(article['text'], one['source'])}”\t{around(article['text'], marked['cue'] or marked['content'])[:300]}"


def pronouns(data):
    with lzma.open(pathlib.Path(data) / "small" / "gap.dev.jsonl.xz", "rt", encoding="utf-8") as f:
        passages = [json.loads(line) for line in f]
    for passage, reading in zip(passages, label([{"id": p["id"], "text": p["text"]} for p in passages])):
        meant = chains.entities_at(reading, passage["pronoun"], exact=True)
        said_ = [name for name in "ab" if meant & chains.entities_at(reading, passage[name])]
        if said_ != [x for x in [passage["refers_to"]] if x in "ab"]:
            yield f"{passage['refers_to']} as {said_}\ta “{words(passage['text'], [passage['a']])}” b “{words(passage['text'], [passage['b']])}”\t{around(passage['text'], [passage['pronoun']])}"


def happened(data):
    sentences = list(judgements.asked(data, "dev"))
    readings = label([{"id": s["id"], "text": s["text"], "predicates": [span for span, _ in rated]} for s, rated in sentences])
    for (sentence, rated), reading in zip(sentences, readings):
        for (span, marked), answer in zip(rated, reading["predicates"]):
            if marked != (answer["happened"] >= judgements.THRESHOLD):
                yield f"{'happened' if marked else 'did not'} as {answer['happened']:.2f}\t{around(sentence['text'], [span])}"


def unmarked(sentence):
    """The text of plv's marked sentence and the spans of its source and of its target; some sentences lack either mark."""
    text, spans, open_at = "", {"s": [], "t": []}, {}
    for part in re.split(r"(</?[st]>)", sentence):
        if part in ("<s>", "<t>"):
            open_at[part[1]] = len(text)
        elif part in ("</s>", "</t>"):
            spans[part[2]].append([open_at[part[2]], len(text)])
        else:
            text += part
    return text, spans["s"], spans["t"]


def likeliest(relation):
    return max((event for event in relation["scores"] if event != "NONE"), key=relation["scores"].get)


def relations(data):
    """Of the pairs of plv, all of which the committed network was trained on, those that it gets wrong all the same."""
    with open(pathlib.Path(data) / "plv" / "PLV_train.tsv", encoding="utf-8") as f:
        rows = [(row["gold_root"], *unmarked(row["marked_sentence"])) for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)]
    pairs = [row for row in rows if row[2] and row[3]]
    readings = label([{"id": str(i), "text": text, "pairs": [source[0] + target[0]]} for i, (_, text, source, target) in enumerate(pairs)])
    for (marked, text, source, target), reading in zip(pairs, readings):
        found = likeliest(reading["relations"][0])
        if found not in (YIELD if marked == "YIELD" else {marked}):
            yield f"{marked} as {found}\t{words(text, source)} → {words(text, target)}\t{text}"


def places_in(chains_):
    return {anchor: chain for chain in chains_ for anchor in chain}


def coreference(data):
    """A mention with what the corpus links it to (the last of its chain before it) and what the program does."""
    documents = chains.gum.documents(data, "dev")
    for document, reading in zip(documents, label([{"id": d.name, "text": d.text} for d in documents])):
        marked, found = places_in(chains.marked(document)), places_in(chains.found(document, reading))
        before = lambda anchor, chain: max((m for m in chain if m < anchor), default=None)
        shown = lambda anchor: f"“{document.text[anchor[0]:anchor[1]]}”" if anchor else "none"
        for anchor in sorted(marked | found):
            right, said = (before(anchor, of.get(anchor, set())) for of in (marked, found))
            kind = ("missed" if anchor not in found else "false" if anchor not in marked else
                    "split" if right and not any(m < anchor for m in marked[anchor] & found[anchor]) and not said else
                    "joined" if said and said not in marked[anchor] else None)
            if kind:
                yield f"{kind}\t{shown(right)} as {shown(said)}\t{around(document.text, [anchor])}"


def attacks(data):
    reports = incidents.reports(data)
    for report, reading in zip(reports, label([{"id": r["id"], "text": r["cased"], "date": r["date"]} for r in reports])):
        told, seen = bool(report["templates"]), [e for e in reading["events"] if incidents.is_attack(e)]
        if told and not seen:
            kinds = [kind for template in report["templates"] for kind in template["type"]]
            violent = [f"{e['polarity']} {e['modality']}" for e in reading["events"] if e["event"] in incidents.VIOLENT]
            yield f"report missed\t{kinds} {violent}\t{report['cased'][:400]!r}"
        elif seen and not told:
            yield "report false\t" + "\t".join(around(report["cased"], e["trigger"], 50) for e in seen[:3])


def fills(data):
    """Perpetrators and victims of MUC-4 that are no party of a deed of force, at the first place that names them."""
    reports = incidents.reports(data)
    for report, reading in zip(reports, label([{"id": r["id"], "text": r["cased"], "date": r["date"]} for r in reports])):
        for side, slots in (("actors", ("perp_individual", "perp_organization")), ("recipients", ("target", "victim_name", "victim_description"))):
            parties = [p["span"] for e in reading["events"] if e["event"] in incidents.VIOLENT for p in e[side]]
            for spans in incidents.fills(report, slots):
                if not overlap(spans, parties):
                    near = [f"{e['event']} {words(report['cased'], e['trigger'])} {[words(report['cased'], [p['span']]) for p in e[side]]}"
                            for e in reading["events"] if any(e["sentence"][0] <= b < e["sentence"][1] for b, _ in spans)]
                    yield f"{side}\t{len(spans)} places\t{around(report['cased'], spans[:1], 110)}\t{near[:4]}"


def fights(data):
    told, quads = sides.documents(data), sides.quads_of_events()
    readings = label([{"id": d["id"], "text": d["text"], "pairs": [r["source"] + r["target"] for r in sides.of_sides(d)]} for d in told])
    for document, reading in zip(told, readings):
        for marked, answer in zip(sides.of_sides(document), reading["relations"]):
            if sides.quad(answer, quads) not in sides.SIDES[marked["type"]]:
                both = sorted([marked["source"], marked["target"]])
                yield (f"{marked['type']} as {likeliest(answer)} (none {answer['scores']['NONE']:.2f})\t{words(document['text'], [marked['source']])} → "
                       f"{words(document['text'], [marked['target']])}\t{around(document['text'], [[both[0][0], both[1][1]]], 40)}")


def names(data):
    told = sides.documents(data)
    for document, reading in zip(told, label([{"id": d["id"], "text": d["text"]} for d in told])):
        spans = [m["span"] for m in reading["mentions"]] + [p["span"] for p in reading["places"]]
        for entity in document["entities"]:
            if entity["type"] in ("Organisation", "Person", "Location") and not overlap([entity["span"]], spans):
                yield f"{entity['type']}\t{around(document['text'], [entity['span']])}"


def exact(data):
    """Names of worldner and CrossNER that are not found with their span; touched: by which spans instead."""
    for part, documents in name_rows.kept(data).items():
        for document, reading in zip(documents, label([{"id": d["id"], "text": d["text"]} for d in documents])):
            found, text = name_rows.found_in(reading), document["text"]
            for entity in document["entities"]:
                b, e = entity["span"]
                if entity["type"] in name_rows.KINDS and not ((b, e) in found or (b - 4, e) in found and text[b - 4:b].lower() == "the "):
                    touched = [text[x:y] for x, y in sorted(found) if x < e and y > b]
                    yield f"{part}\t{name_rows.KINDS[entity['type']]} as {touched}\t{around(text, [entity['span']])}"


def participants_and_dates(data):
    told = participants.texts(data)
    readings = label([{"id": t["id"], "text": t["text"], "predicates": [participants.whole(m) for m in participants.deeds(t)]} for t in told])
    for text, reading in zip(told, readings):
        for mention, answer in zip(participants.deeds(text), reading.get("predicates", [])):
            if (mention.get("polarity") == "negated") != (answer["polarity"] == "negated"):
                yield f"{mention.get('polarity', 'affirmed')} as {answer['polarity']}\t{around(text['text'], mention['spans'])}"
        for tag, fields in (("HUMAN_PART", ("mentions",)), ("LOC_GEO", ("places", "mentions")), ("TIME_DATE", ("moments",))):
            spans = [item["span"] for field in fields for item in reading[field]]
            for mention in participants.marked(text, tag):
                if not overlap(mention["spans"], spans):
                    yield f"{tag}\t{around(text['text'], mention['spans'])}"


KINDS = {"attribution": attributions, "pronouns": pronouns, "happened": happened, "relations": relations, "coreference": coreference,
         "attacks": attacks, "fills": fills, "fights": fights, "names": names,
         "exact": exact, "participants": participants_and_dates}
