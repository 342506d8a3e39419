"""Writes golden values of the binned networks: scores, loss, gradients and Adam's steps of PyTorch twins, one module a bin.

    /usr/bin/python3 lib/torch/src/test/python/binned_golden.py test/golden/learning/binned.json

Weights and spectra are made of pseudo of networks_golden.py, the same in Java.
"""
import json
import sys

import numpy as np
import torch

from binned import Ensemble, Joined, apart, cut, together
from networks_golden import pseudo

POINTS, BINS, HIDDEN, SPECTRA, STEPS = 47, 4, 9, 6, 5
ACCURACIES = [0.62, 1.0, 0.5, 0.9]


def scattered(name, size):
    """Element i is pseudo's i^2: neighbours have nothing to do with one another, so that networks differ."""
    return torch.tensor(pseudo(name, (size - 1) ** 2 + 1)[np.arange(size) ** 2])


def axis():
    return torch.arange(POINTS, dtype=torch.float64) * 0.05 - 1.1


def spectra():
    """Of single precision, as Debye reads them."""
    return (3 * scattered("spectra", SPECTRA * POINTS)).float().double().reshape(SPECTRA, POINTS)


def fill(groups):
    for name, tensors, how in groups:
        shape = together(tensors, how).shape
        values = scattered(name, shape.numel()).reshape(shape)
        around_one = name.endswith("norm.weight") or name.endswith("_var")
        with torch.no_grad():
            apart(0.3 * values + 1 if around_one else values, tensors, how)


def digest(array):
    values = array.detach().flatten().double().numpy()
    return {"norm": float((values ** 2).sum() ** 0.5), "dot": float((values * pseudo("probe", values.size)).sum())}


def votes(points, weights, classes):
    """(R, K): eq. 4.2 for (B, R, N) classes of points."""
    return torch.stack([((points == k).sum(2) * weights[:, None]).sum(0) for k in range(classes)], 1)


def ensemble(classes):
    model = Ensemble(BINS, HIDDEN, classes).double()
    fill(model.grouped())
    records = cut(spectra(), axis(), BINS)
    labels = (torch.arange(SPECTRA) % classes).repeat_interleave(POINTS // BINS)
    scores = model(records)
    losses = [torch.nn.functional.cross_entropy(s, labels) for s in scores]
    for loss in losses:  # each network by itself
        loss.backward()
    points = torch.stack([s.argmax(1).reshape(SPECTRA, -1) for s in scores])
    weights = torch.tensor([max(0.0, 1.4337 * a * a - 0.4337) for a in ACCURACIES], dtype=torch.float64)
    golden = {
        "classes": classes,
        "scores": torch.stack([s.t() for s in scores]).detach().flatten().tolist(),
        "votes": votes(points, weights, classes).flatten().tolist(),
        "separability": [float((p.reshape(-1) == labels).double().mean()) for p in points],
        "loss": sum(losses).item(),
        "gradients": {name: digest(together([t.grad for t in ts], how)) for name, ts, how in model.grouped()},
    }
    optimisers = [torch.optim.Adam(net.parameters(), lr=8e-3, weight_decay=2e-5) for net in model.nets]
    for _ in range(STEPS):
        for net, x, optimiser in zip(model.nets, records, optimisers):
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(net(x), labels).backward()
            optimiser.step()
    golden["after"] = {name: digest(together(ts, how)) for name, ts, how in model.grouped()}
    return golden


def joined_loss(scores, labels, classes):
    if classes == 2:
        return torch.nn.functional.binary_cross_entropy(torch.sigmoid(scores[:, 0]), labels.double())
    return torch.nn.functional.cross_entropy(scores, labels)


def joined(classes):
    model = Joined(BINS, HIDDEN, classes).double()
    fill(model.grouped())
    fill(model.running())
    records = cut(spectra(), axis(), BINS)
    labels = (torch.arange(SPECTRA) % classes).repeat_interleave(POINTS // BINS)
    model.eval()
    looking = model(records).detach()
    model.train()
    scores = model(records)
    loss = joined_loss(scores, labels, classes)
    loss.backward()
    columns = ((looking[:, 0] > 0).long() if classes == 2 else looking.argmax(1)).reshape(1, SPECTRA, -1)
    golden = {
        "classes": classes,
        "looking": looking.flatten().tolist(),
        "training": scores.detach().flatten().tolist(),
        "votes": votes(columns, torch.ones(1, dtype=torch.float64), classes).flatten().tolist(),
        "loss": loss.item(),
        "gradients": {name: digest(together([t.grad for t in ts], how)) for name, ts, how in model.grouped()},
        "running": {name: digest(together(ts, how)) for name, ts, how in model.running()},
    }
    optimiser = torch.optim.Adam(model.parameters(), lr=2e-3, weight_decay=2e-5)
    for _ in range(STEPS):
        optimiser.zero_grad()
        joined_loss(model(records), labels, classes).backward()
        optimiser.step()
    golden["after"] = {name: digest(together(ts, how)) for name, ts, how in model.grouped()}
    return golden


if __name__ == "__main__":
    golden = {
        "made by": "lib/torch/src/test/python/binned_golden.py, PyTorch " + torch.__version__,
        "points": POINTS, "bins": BINS, "hidden": HIDDEN, "spectra": SPECTRA, "steps": STEPS,
        "axis": axis().tolist(),
        "accuracies": ACCURACIES,
        "ensemble": [ensemble(2), ensemble(3)],
        "joined": [joined(2), joined(3)],
        "parameters of the authors' 15 bins": sum(p.numel() for p in Joined(15, 150, 2).parameters()),
    }
    with open(sys.argv[1], "w") as file:
        json.dump(golden, file, indent=1)
        file.write("\n")
