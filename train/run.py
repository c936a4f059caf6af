# SPDX-License-Identifier: Apache-2.0
"""Runs a network over one window: the trained weights (torch) or the exported file (OpenVINO)."""
import numpy as np
import torch

import network as N


def torch_runner(path_or_network):
    net = path_or_network
    if isinstance(path_or_network, str):
        net = N.Network()
        net.load_state_dict(torch.load(path_or_network))
    net.eval()

    @torch.no_grad()
    def run(ids):
        count, width = len(ids), -(-len(ids) // 64) * 64
        row = torch.zeros(1, width, dtype=torch.long)
        row[0, :count] = torch.from_numpy(ids)
        none = torch.zeros(1, width)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = net(row, (row != 0).long(), none, none)
        return {name: v[0, :count].float().numpy() for name, v in zip(N.OUTPUTS, out) if name != "relation"}
    return run, net.link_bias.detach().numpy()


def openvino_runner(path, bias, threads=2):
    import openvino
    model = openvino.Core().compile_model(path, "CPU", {"INFERENCE_NUM_THREADS": threads})
    request = model.create_infer_request()

    def run(ids):
        ids = ids[None].astype(np.int64)
        none = np.zeros(ids.shape, dtype=np.float32)
        result = request.infer({"input_ids": ids, "attention_mask": np.ones_like(ids), "subject_mask": none, "object_mask": none})
        return {name: result[name][0].copy() for name in N.OUTPUTS if name != "relation"}
    return run, np.array(bias)
