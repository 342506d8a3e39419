"""Writes golden values of the optimisers: where 30 steps of PyTorch's lead on a curved function.

    /usr/bin/python3 lib/torch/src/test/python/optimisers_golden.py test/golden/learning/optimisers.json
"""
import json
import sys

import torch

CASES = {
    "sgd": lambda p: torch.optim.SGD(p, 0.05),
    "sgd momentum": lambda p: torch.optim.SGD(p, 0.02, momentum=0.9, weight_decay=0.01),
    "sgd nesterov": lambda p: torch.optim.SGD(p, 0.02, momentum=0.8, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, 0.05),
    "adam decay": lambda p: torch.optim.Adam(p, 0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, 0.05, weight_decay=0.1),
    "adagrad": lambda p: torch.optim.Adagrad(p, 0.1, weight_decay=0.05),
}


def path(make):
    x = torch.tensor([1.0, -2.0, 0.5, 3.0], dtype=torch.float64, requires_grad=True)
    optimiser = make([x])
    points = []
    for _ in range(30):
        optimiser.zero_grad()
        a, b, c, d = x
        loss = (1 - a) ** 2 + 3 * (b - a * a) ** 2 + torch.cosh(c) + 0.1 * d ** 4 + a * d
        loss.backward()
        optimiser.step()
        points.append(x.detach().tolist())
    return points


if __name__ == "__main__":
    golden = {"made by": "lib/torch/src/test/python/optimisers_golden.py, PyTorch " + torch.__version__}
    golden["paths"] = {name: path(make) for name, make in CASES.items()}
    with open(sys.argv[1], "w") as file:
        json.dump(golden, file, indent=1)
        file.write("\n")
