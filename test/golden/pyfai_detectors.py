#!/usr/bin/python3
"""Writes the table of named detectors from pyFAI's registry (flat ones with equal pixels), with the
number of pixels that pyFAI's own mask leaves out, which DetectorCatalogueTest compares with ours.

usage: pyfai_detectors.py   (from the checkout's root; made with Debian's pyFAI 0.21.3)
"""
import logging

logging.disable(logging.WARNING)
import numpy
from pyFAI import detectors

ROUND = {"Mar345", "Rayonix133", "RayonixSx165"}
NAMES = {}
for alias, kind in detectors.ALL_DETECTORS.items():
    NAMES.setdefault(kind, []).append(alias)

rows, masked = [], []
for kind in sorted(NAMES, key=lambda k: k.__name__):
    if kind.__name__ == "Detector":
        continue
    detector = kind()
    if not (detector.IS_FLAT and detector.IS_CONTIGUOUS and detector.uniform_pixel):
        continue
    mask = detector.mask
    count = 0 if mask is None else int(numpy.asarray(mask).sum())
    module, gap = (0, 0), (0, 0)
    if kind.__name__ not in ROUND and count:
        module, gap = kind.MODULE_SIZE, kind.MODULE_GAP
    flag = "round" if kind.__name__ in ROUND else "split" if "CdTe" in kind.__name__ else "plain"
    names = sorted(set(NAMES[kind]) | {kind.__name__.lower()})
    rows.append(",".join(str(v) for v in (
        detector.name, "|".join(names), *detector.max_shape, *detector.shape,
        detector.pixel1, detector.pixel2, *module, *gap, flag)))
    masked.append(f"{detector.name},{count}")

with open("lib/core/src/main/resources/org/debye/frame/detectors.csv", "w") as out:
    out.write("name,aliases,max rows,max columns,rows,columns,pixel1,pixel2,"
              "module rows,module columns,gap rows,gap columns,mask\n")
    out.write("\n".join(rows) + "\n")
with open("test/golden/pyfai_detectors.csv", "w") as out:
    out.write("\n".join(masked) + "\n")
