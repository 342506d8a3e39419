"""Milliseconds of a step of pre-training of the PyTorch twin: the same as PretrainingTimes.java, but that its views are drawn before.

    pretraining_times.py METHOD STEPS THREADS
"""
import os
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../test/python"))
sys.dont_write_bytecode = True
from pretraining import Encoder, Projection, SelfSupervised, SupervisedContrast  # noqa: E402

SPECTRA, POINTS, VIEWS, QUEUE = 32, 4023, 6, 1744
COEFFICIENTS = {"specselftime": 0.0, "specrr": 0.0, "specmoco": float("inf"), "specrrmoco": 0.01}


def self_supervised(method):
    model = SelfSupervised(COEFFICIENTS[method], parts=0 if method == "specselftime" else 5, capacity=QUEUE)
    views = torch.rand(VIEWS, SPECTRA, POINTS)
    pieces = torch.rand(2, VIEWS * SPECTRA, POINTS // 5)
    distances = torch.randint(0, 5, (VIEWS * SPECTRA,))
    parts = torch.randint(0, 5, (SPECTRA,))
    contrast = torch.rand(2, SPECTRA, POINTS)
    key = torch.nn.ModuleDict({"encoder": Encoder(), "projection": Projection(256, 128)})
    key.requires_grad_(False)
    place = 0

    def loss():
        nonlocal place
        if not model.coefficient:
            return model(views, pieces, distances, parts, contrast, key)
        with torch.no_grad():
            for part in ("encoder", "projection"):
                for k, q in zip(key[part].parameters(), getattr(model, part).parameters()):
                    k.lerp_(q, 0.01)
        found = []
        hook = key["projection"].register_forward_hook(lambda module, given, made: found.append(made))
        value = model(views, pieces, distances, parts, contrast, key)
        hook.remove()
        with torch.no_grad():
            model.queue = model.queue.clone()
            model.queue[(place + torch.arange(2 * SPECTRA)) % QUEUE] = found[0]
            place = (place + 2 * SPECTRA) % QUEUE
        return value

    return model, loss


def supervised():
    model = SupervisedContrast(feed_forward=True)
    views = torch.rand(2 * SPECTRA, POINTS)
    labels = torch.randint(0, 5, (SPECTRA,)).clamp(max=3)
    labels[:8] = torch.arange(8) // 2
    return model, lambda: model(views, labels)


method, steps, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)
model, loss_of = supervised() if method == "supervised-contrast" else self_supervised(method)
optimiser = torch.optim.SGD(model.parameters(), 0.05, momentum=0.9, weight_decay=1e-4)
times = []
for step in range(-2, steps):
    start = time.perf_counter()
    optimiser.zero_grad()
    loss = loss_of()
    loss.backward()
    optimiser.step()
    loss.item()
    if step >= 0:
        times.append(1e3 * (time.perf_counter() - start))
print("%.2f" % sorted(times)[len(times) // 2])
