"""Splines, warps and slices of spectra by numpy and scipy, as the program beside Sun's thesis has them.

    /usr/bin/python3 test/golden/augmentations.py > test/golden/augmentations.txt

The warps are written out from that program's formulas (github.com/sunyue-xfel,
Supervised_and_Self_Supervised_DL_Models_for_SpectraClassification, utils/augmentation.py, MIT):
magnitude_warp_s, time_warp_s_yue, and window_slice_s with its linspace ending at the slice's last
point. least_angle and least_magnitude: shares of drawn curves that fall below 0 and below 0.05.
"""

import numpy as np
from scipy.interpolate import CubicSpline


def show(name, values, form="%.17g"):
    print(name, *(form % v for v in np.ravel(values)))


def curve(heights, points):
    return CubicSpline(np.linspace(0, points - 1, len(heights)), heights)(np.arange(points))


def spectrum(points):
    x = np.arange(points) / points
    lines = ((0.12, 1), (0.31, 0.4), (0.36, 0.7), (0.58, 0.25), (0.83, 0.5))
    return sum(h * np.exp(-(((x - c) / 0.012) ** 2)) for c, h in lines).astype(np.float32)


def magnitude_warp(y, heights):
    return y * curve(heights, len(y))


def angle_warp(y, heights):
    steps = np.arange(len(y))
    places = np.cumsum(curve(heights, len(y)))
    assert (np.diff(places) > 0).all()
    return np.interp(steps, places * ((len(y) - 1) / places[-1]), y)


def window_slice(y, start, length):
    at = np.linspace(0, length - 1, num=len(y))
    return np.interp(at, np.arange(length), y[start : start + length])


def case(points, knots, sigma, rng, every=1):
    name = "%d_%d_" % (points, knots)
    heights = rng.normal(1, sigma, knots + 2)
    y = spectrum(points).astype(np.float64)
    show(name + "heights", heights)
    show(name + "curve", curve(heights, points)[::every])
    show(name + "magnitude", magnitude_warp(y, heights)[::every], "%.9g")
    show(name + "angle", angle_warp(y, heights)[::every], "%.9g")


def least(sigma, knots, rng, draws=1_000_000, at_once=50_000):
    knot, fine, below = np.linspace(0, 1, knots + 2), np.linspace(0, 1, 400), np.zeros(2)
    for _ in range(draws // at_once):
        curves = CubicSpline(knot, rng.normal(1, sigma, (knots + 2, at_once)), axis=0)(fine)
        below += (curves.min(0) < 0).sum(), (curves.min(0) < 0.05).sum()
    return below / draws


rng = np.random.default_rng(71)
show("spectrum", spectrum(101), "%.9g")
for knots in (0, 1, 2, 3, 4, 8):
    case(101, knots, 0.2, rng)
case(4023, 4, 0.2, rng, 97)
case(4023, 8, 0.2, rng, 97)
show("slice_11_81", window_slice(spectrum(101).astype(np.float64), 11, 81), "%.9g")
show("least_angle", least(0.2, 8, np.random.default_rng(1)))
show("least_magnitude", least(0.3, 4, np.random.default_rng(2)))
