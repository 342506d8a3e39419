#!/usr/bin/python3
"""Reads a model that Debye has trained, in Python.

    python3 docs/load_model.py FOLDER             prints the weights' names, types and shapes
    python3 docs/load_model.py FOLDER training    the same of what training goes on from

    from load_model import load
    card, weights = load(FOLDER)
    network.load_state_dict(weights)

FOLDER holds card.json and the files that it names. Needs torch, and numpy where the package safetensors
is not there. The file is read whole, and its SHA-256 compared with the card's.
"""
import hashlib
import json
import pathlib
import struct
import sys

import torch


def load(folder, part="model"):
    """The card as a dictionary, and a state_dict: of the weights, or of part="training"."""
    folder = pathlib.Path(folder)
    document = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    if document["format"] != "debye-model" or document["version"] != 1:
        raise ValueError(f"{folder}: no model card of version 1")
    file = document["files"][part]
    data = (folder / file["name"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != file["sha256"]:
        raise ValueError(f"{folder / file['name']}: not the file that the card was written with; copy the folder again")
    return document["model"], state_dict(data)


def state_dict(data):
    try:
        from safetensors.torch import load as parse
    except ImportError:
        return parse_safetensors(data)
    return parse(data)


def parse_safetensors(data):
    """8 bytes with the header's length, a header in JSON, the arrays."""
    import numpy

    types = {"F64": "f8", "F32": "f4", "F16": "f2", "BF16": "i2", "I64": "i8", "I32": "i4", "I16": "i2",
             "I8": "i1", "U8": "u1", "BOOL": "?"}
    (length,) = struct.unpack("<Q", data[:8])
    state = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name != "__metadata__":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            array = numpy.frombuffer(data[begin:end], "<" + types[entry["dtype"]]).reshape(entry["shape"])
            tensor = torch.from_numpy(array.copy())
            state[name] = tensor.view(torch.bfloat16) if entry["dtype"] == "BF16" else tensor
    return state


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    card, state = load(*sys.argv[1:])
    training = card["training"]
    print(f"{card['architecture']['name']}, epoch {training['epoch']}, classes {card['classes']}")
    for name, tensor in sorted(state.items()):
        print(f"{name}  {str(tensor.dtype).removeprefix('torch.')}  {list(tensor.shape)}")
