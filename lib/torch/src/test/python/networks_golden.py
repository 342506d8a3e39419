"""Writes golden values of the networks: scores, loss and gradients of PyTorch twins in double precision.

    /usr/bin/python3 lib/torch/src/test/python/networks_golden.py test/golden/learning/networks.json

Weights and spectra are no random numbers: element i of an array called a is pseudo(hash(a), i), the same in Java and
here, so that the file holds results alone.
"""
import json
import sys

import numpy as np
import torch

from networks import NETWORKS, Classifier

POINTS = 701
SEQUENCES, LENGTH = 3, 4


def pseudo(name, size):
    """Values in [-1, 1): a Weyl sequence whose step and start depend on the name."""
    h = 0
    for c in name.encode():
        h = (h * 31 + c) % 1_000_003
    i = np.arange(size, dtype=np.float64)
    value = (h % 9973) / 9973.0 + i * (0.6180339887498949 + (h % 97) * 1e-4)
    return 2 * (value - np.floor(value)) - 1


def spectra():
    x = pseudo("spectra", SEQUENCES * LENGTH * POINTS).reshape(SEQUENCES, LENGTH, POINTS)
    return torch.tensor(1.5 * x + 0.25)


def fill(model):
    for name, tensor in model.state_dict().items():
        if name.endswith("num_batches_tracked"):
            continue
        values = 0.3 * pseudo(name, tensor.numel()).reshape(tuple(tensor.shape))
        if name.endswith(("norm.weight", "bn.weight", "running_var", "bn1.weight", "bn2.weight")):
            values = 1 + values
        tensor.copy_(torch.tensor(values))


def result(name, outputs):
    torch.manual_seed(0)
    model = Classifier(NETWORKS[name](POINTS), outputs).double()
    with torch.no_grad():
        fill(model)
    model.eval()
    looking = model(spectra()).detach()
    model.train()
    x = spectra()
    scores = model(x)
    classes = torch.arange(SEQUENCES * LENGTH) % (2 if outputs == 1 else outputs)
    if outputs == 1:
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores[:, 0], classes.double())
    else:
        loss = torch.nn.functional.cross_entropy(scores, classes)
    loss.backward()
    return {
        "network": name,
        "outputs": outputs,
        "parameters": sum(p.numel() for p in model.parameters()),
        "looking": looking.flatten().tolist(),
        "training": scores.detach().flatten().tolist(),
        "loss": loss.item(),
        "gradients": {
            key: {"norm": p.grad.norm().item(), "dot": float((p.grad.flatten().numpy() * pseudo("probe", p.numel())).sum())}
            for key, p in model.named_parameters()
        },
        "running": {
            key: b.tolist() for key, b in model.named_buffers() if "running" in key and b.numel() <= 8
        },
    }


def table():
    return {name: sum(p.numel() for p in Classifier(network(4023)).parameters()) for name, network in NETWORKS.items()}


if __name__ == "__main__":
    golden = {
        "made by": "lib/torch/src/test/python/networks_golden.py, PyTorch " + torch.__version__,
        "points": POINTS,
        "sequences": SEQUENCES,
        "length": LENGTH,
        "parameters of 4023 points": table(),
        "results": [result(name, outputs) for name in NETWORKS for outputs in (1, 3)],
    }
    with open(sys.argv[1], "w") as file:
        json.dump(golden, file, indent=1)
        file.write("\n")
