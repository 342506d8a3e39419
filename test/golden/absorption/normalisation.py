#!/usr/bin/python3
"""Normalisation of absorption spectra as Larch does it: normalisation.txt and real.tsv beside this script.

Usage: normalisation.py [DATA [LARCH]]. DATA is the folder of the real data, without which real.tsv is left alone.
LARCH is a checkout of github.com/xraypy/xraylarch (commit a272abc7dbb1ee39f7851781eab3895b078e2d80 was followed):
with it, the functions of larch/xafs/pre_edge.py themselves run on every spectrum and the largest difference is printed.

The functions below are those of Larch (MIT licence, Matthew Newville and Bruce Ravel), shortened to what the defaults
use: remove_dups, smooth, index_of, index_nearest, polyfit of larch/math/utils.py lines 44-72, 192-247, 331-388,
459-468; find_e0, find_energy_step, _finde0, preedge and the flattening of larch/xafs/pre_edge.py lines 17-66, 94-156,
161-300 and 385-401;
rebin_xafs of larch/xafs/rebin_xafs.py.
"""
import importlib.util
import math
import pathlib
import re
import sys
import types

import numpy as np

HERE = pathlib.Path(__file__).parent
TINY_ENERGY = 0.0005


def remove_dups(arr, tiny=TINY_ENERGY):
    if arr.size <= 1 or min(np.diff(arr)) > 10 * tiny:
        return arr
    add = np.zeros(len(arr))
    for i in range(1, len(arr)):
        if abs(arr[i] - arr[i - 1]) < tiny:
            add[i] = add[i - 1] + tiny
    return arr + add


def index_of(array, value):
    return 0 if value < min(array) else int(max(np.where(array <= value)[0]))


def index_nearest(array, value):
    return int(np.abs(array - value).argmin())


def polyfit(x, y, deg):
    return list(np.polynomial.Polynomial.fit(x, y, deg=int(deg)).convert().coef)


def smooth(x, y, sigma, xstep):
    xmin = xstep * int((min(x) - 5 * xstep) / xstep)
    xmax = xstep * int((max(x) + 5 * xstep) / xstep)
    npts = min(1 + int(abs(xmax - xmin + xstep * 0.1) / xstep), 50 * len(x))
    x0 = np.linspace(xmin, xmax, npts)
    y0 = np.interp(x0, x, y)
    width = sigma / xstep
    win = 1 / (1 + ((np.arange(2 * npts) - npts) / width) ** 2) / (math.pi * width)
    y1 = np.concatenate((y0[npts:0:-1], y0, y0[-1:-npts - 1:-1]))
    y2 = np.convolve(win / win.sum(), y1, mode="valid")[:npts]
    return np.interp(x, x0, y2)


def find_energy_step(energy):
    nskip = int(0.01 * len(energy))
    ediff = np.diff(energy[:-1][nskip:-nskip])
    return float(np.sort(ediff)[nskip:nskip + 10].mean()) if ediff.size else math.nan


def finde0(energy, mu, estep=None, use_smooth=True):
    en = remove_dups(energy)[:-1]
    mu = mu[:-1]
    estep = find_energy_step(en) if estep is None else estep
    nmin = max(3, int(len(en) * 0.02))
    dmu = np.gradient(mu) / np.gradient(en)
    if use_smooth:
        dmu = smooth(en, dmu, estep, estep)
    dmu[~np.isfinite(dmu)] = -1.0
    dm_min = dmu[nmin:-nmin].min()
    dmu = (dmu - dm_min) / max(1e-10, np.ptp(dmu[nmin:-nmin]))
    dhigh = 0.60 if len(en) > 20 else 0.30
    high = np.where(dmu > dhigh)[0]
    if len(high) < 3:
        for _ in range(2):
            if len(high) > 3:
                break
            dhigh *= 0.5
            high = np.where(dmu > dhigh)[0]
    if len(high) < 3:
        high = np.where(np.isfinite(dmu))[0]
    imax, dmax = 0, 0
    for i in high:
        if nmin <= i <= len(en) - nmin and dmu[i] > dmax and i + 1 in high and i - 1 in high:
            imax, dmax = i, dmu[i]
    return en[imax], imax, estep


def find_e0(energy, mu):
    e1, ie0, estep1 = finde0(energy, mu, use_smooth=False)
    istart, istop = max(3, ie0 - 75), min(ie0 + 75, len(energy) - 3)
    if ie0 < 0.05 * len(energy):
        e1 = energy.mean()
        istart, istop = max(3, ie0 - 20), len(energy) - 3
    estep = 0.5 * (max(0.01, min(1.0, estep1)) + max(0.01, min(1.0, e1 / 25000.0)))
    e0, ix, _ = finde0(energy[istart:istop], mu[istart:istop], estep=estep)
    return float(energy[istart + 2] if ix < 1 else e0)


