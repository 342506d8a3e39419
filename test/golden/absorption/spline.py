#!/usr/bin/python3
"""Splines through uneven points and polynomials of least squares: spline.txt beside this script.

scipy.interpolate.CubicSpline (not-a-knot) and numpy.polynomial.Polynomial.fit.
"""
import pathlib

import numpy as np
from scipy.interpolate import CubicSpline

random = np.random.default_rng(11)
lines = []


def keep(key, values):
    lines.append(" ".join([key, *(f"{v:.15g}" for v in np.atleast_1d(values))]))


for count in (2, 3, 4, 5, 40):
    x = 7000 + np.cumsum(random.uniform(0.05, 3, count))
    y = random.standard_normal(count)
    places = np.linspace(x[0] - 0.2, x[-1] + 0.2, 23)
    keep("x", x)
    keep("y", y)
    keep("places", places)
    keep("spline", CubicSpline(x, y)(places))
    keep("derivative", CubicSpline(x, y)(places, 1))
    for degree in range(min(count, 4)):
        fit = np.polynomial.Polynomial.fit(x, y, degree)
        keep(f"polynomial{degree}", fit(places))
        keep(f"slope{degree}", fit.deriv()(places))
(pathlib.Path(__file__).parent / "spline.txt").write_text("\n".join(lines) + "\n")
