#!/usr/bin/python3
"""What numpy finds in the real text files: text_spectra.tsv beside this script.

Usage: text_spectra.py DATA, the folder of the real data. One line a spectrum: file, what it is, points, first and
last point of the axis, sum of the intensities that are numbers.
"""
import ast
import gzip
import pathlib
import re
import sys

import numpy as np

DATA = pathlib.Path(sys.argv[1])
lines = []


def keep(path, label, axis, intensity):
    if axis[0] > axis[-1]:
        axis, intensity = axis[::-1], intensity[::-1]
    numbers = intensity[np.isfinite(intensity)]
    values = (axis[0], axis[-1], numbers.sum())
    lines.append("\t".join([str(path.relative_to(DATA)), label, str(len(axis)), *(repr(float(v)) for v in values)]))


def table(path, **options):
    text = path.read_bytes().decode("latin1").splitlines()
    return np.loadtxt([line for line in text if not line.startswith(("#", "%", "="))], ndmin=2, **options)


def xdi(path):
    text = path.read_bytes().decode("latin1")
    found = re.findall(r"(?im)^\s*#\s*column\.(\d+)\s*:\s*(\S*)", text)
    data = table(path)
    column = {name.lower(): data[:, int(number) - 1] for number, name in found}
    for plain, other in (("i1", "itrans"), ("it", "itrans")):
        if plain in column:
            column.setdefault(other, column[plain])
    with np.errstate(all="ignore"):
        if column.get("mutrans") is not None:
            keep(path, "transmission", column["energy"], column["mutrans"])
        elif column.get("itrans") is not None:
            keep(path, "transmission", column["energy"], np.log(column["i0"] / column["itrans"]))
        if column.get("mufluor") is not None:
            keep(path, "fluorescence", column["energy"], column["mufluor"])
        elif column.get("ifluor") is not None:
            keep(path, "fluorescence", column["energy"], column["ifluor"] / column["i0"])


def athena(path):
    group = {}
    for line in gzip.open(path, "rt", encoding="utf8"):
        if match := re.match(r"@(x|y) = (\(.*\));$", line):
            group[match[1]] = np.array(ast.literal_eval(match[2]), float)
        elif line.startswith("@args"):
            group["label"] = re.search(r"'label','((?:[^'\\]|\\.)*)'", line)[1]
        elif line.startswith("[record]"):
            keep(path, group["label"], group["x"], group["y"])
            group = {}


for path in sorted((DATA / "xanes").glob("*/**/*.x*d*")):
    if path.is_file():
        xdi(path)
for path in sorted((DATA / "xanes/athena").glob("*.prj")):
    athena(path)
for path, labels in (
    (DATA / "xanes/fe-references/HXN_XANES/FeLibNov2021.nor", ("Magnetite", "Hematite_NP")),
    (DATA / "xanes/tm-series/Ti_for_MCR.dat", ("2", "77")),
):
    data = table(path)
    keep(path, labels[0], data[:, 0], data[:, 1])
    keep(path, labels[1], data[:, 0], data[:, -1])
yijin = DATA / "xrd/YijinXRD.dat"
data = table(yijin, skiprows=1)
for k in (2, 61):
    keep(yijin, str(k + 1), data[:, 1], data[:, k])
pairs = [
    *sorted((DATA / "xanes/fe-references/References").glob("*.e"))[::8],
    *sorted((DATA / "xrd/thin-films/Experimental/Pc").glob("*.xy"))[:2],
    DATA / "xrd/mixtures/Spectra/TiO2.xy",
]
for path in pairs:
    data = table(path)
    keep(path, "", data[:, 0], data[:, 1])
for path in sorted((DATA / "xrd/lab6").glob("*.csv"))[::40]:
    data = table(path, delimiter=",", skiprows=1)
    keep(path, "", data[:, 0], data[:, 1])
for path in sorted((DATA / "gamma").glob("**/*.dat"))[::97]:
    counts = table(path)[:, 0]
    keep(path, "", np.arange(len(counts)), counts)
(pathlib.Path(__file__).parent / "text_spectra.tsv").write_text("\n".join(lines) + "\n")