def pre_edge(energy, mu, e0=None, step=None, nnorm=None, nvict=0, pre1=None, pre2=None, norm1=None, norm2=None):
    good = np.isfinite(energy) & np.isfinite(mu)
    energy, mu = remove_dups(remove_dups(energy[good])), mu[good]
    npre = 1
    if e0 is None or e0 < energy[1] or e0 > energy[-2]:
        e0 = find_e0(energy, mu)
    ie0 = index_nearest(energy, e0)
    if pre1 is None:
        grain = 5.0 if ie0 > 20 else 2.0
        pre1 = grain * round((energy[1] - e0) / grain)
    pre1 = max(pre1, min(energy) - e0)
    pre2 = 0.5 * pre1 if pre2 is None else pre2
    pre1, pre2 = min(pre1, pre2), max(pre1, pre2)
    if index_of(energy - e0, pre2) - index_of(energy - e0, pre1) < 3:
        nvict = npre = 0
    norm2 = 5.0 * round((max(energy) - e0) / 5.0) if norm2 is None else norm2
    norm2 = max(energy) - e0 - norm2 if norm2 < 0 else norm2
    norm2 = min(norm2, max(energy) - e0)
    norm1 = min(25, 5.0 * round(norm2 / 15.0)) if norm1 is None else norm1
    norm1, norm2 = min(norm1, norm2), max(norm1, norm2)
    norm1 = min(norm1, norm2 - 2)
    if nnorm is None:
        nnorm = 0 if norm2 - norm1 < 30 else 1 if norm2 - norm1 < 300 else 2
    nnorm = max(min(nnorm, 5), 0)
    p1, p2 = index_of(energy, pre1 + e0), index_nearest(energy, pre2 + e0)
    if npre == 0:
        pre = mu[p1:max(p2, p1 + 1) if p2 == p1 else p2].mean() * np.ones(len(energy))
    else:
        p2 = min(len(energy), p1 + 2) if p2 - p1 < 2 else p2
        offset, slope = polyfit(energy[p1:p2], (mu * energy**nvict)[p1:p2], 1)
        pre = (offset + energy * slope) * energy**(-float(nvict))
    p1, p2 = min(index_of(energy, norm1 + e0), len(energy) - 3), index_nearest(energy, norm2 + e0)
    if p2 - p1 < 2:
        p1, nnorm = p1 - 2, 0
    elif p2 - p1 < 5:
        nnorm = min(1, nnorm)
    post = 1.0 * pre
    for n, c in enumerate(polyfit(energy[p1:p2], (mu - pre)[p1:p2], nnorm)):
        post += c * energy**n
    step = float(post[ie0] - pre[ie0]) if step is None else step
    step = max(1e-12, abs(step))
    norm = (mu - pre) / step
    residue = (post - pre) / step
    flat = norm - residue + residue[ie0]
    flat[:ie0] = norm[:ie0]
    parameters = dict(e0=e0, edge_step=step, pre1=pre1, pre2=pre2, norm1=norm1, norm2=norm2, nnorm=nnorm, nvict=nvict)
    return {k: float(v) for k, v in parameters.items()}, energy, norm, flat, pre, post


def rebin_xafs(energy, mu, e0):
    """larch/xafs/rebin_xafs.py lines 106-205 with its defaults."""
    ktoe = 3.8099819442818976
    emin, emax = min(energy) - e0, max(energy) - e0
    start = max(2 * int(emin / 2), emin)
    en = []
    for lo, hi, step, isk in ((start, -30, 2, False), (-30, 15, 0.05 * max(1, int(e0 / 1250.0)), False), (15, emax, 0.05, True)):
        lo, hi = (math.sqrt(lo / ktoe), math.sqrt(hi / ktoe)) if isk else (lo, hi)
        region = np.linspace(lo, hi, 1 + int(0.1 + abs(hi - lo) / step))
        en.extend(e0 + (ktoe * region * region if isk else region)[:-1])
    bounds = [index_of(energy, e) for e in en]
    out, j0 = [], index_of(energy, en[0] - 5)
    for i, e in enumerate(en):
        j1 = len(energy) - 1 if i == len(en) - 1 else int((bounds[i] + bounds[i + 1] + 1) / 2.0)
        out.append(np.interp(e, energy, mu) if j1 - j0 < 3 else mu[j0:j1].mean())
        j0 = j1
    return np.array(en), np.array(out)


