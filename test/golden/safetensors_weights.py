#!/usr/bin/python3
"""Golden values of org.debye.learning.checkpoint.SafeTensors: safetensors_weights.* beside this script.

The state_dict of a small torch network and an array of every other type that is read, written by the
rules of the format alone (Debian has no safetensors); where the reference implementation can be
imported, its bytes must be the same: PYTHONPATH=FOLDER_OF_safetensors ./safetensors_weights.py
"""
import json
import math
import pathlib
import struct

import torch

HERE = pathlib.Path(__file__).parent
# In the order of the reference implementation's enumeration, by which it lays files out.
TYPES = {
    "BOOL": torch.bool, "U8": torch.uint8, "I8": torch.int8, "I16": torch.int16,
    "F16": torch.float16, "BF16": torch.bfloat16, "I32": torch.int32, "F32": torch.float32,
    "F64": torch.float64, "I64": torch.int64,
}
NAMES = {torch_type: name for name, torch_type in TYPES.items()}


def tensors():
    torch.manual_seed(11)
    network = torch.nn.Sequential(
        torch.nn.Conv1d(1, 4, 5, stride=2), torch.nn.BatchNorm1d(4), torch.nn.Linear(8, 2)
    )
    state = {f"features.{name}": value for name, value in network.state_dict().items()}
    ends = [0.0, -0.0, 1.0, -2.5, 65504.0, 6.1e-5, 5.96e-8, -3e-6, math.inf, -math.inf, math.nan, 0.1]
    state["halves"] = torch.tensor(ends, dtype=torch.float16).reshape(3, 4)
    state["brain.halves"] = torch.tensor(ends + [3e38, 1e-40], dtype=torch.bfloat16)
    state["doubles"] = torch.tensor([math.pi, -1e300, 5e-324], dtype=torch.float64)
    state["mask"] = torch.tensor([[True, False], [False, True]])
    state["random.state"] = torch.arange(250, 256, dtype=torch.uint8)
    state["signed"] = torch.tensor([-128, 127, -1], dtype=torch.int8)
    state["short"] = torch.tensor([-32768, 32767], dtype=torch.int16)
    state["int"] = torch.tensor([-(2**31), 2**31 - 1], dtype=torch.int32)
    state["long"] = torch.tensor([-(2**63), 2**63 - 1], dtype=torch.int64)
    state["none"] = torch.zeros(0, 3)
    state["größe \"µ\""] = torch.tensor(7.0)
    return state


def raw(tensor):
    tensor = tensor.detach().contiguous()
    if tensor.dtype == torch.bfloat16:
        tensor = tensor.view(torch.int16)
    return tensor.numpy().tobytes()


def safetensors(state, texts):
    order = sorted(state, key=lambda name: (-list(TYPES).index(NAMES[state[name].dtype]), name.encode()))
    header, at, data = {"__metadata__": texts}, 0, b""
    for name in order:
        block = raw(state[name])
        header[name] = {
            "dtype": NAMES[state[name].dtype],
            "shape": list(state[name].shape),
            "data_offsets": [at, at + len(block)],
        }
        at += len(block)
        data += block
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + data


def spelled(number):
    """Exact, as java.lang.Double.parseDouble and Long.parseLong read it."""
    if isinstance(number, float):
        return number.hex() if math.isfinite(number) else str(number).replace("nan", "NaN").replace("inf", "Infinity")
    return str(int(number))


def main():
    state = tensors()
    file = safetensors(state, {"format": "pt"})
    try:
        import safetensors.torch as reference

        assert reference.save(state, {"format": "pt"}) == file, "the reference implementation writes other bytes"
        print("the reference implementation writes the same bytes")
    except ImportError:
        print("no reference implementation to compare with")
    (HERE / "safetensors_weights.safetensors").write_bytes(file)
    lines = [
        json.dumps({
            "name": name,
            "type": NAMES[tensor.dtype],
            "shape": list(tensor.shape),
            "values": [spelled(v) for v in tensor.flatten().tolist()],
        })
        for name, tensor in sorted(state.items())
    ]
    (HERE / "safetensors_weights.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


main()
