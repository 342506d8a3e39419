#!/usr/bin/python3
"""Imported absorption spectra beside those of Larch itself, run on the same files: the largest differences, and a picture.

  submit/debye import input=[DATA/xanes/xasdatalibrary/V, DATA/xanes/xasdatalibrary/Mn, DATA/xanes/athena/Fe.prj] \\
    catalogue=T absorption.curve=flattened absorption.parameters=larch
  submit/debye export catalogue=T format=csv output=imported.csv
  python3 -W ignore beside_larch.py imported.csv LARCH picture.png FILE...

LARCH is a checkout of github.com/xraypy/xraylarch (commit a272abc); FILE are the XDI files and Athena projects.
absorption.parameters=larch leaves what a project says of shifts and ranges alone, as this does.
"""
import csv
import gzip
import pathlib
import re
import sys

import matplotlib
import numpy as np

import normalisation

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402


def project(path):
    """Groups of an Athena project: label, energy, absorption."""
    text = gzip.open(path, "rt", encoding="latin1").read()
    for block in text.split("$old_group")[1:]:
        def array(name):
            found = re.search(rf"^@{name} = \((.*)\);$", block, re.M)
            return np.array(re.findall(r"-?[\d.]+(?:e[-+]?\d+)?", found.group(1)), float)

        def argument(name):
            found = re.search(rf"'{name}',(?:'([^']*)'|(-?[\d.]+))", block)
            return (found.group(1) or found.group(2) or "") if found else ""

        yield argument("label"), array("x"), array("y")


def files(paths):
    for path in map(pathlib.Path, paths):
        if path.suffix == ".prj":
            for number, (label, energy, mu) in enumerate(project(path)):
                yield path.stem, number, label, energy, mu
        else:
            found = normalisation.measured(path)
            if found is not None:
                yield path.stem, 0, path.stem, *found


imported = {}
for row in csv.DictReader(open(sys.argv[1])):
    key = (re.sub("-[0-9a-f]{8}$", "", row["dataset_id"]), int(row["frame"]))
    imported.setdefault(key, []).append((float(row["energy_ev"]), float(row["intensity"])))
comparison = normalisation.Comparison(pathlib.Path(sys.argv[2]))
drawn = []
for stem, number, label, energy, mu in files(sys.argv[4:]):
    if (stem, number) not in imported:
        print(f"{stem} {number} ({label}): not imported")
        continue
    ours = np.array(imported[stem, number])
    mu = mu.astype(np.float32).astype(float)
    group = type("Group", (), {})()
    comparison.larch.Parameters = comparison.parameters
    comparison.larch.pre_edge(energy * 1.0, mu * 1.0, group=group)
    same = len(ours) == len(group.flat)
    difference = np.abs(ours[:, 1] - group.flat).max() if same else float("nan")
    print(f"{label:24s} e0 {group.e0:10.3f} eV, edge step {group.edge_step:8.5f}: largest difference {difference:.1e}")
    drawn.append((label, ours, energy, group))
columns = 5
rows = -(-len(drawn) // columns)
figure, panes = plt.subplots(rows, columns, figsize=(3.1 * columns, 2.3 * rows), squeeze=False)
for pane, (label, ours, energy, group) in zip(panes.flat, drawn):
    near = (energy > group.e0 - 30) & (energy < group.e0 + 70)
    pane.plot(energy[near], group.flat[near], color="0.6", lw=4, label="Larch")
    inside = (ours[:, 0] > group.e0 - 30) & (ours[:, 0] < group.e0 + 70)
    pane.plot(ours[inside, 0], ours[inside, 1], color="black", lw=1, ls="--", label="Debye")
    pane.axvline(group.e0, color="tab:orange", lw=0.8)
    pane.set_title(label, fontsize=8)
    pane.tick_params(labelsize=6)
for pane in panes.flat[len(drawn):]:
    pane.axis("off")
panes[0, 0].legend(fontsize=7, loc="lower right")
figure.supxlabel("Energy (eV); line: e0", fontsize=9)
figure.supylabel("Flattened absorption", fontsize=9)
figure.tight_layout()
figure.savefig(sys.argv[3], dpi=110)