def larch_itself(folder):
    """The module larch.xafs.pre_edge of a checkout, with what it does not need for this put aside."""
    def load(name, place):
        spec = importlib.util.spec_from_file_location(name, folder / place)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module

    class Group:
        pass

    def stub(name, **members):
        module = types.ModuleType(name)
        module.__path__ = []
        module.__dict__.update(members)
        sys.modules[name] = module
        return module

    def absent(*_, **__):
        raise NotImplementedError

    shapes = {n: absent for n in "voigt pvoigt moffat pearson7 breit_wigner damped_oscillator dho logistic lognormal"
              " students_t doniach skewed_gaussian expgaussian skewed_voigt step rectangle exponential powerlaw linear"
              " parabolic gaussian".split()}
    shapes["lorentzian"] = lambda x, amplitude=1.0, center=0.0, sigma=1.0: (
        amplitude / (1 + ((1.0 * x - center) / max(1e-15, sigma)) ** 2) / max(1e-15, math.pi * sigma))
    stub("lmfit", Parameters=absent, Minimizer=absent, report_fit=absent)
    stub("lmfit.lineshapes", **shapes)
    stub("xraydb", guess_edge=lambda e: (None, None))
    stub("larch", Group=Group)
    stub("larch.larchlib", Make_CallArgs=lambda _: lambda f: f, parse_group_args=lambda e, defaults, group, **_: (e, defaults[0], group), Journal=absent)
    stub("larch.utils", gformat=absent)
    math_package = stub("larch.math")
    load("larch.math.lineshapes", "larch/math/lineshapes.py")
    math_package.__dict__.update(vars(load("larch.math.utils", "larch/math/utils.py")))
    stub("larch.xafs")
    load("larch.xafs.xafsutils", "larch/xafs/xafsutils.py").set_xafsGroup = lambda group, **_: group
    pre_edge = load("larch.xafs.pre_edge", "larch/xafs/pre_edge.py")
    pre_edge.rebin_xafs = load("larch.xafs.rebin_xafs", "larch/xafs/rebin_xafs.py").rebin_xafs
    return pre_edge


class Comparison:
    def __init__(self, folder):
        self.larch = larch_itself(folder)
        self.worst, self.count = 0.0, 0

    def take(self, energy, mu, options, mine):
        group = type("Group", (), {})()
        good = np.isfinite(energy) & np.isfinite(mu)
        self.larch.Parameters = self.parameters
        self.larch.pre_edge(energy[good] * 1.0, mu[good] * 1.0, group=group, **options)
        differences = np.concatenate([[group.e0 - mine[0]["e0"]], group.norm - mine[2], group.flat - mine[3]])
        assert np.isfinite(differences).all()
        self.worst = max(self.worst, np.abs(differences).max())
        self.count += 1

    def take_rebinned(self, energy, mu, e0, mine):
        group = type("Group", (), {"__name__": "scan"})()
        self.larch.Group.__init__ = lambda self, **members: self.__dict__.update(members)
        self.larch.rebin_xafs(energy, mu, group=group, e0=e0)
        difference = np.concatenate([group.rebinned.energy - mine[0], group.rebinned.mu - mine[1]])
        print(f"largest difference of rebinning: {np.abs(difference).max():.2e}")

    @staticmethod
    def parameters():
        class Any(dict):
            def add(self, name, **_):
                self[name] = types.SimpleNamespace(set=lambda **_: None)
        return Any()


def scan(seed, edge, start, stop, pre_step, xanes_step, noise, slope=(0.3, -4e-5), jump=1.0, repeats=False):
    random = np.random.default_rng(seed)
    energy = np.concatenate([np.arange(start, -20, pre_step), np.arange(-20, 40, xanes_step), np.arange(40, stop, 3.0)])
    energy = np.round(edge + energy + random.uniform(-0.01, 0.01, len(energy)), 3)
    if repeats:
        energy[30], energy[31] = energy[29], energy[29]
    x = energy - edge
    mu = 0.5 + np.arctan(x / 1.1) / np.pi + 0.35 * np.exp(-0.5 * ((x - 5) / 2.2) ** 2)
    mu += 0.08 * np.exp(-0.5 * ((x + 8) / 0.9) ** 2)
    k = np.sqrt(np.maximum(x, 0) * 0.2625)
    mu += np.where(x > 12, 0.12 * np.exp(-0.02 * k * k) * np.sin(3.9 * k + 0.4), 0) * (1 - 0.2 * x / max(stop, 1))
    mu = slope[0] + slope[1] * x + jump * mu * (1 - 1.5e-4 * x) + noise * random.standard_normal(len(x))
    return energy, np.round(mu, 7)


