"""Milliseconds of a training step of a network's PyTorch twin: the same as StepTimes.java.

    step_times.py NETWORK STEPS THREADS
"""
import os
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../test/python"))
sys.dont_write_bytecode = True
from networks import NETWORKS, Classifier  # noqa: E402

name, steps, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)
model = Classifier(NETWORKS[name](4023))
optimiser = torch.optim.Adam(model.parameters(), 1e-3, weight_decay=2e-5)
spectra = torch.rand(2, 32, 4023)
labels = (torch.arange(64) % 32 >= 16).float()
times = []
for step in range(-3, steps):
    start = time.perf_counter()
    optimiser.zero_grad()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(model(spectra)[:, 0], labels)
    loss.backward()
    optimiser.step()
    loss.item()
    if step >= 0:
        times.append(1e3 * (time.perf_counter() - start))
print("%.2f" % sorted(times)[len(times) // 2])
