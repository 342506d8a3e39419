#!/usr/bin/python3
"""Absorption edges and core-hole widths: lib/core/src/main/resources/org/debye/spectra/absorption/edges.csv.

Usage: edges.py XRAYDB, a checkout of github.com/xraypy/XrayDB (public domain): energies of Elam, Ravel and Sieber
2002, widths of Keski-Rahkonen and Krause 1974. K and L edges of atomic numbers 11 to 92.
"""
import pathlib
import sys

SOURCES = pathlib.Path(sys.argv[1]) / "data_sources"
TARGET = pathlib.Path(__file__).parents[3] / "lib/core/src/main/resources/org/debye/spectra/absorption/edges.csv"

widths = {}
for line in (SOURCES / "keskirahkonen_krause.dat").read_text().splitlines():
    if not line.startswith("#") and line.strip():
        _, symbol, edge, width = line.split()
        widths[symbol, edge] = width
rows = ["symbol,number,edge,energy_ev,core_hole_ev"]
for line in (SOURCES / "elam.dat").read_text().splitlines():
    words = line.split()
    if words[:1] == ["Element"]:
        symbol, number = words[1], int(words[2])
    elif words[:1] == ["Edge"] and 11 <= number <= 92 and words[1] in ("K", "L1", "L2", "L3"):
        rows.append(f"{symbol},{number},{words[1]},{float(words[2]):g},{float(widths[symbol, words[1]]):g}")
TARGET.parent.mkdir(parents=True, exist_ok=True)
TARGET.write_text("\n".join(rows) + "\n")
