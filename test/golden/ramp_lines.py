"""Powder lines of the crystals of simulated ramps, computed apart from Debye: test/golden/ramp_lines.csv.

/usr/bin/python3 test/golden/ramp_lines.py ../shared/data/physics

Reads the scattering factors from XrayDB's copies of f0_WaasKirf.dat (DABAX) and of Chantler's tables, so
that what Debye has transcribed is compared with its source. Sums |F|^2 over all planes, one by one; inverts
the equations of state by brentq.
"""

import csv
import os
import sys

import numpy as np
from scipy.optimize import brentq

WAVELENGTH = 0.4828
KEV = 12.39841984 / WAVELENGTH
DATA = sys.argv[1]


def waasmaier(symbol):
    lines = open(os.path.join(DATA, "waasmaier_kirfel_f0.dat")).read().split("\n")
    at = [i for i, l in enumerate(lines) if l.split()[:1] == ["#S"] and l.split()[2] == symbol][0]
    values = [float(x) for x in next(l for l in lines[at + 1 :] if l and l[0] != "#").split()]
    return np.array(values[:5]), values[5], np.array(values[6:])


def chantler(z):
    if z == 10:
        return 0.02, 0.007  # no table at hand: Debye's working values
    rows = [l.split() for l in open(os.path.join(DATA, f"chantler_f1f2_Z{z:02d}.dat")) if l[0] != "#"]
    table = np.array([[float(x) for x in r[:3]] for r in rows if len(r) >= 3])
    return np.interp(KEV, table[:, 0], table[:, 1]) - z, np.interp(KEV, table[:, 0], table[:, 2])


ATOMS = {"O": 8, "Ne": 10, "Mg": 12, "Fe": 26, "Pt": 78}
FACTORS = {name: waasmaier(name) + chantler(z) for name, z in ATOMS.items()}


def factor(name, s):
    a, c, b, first, second = FACTORS[name]
    return c + (a * np.exp(-b * s * s)).sum() + first + 1j * second


def metal(mg):
    return [("Fe", 1 - mg)] + ([("Mg", mg)] if mg else [])


def rock_salt(mg):
    fcc = [(0, 0, 0), (0, 0.5, 0.5), (0.5, 0, 0.5), (0.5, 0.5, 0)]
    return [(metal(mg), p) for p in fcc] + [([("O", 1)], tuple(np.array(p) + 0.5)) for p in fcc]


def stretched(mg):
    r = [(0, 0, 0), (2 / 3, 1 / 3, 1 / 3), (1 / 3, 2 / 3, 2 / 3)]
    return [(metal(mg), p) for p in r] + [([("O", 1)], (x, y, z + 0.5)) for x, y, z in r]


def one(name, places):
    return [([(name, 1)], p) for p in places]


FCC = [(0, 0, 0), (0, 0.5, 0.5), (0.5, 0, 0.5), (0.5, 0.5, 0)]


def vinet(x, k, kp):
    y = x ** (1 / 3)
    return 3 * k * (1 - y) / y**2 * np.exp(1.5 * (kp - 1) * (1 - y))


def birch(x, k, kp):
    y = x ** (-1 / 3)
    return 1.5 * k * (y**7 - y**5) * (1 + 0.75 * (kp - 4) * (y * y - 1))


def molar(volume, units):
    return volume / 0.602214076 * units


# sites, B, equation of state, its two numbers, volume, c/a (None: cubic)
CRYSTALS = {
    "MAGNESIOWUSTITE_B1": (rock_salt(0.2), 0.5, birch, (114.9, 4), 4.2772**3, None),
    "MAGNESIOWUSTITE_RHOMBOHEDRAL": (
        stretched(0.2), 0.5, birch, (171.5, 4), 0.75 * 4.2507**3,
        lambda p: max(6**0.5, 2.4986 + 0.001827 * p)),
    "WUSTITE_B1": (rock_salt(0), 0.5, birch, (179.4, 4.94), molar(12.264, 4), None),
    "WUSTITE_RHOMBOHEDRAL": (
        stretched(0), 0.5, birch, (179.4, 4.94), molar(12.264, 3),
        lambda p: max(6**0.5, 6**0.5 + 0.0034 * (p - 14))),
    "IRON_BCC": (one("Fe", [(0, 0, 0), (0.5, 0.5, 0.5)]), 0.35, vinet, (164, 5.5), molar(7.09197, 2), None),
    "IRON_HCP": (
        one("Fe", [(1 / 3, 2 / 3, 0.25), (2 / 3, 1 / 3, 0.75)]), 0.35, birch, (172.7, 4.79),
        molar(6.805, 2), lambda p: 1.604),
    "PLATINUM": (one("Pt", FCC), 0.3, vinet, (266, 5.81), 3.9231**3, None),
    "NEON": (one("Ne", FCC), 1.0, vinet, (1.070, 8.40), 4 * 22.234, None),
}


# of the 111 planes of a cubic crystal under differential stress (Singh 1998), over the root of GPa
STRAIN = {"MAGNESIOWUSTITE_B1": 0.0057}


def lines(sites, displacement, equation, numbers, volume, ratio, pressure, strain=0.0):
    v = volume * brentq(lambda x: equation(x, *numbers) - pressure, 0.2, 1.0, xtol=1e-15)
    if ratio is None:
        metric = np.eye(3) / v ** (2 / 3)
    else:
        a = (2 * v / (3**0.5 * ratio(pressure))) ** (1 / 3)
        c = a * ratio(pressure)
        metric = np.array([[4 / 3, 2 / 3, 0], [2 / 3, 4 / 3, 0], [0, 0, 0]]) / a**2
        metric[2, 2] = 1 / c**2
    found = {}
    for h in range(-5, 6):
        for k in range(-5, 6):
            for l in range(-14, 15):
                q = np.array([h, k, l])
                inverse = q @ metric @ q
                if strain and q.any():
                    two = q * q
                    anisotropy = (two.sum() ** 2 - (two * two).sum()) / 2 / two.sum() ** 2
                    inverse /= (1 + 3 * strain * anisotropy) ** 2
                s = inverse**0.5 / 2
                if not 0.08 < WAVELENGTH * s < 0.22:
                    continue
                f = sum(
                    sum(w * factor(n, s) for n, w in atoms) * np.exp(2j * np.pi * q.dot(p))
                    for atoms, p in sites)
                square = abs(f) ** 2 * np.exp(-2 * displacement * s * s)
                if square > 1e-9:
                    key = round(2 * np.degrees(np.arcsin(WAVELENGTH * s)), 7)
                    found[key] = found.get(key, 0) + square
    rows = []
    for angle, square in sorted(found.items()):
        theta = np.radians(angle / 2)
        rows.append((angle, square / (np.sin(theta) ** 2 * np.cos(theta)) / v**2))
    return [r for r in rows if 9.5 <= r[0] <= 25.0]


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "ramp_lines.csv"), "w") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["crystal", "pressure_gpa", "two_theta_deg", "strength"])
    for name, crystal in CRYSTALS.items():
        for pressure in (5.0, 13.0, 40.0):
            for angle, strength in lines(*crystal, pressure, STRAIN.get(name, 0.0) * pressure**0.5):
                writer.writerow([name, pressure, f"{angle:.7f}", f"{strength:.10g}"])
