"""Milliseconds of a training step of a network's PyTorch twin: the same as StepTimes.java.

    step_times.py NETWORK STEPS THREADS
"""
import os
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../test/python"))
sys.dont_write_bytecode = True
from binned import Ensemble, Joined, cut  # noqa: E402
from networks import NETWORKS, Classifier  # noqa: E402

SPECTRA, POINTS = (2, 32), 4023


def network(name, labels):
    """A model's parameters and its loss over spectra."""
    kind, _, bins = name.partition("_")
    if kind not in ("BINNED", "JOINED"):
        model = Classifier(NETWORKS[name](POINTS))
        return model, lambda x: torch.nn.functional.binary_cross_entropy_with_logits(model(x)[:, 0], labels)
    bins = int(bins)
    axis = torch.linspace(9.5, 25.4, POINTS)
    points = labels.repeat_interleave(POINTS // bins)
    if kind == "JOINED":
        model = Joined(bins, 150, 2)
        return model, lambda x: torch.nn.functional.binary_cross_entropy_with_logits(
            model(cut(x.reshape(-1, POINTS), axis, bins))[:, 0], points)
    model = Ensemble(bins, 150, 2)
    classes = points.long()
    return model, lambda x: sum(
        torch.nn.functional.cross_entropy(scores, classes) for scores in model(cut(x.reshape(-1, POINTS), axis, bins)))


name, steps, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)
labels = (torch.arange(64) % 32 >= 16).float()
model, loss_of = network(name, labels)
optimiser = torch.optim.Adam(model.parameters(), 1e-3, weight_decay=2e-5)
spectra = torch.rand(*SPECTRA, POINTS)
times = []
for step in range(-3, steps):
    start = time.perf_counter()
    optimiser.zero_grad()
    loss = loss_of(spectra)
    loss.backward()
    optimiser.step()
    loss.item()
    if step >= 0:
        times.append(1e3 * (time.perf_counter() - start))
print("%.2f" % sorted(times)[len(times) // 2])
