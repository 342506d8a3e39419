#!/usr/bin/python3
"""Linear combination fits of made absorption spectra: combination.txt beside this script.

What larch/math/lincombo_fitting.py of github.com/xraypy/xraylarch (commit a272abc) does, by numpy and scipy:
  lincombo_fit     references interpolated to the spectrum's energies by a cubic spline, least squares (leastsq of MINPACK,
                   which lmfit calls) over weights of which the last is one less the others where they sum to one,
                   covariance scaled by the reduced chi-square as lmfit's scale_covar does
  lincombo_fitall  all combinations of two and more, by reduced chi-square, without those of the same weights above 5e-4
Weights at least zero are found by trying every set of zeros: exact, and no algorithm of ours.
Shifts of references are fitted by leastsq over weights and shifts together.

  python3 combination.py                          writes combination.txt
  python3 combination.py FOLDER                   also holds the oracle against Larch itself; FOLDER has source trees of
                                                  xraylarch, lmfit-py, asteval and uncertainties, in folders of these names
"""
import itertools
import pathlib
import sys

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.optimize import leastsq

random = np.random.default_rng(29)
E0 = 7120.0
LEAST_WEIGHT = 5e-4


def reference(edge, white, post):
    """An edge with a white line and one maximum after it, at its own energies."""
    energy = E0 + np.unique(np.concatenate([np.arange(-60, -12, 4.0), np.arange(-12, 29.9, 0.35), np.arange(30, 90, 2.0)]))
    energy = energy + random.uniform(-0.05, 0.05)
    x = energy - E0 - edge
    mu = 0.5 + np.arctan(x / 1.2) / np.pi + white * np.exp(-((x - 3) ** 2) / 8) + post * np.sin(x / 6) * np.exp(-np.abs(x) / 40) * (x > 0)
    return energy, mu


REFERENCES = [reference(0, 0.5, 0.06), reference(1.5, 0.9, 0.1), reference(3, 0.2, 0.03), reference(4.2, 0.7, -0.08)]


def sample(weights, shifts, noise):
    energy = E0 + np.concatenate([np.arange(-40, -15, 5.0), np.arange(-15, 25, 0.5), np.arange(25, 60, 1.5)])
    mu = sum(w * CubicSpline(*r)(energy - s) for w, r, s in zip(weights, REFERENCES, shifts))
    return energy, mu + noise * random.standard_normal(len(energy))


def columns(energy, which, shifts):
    return np.array([CubicSpline(*REFERENCES[k])(energy - s) for k, s in zip(which, shifts)]).T


def window(energy, low, high):
    first = np.flatnonzero(energy <= E0 + low)[-1]
    last = np.flatnonzero(energy <= E0 + high)[-1] + 1
    return slice(first, last)


def whole(free, sum_to_one):
    """All weights from those that vary."""
    weights = np.array(free)
    return np.append(weights, 1 - weights.sum()) if sum_to_one else weights


def fit(energy, mu, which, sum_to_one, low=-20, high=30, shifted=False):
    """As lmfit: leastsq, then the covariance; dependent weights by their derivatives."""
    part = window(energy, low, high)
    x, y = energy[part], mu[part]
    count = len(which)
    varied = count - (1 if sum_to_one else 0)

    def residual(p):
        weights = whole(p[:varied], sum_to_one)
        shifts = p[varied:] if shifted else np.zeros(count)
        return columns(x, which, shifts) @ weights - y

    start = np.linalg.lstsq(columns(x, which, np.zeros(count)), y, rcond=-1)[0][:varied]
    if varied + (count if shifted else 0) == 0:
        p, cov = np.zeros(0), np.zeros((0, 0))
    else:
        p, cov, *_ = leastsq(residual, np.append(start, np.zeros(count if shifted else 0)), full_output=True,
                             xtol=1e-13, ftol=1e-13, gtol=1e-13, epsfcn=1e-9)
    left = residual(p)
    chi = float(left @ left)
    reduced = chi / (len(y) - len(p))
    follow = np.zeros((2 * count, len(p)))
    follow[:varied, :varied] = np.eye(varied)
    if sum_to_one:
        follow[count - 1, :varied] = -1
    if shifted:
        follow[count:, varied:] = np.eye(count)
    covariance = follow @ (cov * reduced) @ follow.T
    return dict(weights=whole(p[:varied], sum_to_one), shifts=p[varied:] if shifted else np.zeros(count), covariance=covariance,
                chi=chi, reduced=reduced, rfactor=chi / float(y @ y), points=len(y))


def bounded(energy, mu, which, sum_to_one, low=-20, high=30):
    """Weights at least zero: the best over all sets of zeros whose fit has no negative weight."""
    best = None
    for size in range(1, len(which) + 1):
        for kept in itertools.combinations(range(len(which)), size):
            found = fit(energy, mu, [which[k] for k in kept], sum_to_one, low, high)
            if found["weights"].min() >= 0 and (best is None or found["chi"] < best[1]["chi"]):
                best = (kept, found)
    kept, found = best
    count = len(which)
    weights = np.zeros(count)
    weights[list(kept)] = found["weights"]
    errors = np.full(count, np.nan)
    errors[list(kept)] = np.sqrt(np.diag(found["covariance"])[: len(kept)])
    if sum_to_one and len(kept) == 1:
        errors[:] = np.nan
    varied = count - (1 if sum_to_one else 0)
    # as Larch counts: what stands at a bound is looked for as well
    scale = (found["points"] - (len(kept) - (1 if sum_to_one else 0))) / (found["points"] - varied)
    found.update(weights=weights, errors=errors * np.sqrt(scale), reduced=found["chi"] / (found["points"] - varied))
    return found


