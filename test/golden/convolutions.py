"""MiniRocket and Hydra on small made spectra, in plain numpy, from the papers' formulas.

MiniRocket: Dempster, Schmidt, Webb 2021, arXiv:2012.08791; each convolution is written out tap by
tap over a zero-padded spectrum, in float32. Hydra: Dempster, Schmidt, Webb 2023, arXiv:2203.13652,
in float64.

    /usr/bin/python3 test/golden/convolutions.py > test/golden/convolutions.txt
"""

from itertools import combinations

import numpy as np

KERNELS = list(combinations(range(9), 3))


def show(name, values, form="%.9g"):
    print(name, *(form % v for v in np.ravel(values)))


def dilation_plan(points, per_kernel, most=32):
    wanted = min(per_kernel, most)
    powers = np.logspace(0, np.log2((points - 1) / 8), wanted, base=2)
    spaced = (powers * (1 + 1e-12)).astype(np.int32)  # numpy's power may end just below a whole number
    dilations, times = np.unique(spaced, return_counts=True)
    counts = (times * (per_kernel / wanted)).astype(np.int32)
    for i in range(per_kernel - counts.sum()):
        counts[i % len(counts)] += 1
    return dilations, counts


def convolve(x, kernel, d):
    """-1 everywhere and 3 more at the kernel's three taps, summed in the order of the paper's program."""
    padded = np.pad(x, 4 * d)
    shifted = [padded[j * d : j * d + len(x)] for j in range(9)]
    total = -shifted[4]
    for j in (0, 1, 2, 3, 5, 6, 7, 8):
        total = total + -shifted[j]
    for j in kernel:
        total = total + (shifted[j] + shifted[j] + shifted[j])
    assert total.dtype == np.float32
    return total


def fit(X, examples, dilations, counts):
    biases, n = [], 0
    for i, d in enumerate(dilations):
        for k, kernel in enumerate(KERNELS):
            c = convolve(X[examples[i * 84 + k]], kernel, d).astype(np.float64)
            for _ in range(counts[i]):
                n += 1
                share = np.float64(np.float32(n * ((np.sqrt(5) + 1) / 2) % 1))
                biases.append(np.float32(np.quantile(c, share)))
    return np.array(biases, np.float32)


def transform(X, dilations, counts, biases):
    rows = []
    for x in X:
        row, at = [], 0
        for i, d in enumerate(dilations):
            for k, kernel in enumerate(KERNELS):
                c = convolve(x, kernel, d)
                c = c if (i + k) % 2 == 0 else c[4 * d : len(c) - 4 * d]
                for _ in range(counts[i]):
                    row.append(np.float32(np.count_nonzero(c > biases[at])) / np.float32(len(c)))
                    at += 1
        rows.append(row)
    return np.array(rows, np.float32)


def spectra(rng, n, points):
    t = np.linspace(0, 1, points)
    peaks = [np.exp(-(((t - c) / 0.03) ** 2)) for c in rng.uniform(0, 1, (4,))]
    X = rng.uniform(0, 3, (n, 4)) @ peaks + rng.normal(size=(n, points)) * 0.1
    return np.where(rng.uniform(size=(n, points)) < 0.05, 0, X).astype(np.float32)


def minirocket(name, rng, n, points, features):
    X = spectra(rng, n, points)
    dilations, counts = dilation_plan(points, features // 84)
    examples = rng.integers(n, size=84 * len(dilations))
    biases = fit(X, examples, dilations, counts)
    show(name + "_spectra", X)
    show(name + "_dilations", dilations, "%d")
    show(name + "_counts", counts, "%d")
    show(name + "_examples", examples, "%d")
    show(name + "_biases", biases)
    show(name + "_features", transform(X, dilations, counts, biases))


def hydra(rng, n, points, k, g):
    X = spectra(rng, n, points).astype(np.float64)
    dilations = 2 ** np.arange(int(np.log2((points - 1) / 8)) + 1)
    W = rng.normal(size=(len(dilations), 2, g // 2, k, 9))
    W = W - W.mean(-1, keepdims=True)
    W = (W / np.abs(W).sum(-1, keepdims=True)).astype(np.float32).astype(np.float64)
    blocks = []
    for i, d in enumerate(dilations):
        for part, x in enumerate((X, np.diff(X))):
            padded = np.pad(x, ((0, 0), (4 * d, 4 * d)))
            shifted = np.stack([padded[:, j * d : j * d + x.shape[1]] for j in range(9)])
            Z = np.einsum("hkj,jni->nhki", W[i, part], shifted)
            soft, hard = np.zeros((2, n, g // 2, k))
            for a in range(n):
                for h in range(g // 2):
                    for t in range(x.shape[1]):
                        z = Z[a, h, :, t]
                        soft[a, h, z.argmax()] += z.max()
                        hard[a, h, z.argmin()] += 1
            blocks += [soft, hard]
    F = np.concatenate([b.reshape(n, -1) for b in blocks], 1)
    R = np.sqrt(F.clip(0))
    epsilon = (R == 0).mean(0) ** 4 + 1e-8
    scaled = (R - R.mean(0)) * (R != 0) / (R.std(0, ddof=1) + epsilon)
    show("hydra_spectra", X)
    show("hydra_kernels", W)
    show("hydra_features", F)
    show("hydra_scaled", scaled)


rng = np.random.default_rng(20261122)
minirocket("short", rng, 2, 9, 84)
minirocket("long", rng, 3, 150, 84 * 7)
hydra(rng, 5, 60, 4, 4)
for most, name in ((119, "plans"), (7, "plans_of_seven")):
    plans = [dilation_plan(p, most) for p in range(9, 4101)]
    show(name, [int(np.sum(d * (c + 1000))) for d, c in plans], "%d")
