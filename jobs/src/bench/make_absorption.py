#!/usr/bin/env python3
"""190,000 spectra of 100 points, 54 each of made absorption edges, moved by up to 1 eV and 1 % apart in height: near duplicates.

    python3 make_absorption.py FILE.npy [COUNT]
"""

import sys

import numpy as np


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) == 3 else 190_000
    random = np.random.default_rng(1)
    x = np.arange(100) / 2 - 15
    rows = np.empty((count, 100), np.float32)
    done = 0
    while done < count:
        edge = 0.5 + np.arctan((x - random.normal(0, 1.5)) / random.uniform(0.6, 1.5)) / np.pi
        for _ in range(random.integers(2, 6)):
            peak = np.exp(-0.5 * ((x - random.uniform(-3, 32)) / random.uniform(1.5, 6)) ** 2)
            edge = edge + random.normal(0, 0.12) * peak * (x > -4)
        for i in range(done, min(done + 54, count)):
            rows[i] = np.interp(x, x + random.uniform(-1, 1), edge) * (1 + 0.01 * random.normal())
        done += 54
    np.save(sys.argv[1], rows)


main()
