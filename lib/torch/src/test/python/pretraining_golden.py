"""Writes golden values of pre-training: losses and gradients of PyTorch twins in double precision.

    /usr/bin/python3 lib/torch/src/test/python/pretraining_golden.py \
        test/golden/learning/pretraining-draws.json test/golden/learning/pretraining.json

What a step draws at random comes from PretrainingDraws (Java); weights and spectra as in networks_golden.py.
"""
import copy
import json
import sys

import numpy as np
import torch
from torch.nn import functional as F

from networks_golden import fill, pseudo
from pretraining import SelfSupervised, SupervisedContrast

POINTS, PIECE, CAPACITY = 701, 140, 20
DRAWS = json.load(open(sys.argv[1]))
RECORDS = len(DRAWS["views"][0])
LABELS = torch.arange(RECORDS) % 3
PARTS = torch.arange(RECORDS) % 5


def spectra():
    x = pseudo("spectra", RECORDS * POINTS).reshape(RECORDS, POINTS)
    return torch.tensor(1.5 * x + 0.25).float()


def views(name, count):
    factors = torch.tensor(DRAWS[name], dtype=torch.float64)[:count]
    return (spectra()[None].double() * factors[:, :, None]).float().double()


def pieces():
    drawn = views("views", 3)
    first, second = (np.array(DRAWS[key]) for key in ("first", "second"))
    cut = [
        torch.stack([drawn[v, r, at[v][r] : at[v][r] + PIECE] for v in range(3) for r in range(RECORDS)])
        for at in (first, second)
    ]
    distance = np.minimum(np.floor(np.abs(first - second) / (PIECE / 2)), 4).astype(int)
    return torch.stack(cut), torch.tensor(distance.flatten())


def gradients(model):
    return {
        key: {"norm": p.grad.norm().item(), "dot": float((p.grad.flatten().numpy() * pseudo("probe", p.numel())).sum())}
        for key, p in model.named_parameters()
    }


def supervised(feed_forward):
    model = SupervisedContrast(feed_forward=feed_forward).double().train()
    with torch.no_grad():
        fill(model)
    loss = model(views("views", 2).reshape(-1, POINTS), LABELS)
    loss.backward()
    return {"loss": loss.item(), "gradients": gradients(model)}


def self_supervised(coefficient, parts):
    model = SelfSupervised(coefficient, parts, capacity=CAPACITY).double().train()
    with torch.no_grad():
        fill(model)
    key = None
    if coefficient:
        key = {"encoder": copy.deepcopy(model.encoder), "projection": copy.deepcopy(model.projection)}
        queue = 0.3 * pseudo("queue.keys", CAPACITY * 128).reshape(CAPACITY, 128)
        model.queue.copy_(F.normalize(torch.tensor(queue), dim=1))
    loss = model(views("views", 3), *pieces(), PARTS, views("contrast", 2), key)
    loss.backward()
    return {"coefficient": str(coefficient), "parts": parts, "loss": loss.item(), "gradients": gradients(model)}


if __name__ == "__main__":
    golden = {
        "made by": "lib/torch/src/test/python/pretraining_golden.py, PyTorch " + torch.__version__,
        "supervised": [supervised(feed_forward) for feed_forward in (False, True)],
        "self-supervised": [
            self_supervised(c, parts) for c, parts in ((0.0, 5), (0.0, 0), (0.01, 5), (float("inf"), 5))
        ],
    }
    with open(sys.argv[2], "w") as file:
        json.dump(golden, file, indent=1)
        file.write("\n")
