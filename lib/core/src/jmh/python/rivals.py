#!/usr/bin/python3
"""MiniRocket's transform in numpy and scikit-learn's ridge classifier, the sizes of RivalBenchmark.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 lib/core/src/jmh/python/rivals.py

Processor milliseconds, median. The transform is numpy's best: all sums by slices, shares by count_nonzero.
"""

import time
from itertools import combinations

import numpy as np
from sklearn.linear_model import RidgeClassifierCV

POINTS, FEATURES, FITTED = 4023, 9996, 310
KERNELS = list(combinations(range(9), 3))


def plan():
    spaced = (np.logspace(0, np.log2((POINTS - 1) / 8), 32, base=2) * (1 + 1e-12)).astype(int)
    dilations, times = np.unique(spaced, return_counts=True)
    counts = (times * (119 / 32)).astype(int)
    for i in range(119 - counts.sum()):
        counts[i % len(counts)] += 1
    return dilations, counts


def transform(x, dilations, counts, biases, out):
    at = 0
    for i, d in enumerate(dilations):
        padded = np.pad(x, 4 * d)
        shifted = [padded[j * d : j * d + POINTS] for j in range(9)]
        total = -sum(shifted)
        tripled = [s + s + s for s in shifted]
        for k, (a, b, c) in enumerate(KERNELS):
            z = total + tripled[a] + tripled[b] + tripled[c]
            z = z if (i + k) % 2 == 0 else z[4 * d : POINTS - 4 * d]
            for _ in range(counts[i]):
                out[at] = np.count_nonzero(z > biases[at]) / len(z)
                at += 1


def median_ms(work, repeats):
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return 1e3 * np.median(times)


rng = np.random.default_rng(1)
x = (np.exp(-(((np.arange(POINTS) - 1200) / 20) ** 2)) + 0.05 * rng.normal(size=POINTS)).astype(np.float32)
dilations, counts = plan()
biases = rng.normal(size=FEATURES).astype(np.float32) * 0.1
out = np.zeros(FEATURES, np.float32)
print("minirocket, one spectrum: %.1f" % median_ms(lambda: transform(x, dilations, counts, biases, out), 15))
X, y = rng.normal(size=(FITTED, FEATURES)), np.arange(FITTED) % 2
print("ridge fit: %.1f" % median_ms(lambda: RidgeClassifierCV(np.logspace(-3, 3, 10)).fit(X, y), 5))
model = RidgeClassifierCV(np.logspace(-3, 3, 10)).fit(X, y)
print("ridge, one row: %.3f" % median_ms(lambda: model.decision_function(X[:1]), 200))
