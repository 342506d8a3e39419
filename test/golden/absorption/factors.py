#!/usr/bin/python3
"""Factor analysis of made series of absorption spectra: factors.txt beside this script.

Malinowski's real error, indicator, F test, and target transformation with SPOIL, written out by numpy's singular value
decomposition and scipy's F distribution. pca_statistics of larch/math/pca.py of github.com/xraypy/xraylarch (commit
a272abc) has the same IND for n - 1 spectra, since Larch takes the mean away first; its F is another one (no test).
"""
import pathlib

import numpy as np
from scipy.stats import f as fdist

random = np.random.default_rng(41)
energy = np.linspace(-20, 40, 40)


def edge(at, white):
    return 0.5 + np.arctan((energy - at) / 1.3) / np.pi + white * np.exp(-((energy - at - 3) ** 2) / 9)


PURE = np.array([edge(0, 0.5), edge(2.5, 0.9), edge(5, 0.2)])
lines = []


def keep(key, values):
    lines.append(" ".join([key, *(f"{v:.15g}" for v in np.ravel(np.atleast_1d(values)))]))


for count, pure, noise in ((24, 3, 0.004), (12, 2, 0.002), (60, 3, 0.01)):
    shares = random.dirichlet(np.ones(pure), count)
    data = np.round(shares @ PURE[:pure] + noise * random.standard_normal((count, len(energy))), 5)
    r, c = max(data.shape), min(data.shape)
    _, singular, rows = np.linalg.svd(data, full_matrices=False)
    values = singular**2
    lines.append("case")
    keep("data", data)
    keep("shape", data.shape)
    error = [np.sqrt(values[n:].sum() / (r * (c - n))) for n in range(1, c)]
    keep("error", error)
    keep("indicator", [e / (c - n) ** 2 for n, e in zip(range(1, c), error)])
    significance = []
    for n in range(1, c):
        j = np.arange(n + 1, c + 1)
        ratio = ((r - j + 1) * (c - j + 1)).sum() / ((r - n + 1) * (c - n + 1)) * values[n - 1] / values[n:].sum()
        significance.append(fdist.sf(ratio, 1, c - n))
    keep("significance", significance)
    for name, target in (("inside", PURE[0]), ("outside", PURE[2] if pure == 2 else edge(-4, 0.7))):
        basis = rows[:pure]
        made = basis.T @ (basis @ target)
        apparent = np.sqrt(((target - made) ** 2).sum() / (len(energy) - pure))
        predicted = error[pure - 1] * np.linalg.norm((basis @ target) / singular[:pure])
        keep(name + ".target", target)
        keep(name + ".apparent", apparent)
        keep(name + ".predicted", predicted)
        keep(name + ".spoil", np.sqrt(max(0, apparent**2 - predicted**2)) / predicted)
(pathlib.Path(__file__).parent / "factors.txt").write_text("\n".join(lines) + "\n")
