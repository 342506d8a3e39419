#!/usr/bin/python3
"""Continuous symmetry measures of distorted polyhedra: symmetry.txt beside this script.

All orders of the neighbours, each turned by scipy's Rotation.align_vectors (the algorithm of Kabsch), the best kept:
Pinsky and Avnir 1998, Inorg. Chem. 37:5575. The last line is the tetrahedron around phosphorus in LiFePO4, with the
places of pymatgen's tests, from its centre.
"""
import itertools
import pathlib
import warnings

import numpy as np
from scipy.spatial.transform import Rotation

warnings.simplefilter("ignore")
r = np.sqrt(0.75)
ring5 = [[np.cos(2 * np.pi * i / 5), np.sin(2 * np.pi * i / 5), 0] for i in range(5)]
ring3 = [[np.cos(2 * np.pi * i / 3), np.sin(2 * np.pi * i / 3)] for i in range(3)]
IDEAL = {
    "T4": [[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]],
    "S4": [[1, 0, 0], [0, 1, 0], [-1, 0, 0], [0, -1, 0]],
    "SY4": [[0, 0, 1], [0, 0, -1], [1, 0, 0], [0, 1, 0]],
    "S5": [[1, 0, 0], [0, 1, 0], [-1, 0, 0], [0, -1, 0], [0, 0, 1]],
    "T5": [[0, 0, 1], [0, 0, -1], [1, 0, 0], [-0.5, r, 0], [-0.5, -r, 0]],
    "PP5": ring5,
    "O6": [[1, 0, 0], [0, 1, 0], [-1, 0, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]],
    "T6": [[*p, h] for h in (r, -r) for p in ring3],
    "PP6": [*ring5, [0, 0, 1]],
}


def referred(points):
    points = np.array(points, float)
    return points - points.mean(axis=0) if len(points) > 4 else points


def measure(points, ideal):
    q, p = referred(points), referred(ideal)
    best = np.inf
    for order in itertools.permutations(range(len(q))):
        turned = Rotation.align_vectors(q, p[list(order)])[0].apply(p[list(order)])
        scale = (q * turned).sum() / (p * p).sum()
        best = min(best, ((q - scale * turned) ** 2).sum())
    return 100 * best / (q * q).sum()


random = np.random.default_rng(3)
lines = []
for name, points in IDEAL.items():
    for size in (0.05, 0.3):
        distorted = np.round(2 * (np.array(points, float) + size * random.standard_normal((len(points), 3))), 6)
        for other, ideal in IDEAL.items():
            if len(ideal) == len(points):
                values = [measure(distorted, ideal), *distorted.ravel()]
                lines.append(" ".join([name, other, *(f"{v:.12g}" for v in values)]))
phosphorus = np.array([[6.16700437, -4.55194317, -5.89031356], [4.71588167, -4.54248093, -3.75553856],
                       [6.88012571, -5.79877503, -3.73177541], [6.90041188, -3.32797839, -3.71812416]])
phosphorus = phosphorus - phosphorus.mean(axis=0)
value = measure(phosphorus, IDEAL["T4"])
lines.append(" ".join(["P", "T4", *(f"{v:.12g}" for v in [value, *phosphorus.ravel()])]))
(pathlib.Path(__file__).parent / "symmetry.txt").write_text("\n".join(lines) + "\n")