CASES = {
    "long scan": (scan(1, 7112, -150, 800, 5, 0.35, 5e-4), {}),
    "short scan": (scan(2, 4966, -40, 60, 2, 0.5, 1e-3), {}),
    "noisy fluorescence": (scan(3, 8333, -120, 500, 8, 0.5, 1e-2, jump=0.02, slope=(0.004, 2e-7)), {}),
    "repeated energies": (scan(4, 5989, -100, 250, 5, 0.4, 1e-3, repeats=True), {}),
    "few points before the edge": (scan(5, 6539, -25, 120, 2, 1.0, 1e-3), {}),
    "victoreen, cubic": (scan(6, 7709, -200, 900, 5, 0.4, 5e-4), dict(nvict=3, nnorm=3, pre1=-150, pre2=-40, norm1=100, norm2=700)),
    "given edge and step, constant": (scan(7, 8979, -60, 90, 2, 0.5, 1e-3), dict(e0=8981.5, step=1.1, nnorm=0, norm1=30, norm2=80)),
}


def measured(path):
    """Energy and absorption in transmission of an XDI file, or None."""
    text = path.read_bytes().decode("latin1")
    found = re.findall(r"(?im)^\s*#\s*column\.(\d+)\s*:\s*(\S*)", text)
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith(("#", "%", "="))]
    try:
        table = np.array(rows, float)
    except ValueError:
        return None
    column = {name.lower(): table[:, int(number) - 1] for number, name in found if int(number) <= table.shape[1]}
    with np.errstate(all="ignore"):
        if "mutrans" in column:
            mu = column["mutrans"]
        elif "i0" in column and {"itrans", "i1", "it"} & set(column):
            mu = np.log(column["i0"] / next(column[n] for n in ("itrans", "i1", "it") if n in column))
        else:
            return None
    energy = column.get("energy")
    if energy is None or re.search(r"(?i)column\.\d+:\s*energy\s+kev", text) or not (np.diff(energy) >= 0).all():
        return None
    mu = mu.astype(np.float32).astype(float)
    return energy, mu


def real(data, compare):
    lines = []
    for path in sorted((data / "xanes/xasdatalibrary").rglob("*.xdi")) + sorted((data / "xanes/athena").glob("*.xdi")):
        found = measured(path)
        if found is None:
            continue
        energy, mu = found
        mine = pre_edge(energy, mu)
        compare and compare.take(energy, mu, {}, mine)
        values = [*mine[0].values(), mine[2].sum(), mine[3].sum()]
        lines.append("\t".join([str(path.relative_to(data)), *(f"{v:.10g}" for v in values)]))
    (HERE / "real.tsv").write_text("\n".join(lines) + "\n")
    print(len(lines), "real spectra")


def main():
    compare = Comparison(pathlib.Path(sys.argv[2])) if len(sys.argv) > 2 else None
    golden = []
    for name, ((energy, mu), options) in CASES.items():
        mine = pre_edge(energy, mu, **options)
        compare and compare.take(energy, mu, options, mine)
        points = np.arange(0, len(energy), 7)
        rebinned = {}
        if name in ("long scan", "victoreen, cubic"):
            rebin = rebin_xafs(energy, mu, mine[0]["e0"])
            compare and compare.take_rebinned(energy, mu, mine[0]["e0"], rebin)
            rebinned = dict(rebinned_energy=rebin[0], rebinned=rebin[1])
        golden += [f"case {name}", " ".join(["options", *(f"{k}={v}" for k, v in options.items())])]
        golden.append(" ".join(["parameters", *(f"{k}={v:.12g}" for k, v in mine[0].items())]))
        for key, values in dict(energy=energy, mu=mu, points=points, norm=mine[2][points], flat=mine[3][points],
                                pre=mine[4][points], post=mine[5][points], **rebinned).items():
            golden.append(" ".join([key, *(f"{v:.10g}" for v in values)]))
    (HERE / "normalisation.txt").write_text("\n".join(golden) + "\n")
    if len(sys.argv) > 1:
        real(pathlib.Path(sys.argv[1]), compare)
    if compare:
        print(f"largest difference from Larch itself over {compare.count} spectra: {compare.worst:.2e}")


if __name__ == "__main__":
    main()
