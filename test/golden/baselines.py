#!/usr/bin/python3
"""Golden values of org.debye.spectra.baseline: baseline_*.bin beside this script.

Needs numpy, scipy and the compiled modules of two Debian 12 packages, found where these install them
or under a folder given as argument (dpkg -x): dioptas 0.5.2 (smooth Bruckner), python3-pymca5 5.8 (SNIP).

Inputs are float32, as spectra are in the tables; everything else is float64, little endian.
"""
import importlib.util
import pathlib
import sys

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve

HERE = pathlib.Path(__file__).parent
PYTHON = pathlib.Path("usr/lib/python3/dist-packages")
POINTS = 600


def compiled(path):
    for root in [pathlib.Path("/"), *map(pathlib.Path, sys.argv[1:])]:
        for file in (root / PYTHON / path).parent.glob(pathlib.Path(path).name + "*.so"):
            spec = importlib.util.spec_from_file_location(pathlib.Path(path).name, file)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
    sys.exit(f"{path} not found: install dioptas and python3-pymca5, or name the folder they are unpacked in")


def powder():
    """A powder pattern: falling background, hump, eleven peaks, counting noise."""
    random = np.random.default_rng(7)
    x = np.linspace(9.56, 25.55, POINTS)
    y = 40 + 400 * np.exp(-(x - 9.56) / 4) + 60 * np.exp(-((x - 17) ** 2) / 8)
    for centre in random.uniform(10, 25, 11):
        y += random.uniform(30, 900) * np.exp(-((x - centre) ** 2) / (2 * 0.06**2))
    return random.poisson(y * 3).astype(np.float32) / np.float32(3)


def gapped(y):
    """Beam stop, module gap, a lost bin, the detector's edge."""
    y = y.copy()
    for gap in (slice(0, 37), slice(300, 340), slice(412, 413), slice(580, POINTS)):
        y[gap] = np.nan
    return y


def measured_part(y):
    there = np.flatnonzero(np.isfinite(y))
    return slice(there[0], there[-1] + 1)


def difference(n):
    return sparse.diags([1, -2, 1], [0, -1, -2], shape=(n, n - 2))


def whittaker(y, w, lam):
    d = difference(len(y))
    return spsolve(sparse.csc_matrix(sparse.spdiags(w, 0, len(y), len(y)) + lam * d.dot(d.T)), w * y)


def over_gaps(y, method):
    """method(y without NaN, which points were measured) on the part that has data."""
    part = measured_part(y)
    there = np.isfinite(y[part])
    z = np.full(len(y), np.nan)
    z[part] = np.where(there, method(np.where(there, y[part], 0).astype(float), there), np.nan)
    return z


def als(y, there, lam=1e5, p=0.002, iterations=10):
    w = there.astype(float)
    for _ in range(iterations):
        z = whittaker(y, w, lam)
        w = there * (p * (y > z) + (1 - p) * (y < z))
    return z


def arpls(y, there, lam=1e5, ratio=1e-6, most=50):
    w = there.astype(float)
    for _ in range(most):
        z = whittaker(y, w, lam)
        d = y - z
        below = d[there & (d < 0)]
        m, s = below.mean(), below.std(ddof=1)
        new = there / (1 + np.exp(np.minimum(2 * (d - (2 * s - m)) / s, 700)))
        change = np.linalg.norm(w - new) / np.linalg.norm(w)
        w = new
        if change < ratio:
            break
    return z


def bridged(y, there):
    i = np.arange(len(y))
    return np.interp(i, i[there], y[there])


def snip(y, windows):
    y = y.copy()
    for p in windows:
        y[p:-p] = np.minimum(y[p:-p], (y[: -2 * p] + y[2 * p :]) / 2)
    return y


def lls(y):
    return np.log(np.log(np.sqrt(y + 1) + 1) + 1)


def from_lls(v):
    return (np.exp(np.exp(v) - 1) - 1) ** 2 - 1


def bruckner(y, smooth_points, iterations, order):
    """dioptas.model.util.BackgroundExtraction.extract_background, on points."""
    smooth = np.asarray(DIOPTAS.smooth_bruckner(y.copy(), smooth_points, iterations))
    x = 2.0 * np.arange(len(y)) / (len(y) - 1) - 1
    return np.polynomial.chebyshev.chebval(x, np.polynomial.chebyshev.chebfit(x, smooth, order))


def save(name, values, kind="<f8"):
    np.asarray(values).astype(kind).tofile(HERE / f"baseline_{name}.bin")


DIOPTAS = compiled("dioptas/model/util/smooth_bruckner_cython")
PYMCA = compiled("PyMca5/PyMcaMath/fitting/SpecfitFuns")
full = powder()
for name, y in (("full", full), ("gapped", gapped(full))):
    save(f"{name}_input", y, "<f4")
    save(f"{name}_als", over_gaps(y, als))
    save(f"{name}_arpls", over_gaps(y, arpls))
    save(f"{name}_snip", over_gaps(y, lambda v, there: PYMCA.snip1d(bridged(v, there), 40, 0)))
    save(f"{name}_snip_increasing", over_gaps(y, lambda v, there: snip(bridged(v, there), range(1, 41))))
    save(f"{name}_snip_lls", over_gaps(y, lambda v, there: from_lls(snip(lls(bridged(v, there)), range(24, 0, -1)))))
    save(f"{name}_bruckner", over_gaps(y, lambda v, there: bruckner(bridged(v, there), 20, 50, 50)))
weights = np.where(full > als(full.astype(float), np.ones(POINTS, bool)), 0.002, 0.998)
weights[300:340] = 0
save("whittaker_weights", weights)
save("whittaker", whittaker(full.astype(float), weights, 1e5))