def ranking(energy, mu, sum_to_one):
    found, seen = [], set()
    for size in range(2, len(REFERENCES) + 1):
        for which in itertools.combinations(range(len(REFERENCES)), size):
            one = bounded(energy, mu, which, sum_to_one)
            key = tuple(k for k, w in zip(which, one["weights"]) if w > LEAST_WEIGHT)
            if key not in seen:
                seen.add(key)
                found.append((one["reduced"], which, one))
    return sorted(found, key=lambda entry: entry[0])


CASES = [
    ("mixed", [0.45, 0.35, 0.0, 0.2], [0, 0, 0, 0], 0.004),
    ("two", [0.7, 0.0, 0.3, 0.0], [0, 0, 0, 0], 0.01),
    ("alone", [0.0, 1.02, -0.02, 0.0], [0, 0, 0, 0], 0.001),
    ("scaled", [0.3, 0.2, 0.1, 0.3], [0, 0, 0, 0], 0.003),
]
lines = []


def keep(key, values):
    lines.append(" ".join([key, *(f"{v:.12g}".replace("nan", "NaN") for v in np.ravel(np.atleast_1d(values)))]))


def keep_fit(prefix, found):
    keep(prefix + ".weights", found["weights"])
    keep(prefix + ".errors", found["errors"] if "errors" in found else np.sqrt(np.diag(found["covariance"])[: len(found["weights"])]))
    keep(prefix + ".chi", found["chi"])
    keep(prefix + ".reduced", found["reduced"])
    keep(prefix + ".rfactor", found["rfactor"])


def against_larch(folder, energy, mu, sum_to_one, found):
    from larch import Group
    from larch.math.lincombo_fitting import lincombo_fit

    groups = [Group(energy=e, norm=m, filename=f"r{k}") for k, (e, m) in enumerate(REFERENCES)]
    data = Group(energy=energy, norm=mu, filename="data")
    theirs = lincombo_fit(data, groups, xmin=E0 - 20, xmax=E0 + 30, sum_to_one=sum_to_one)
    weights = np.array([theirs.weights[f"r{k}"] for k in range(len(groups))])
    errors = np.array([theirs.params[f"r{k}"].stderr for k in range(len(groups))])
    ours = np.sqrt(np.diag(found["covariance"])[: len(groups)])
    return max(np.abs(weights - found["weights"]).max(), np.abs(errors / ours - 1).max(), abs(theirs.redchi / found["reduced"] - 1),
               abs(theirs.rfactor / found["rfactor"] - 1))


def larch_sources(folder):
    """Only the modules that are needed, without what they would import for windows and files."""
    import types

    for name in ("lmfit-py", "asteval", "uncertainties", "xraylarch"):
        sys.path.insert(0, str(pathlib.Path(folder) / name))
    class Group:
        def __init__(self, **values):
            self.__dict__.update(values)

    root = pathlib.Path(folder) / "xraylarch" / "larch"
    larch = types.ModuleType("larch")
    larch.Group = Group
    larch.__path__ = [str(root)]
    sys.modules["larch"] = larch
    for made in ("asteval.version", "lmfit.version", "uncertainties.version"):
        sys.modules[made] = types.ModuleType(made)
        sys.modules[made].version = sys.modules[made].__version__ = "0"
        sys.modules[made].__version_tuple__ = (0,)
    sys.modules["dill"] = types.ModuleType("dill")
    math = types.ModuleType("larch.math")
    math.__path__ = [str(root / "math")]
    sys.modules["larch.math"] = math


folder = sys.argv[1] if len(sys.argv) > 1 else None
if folder:
    larch_sources(folder)
worst = 0
for k, (energy, mu) in enumerate(REFERENCES):
    keep("reference.energy", energy)
    keep("reference.mu", mu)
for name, weights, shifts, noise in CASES:
    energy, mu = sample(weights, shifts, noise)
    lines.append("case " + name)
    keep("energy", energy)
    keep("mu", mu)
    for rule, sum_to_one in (("free", False), ("sum-to-one", True)):
        found = fit(energy, mu, range(4), sum_to_one)
        keep_fit(rule, found)
        keep(rule + ".covariance", found["covariance"][:4, :4])
        if folder:
            worst = max(worst, against_larch(folder, energy, mu, sum_to_one, found))
    keep_fit("non-negative", bounded(energy, mu, range(4), False))
    keep_fit("fractions", bounded(energy, mu, range(4), True))
    for place, (reduced, which, one) in enumerate(ranking(energy, mu, True)[:5]):
        keep(f"ranked{place}", which)
        keep(f"ranked{place}.weights", one["weights"])
        keep(f"ranked{place}.reduced", reduced)
energy, mu = sample([0.55, 0.45, 0, 0], [0.31, -0.22, 0, 0], 0.002)
lines.append("case shifted")
keep("energy", energy)
keep("mu", mu)
found = fit(energy, mu, (0, 1), True, shifted=True)
keep_fit("shifted", found)
keep("shifted.shifts", found["shifts"])
keep("shifted.covariance", found["covariance"])
(pathlib.Path(__file__).parent / "combination.txt").write_text("\n".join(lines) + "\n")
if folder:
    print(f"largest difference from Larch: {worst:.2e}")
