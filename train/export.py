# SPDX-License-Identifier: Apache-2.0
"""Writes the folder the C++ reader loads: model.xml and model.bin (int8), labels.json, vocab.txt.

    python3 train/export.py --data ../shared/data --weights /tmp/demarche.pt --out models/demarche-small
"""
import argparse
import dataclasses
import json
import pathlib
import shutil

import nncf
import numpy as np
import openvino
import torch

import base_model
import corpora
import decode
import labels as L
import network as N
import pieces as P
from authored import MODALITIES, POLARITIES


def converted(net):
    ids = torch.full((1, 16), 1000)
    none = torch.zeros(1, 16)
    with torch.no_grad():
        model = openvino.convert_model(net, example_input={
            "input_ids": ids, "attention_mask": torch.ones_like(ids), "subject_mask": none, "object_mask": none})
    for port in model.inputs:
        name = port.get_any_name()
        kind = openvino.Type.i64 if name in ("input_ids", "attention_mask") else openvino.Type.f32
        port.get_node().set_partial_shape(openvino.PartialShape([1, -1]))
        port.get_node().set_element_type(kind)
    for name, port in zip(N.OUTPUTS, model.outputs):
        port.get_tensor().set_names({name})
    model.validate_nodes_and_infer_types()
    return model


def calibration(data):
    """Windows of articles, and marked pairs: the two things the network is asked."""
    rows = []
    for article in corpora.lines(pathlib.Path(data) / "polnear" / "train.jsonl.xz")[:40]:
        cut = P.cut(article["text"])
        for w in P.windows(cut)[:4]:
            ids = np.concatenate([[P.CLS], cut.ids[w.begin:w.end], [P.SEP]])
            rows.append((ids, np.zeros(len(ids)), np.zeros(len(ids))))
    for _, _, e in corpora.relations(data)[::20]:
        if e and all(e.relation[:2]):
            rows.append((e.ids, np.eye(len(e.ids))[e.relation[0]], np.eye(len(e.ids))[e.relation[1]]))
    return [{"input_ids": ids[None], "attention_mask": np.ones_like(ids[None]), "subject_mask": s[None].astype(np.float32),
             "object_mask": o[None].astype(np.float32)} for ids, s, o in rows]


def quantized(model, data):
    rows = calibration(data)
    return nncf.quantize(model, nncf.Dataset(rows), model_type=nncf.ModelType.TRANSFORMER, subset_size=len(rows))


def described(net):
    settings = decode.Settings()
    return {
        "format": 1,
        "names": L.NAMES, "name_tags": L.NAME_TAGS, "spans": L.SPANS, "triggers": L.TRIGGERS, "modes": L.MODE_PAIRS,
        "polarities": POLARITIES, "modalities": MODALITIES, "acts": L.ACT_LABELS, "mentions": L.MENTIONS, "relations": L.RELATIONS,
        "links": L.LINKS, "link_width": L.LINK_WIDTH, "link_scale": 0.125,
        "link_bias": [round(float(b), 6) for b in net.link_bias.detach()],
        "window": {"pieces": P.READ_SIZE, "context": P.READ_CONTEXT, "core": P.READ_CORE},
        "special": {"pad": 0, "unknown": 100, "begin": P.CLS, "end": P.SEP, "subject_open": P.SUBJECT_OPEN,
                    "subject_close": P.SUBJECT_CLOSE, "object_open": P.OBJECT_OPEN, "object_close": P.OBJECT_CLOSE},
        "paragraph_piece": P.PARAGRAPH,
        "pair_mask": "opening_piece",
        "decode": dataclasses.asdict(settings),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    net = N.Network()
    net.load_state_dict(torch.load(args.weights))
    net.eval()
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    openvino.save_model(quantized(converted(net), args.data), out / "model.xml", compress_to_fp16=True)
    (out / "labels.json").write_text(json.dumps(described(net), indent=1) + "\n")
    shutil.copy(pathlib.Path(base_model.folder()) / "vocab.txt", out / "vocab.txt")


if __name__ == "__main__":
    main()
