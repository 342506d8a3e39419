#!/usr/bin/python3
"""What libhdf5 reads of the numeric datasets of the shared files (those of ten elements and more); argument: their folder.

hdf5_shared.txt, one line for each dataset: file, last name of its path, address of its object header, pixel type,
rows, columns, frames, and for the first and last frames number=first 8 digits of the sha256 of the
little-endian pixels. Virtual datasets are left out: they are resolved elsewhere.
"""
import hashlib
import pathlib
import sys

import bitshuffle.h5  # registers 32008
import h5py
import hdf5plugin
import numpy as np

root = pathlib.Path(sys.argv[1])
NAMES = {"u": "UINT", "i": "INT", "f": "FLOAT"}
FOLDERS = ["hdf5/filters", "hdf5/jhdf", "hdf5/eiger", "hdf5/nexus", "hdf5/esrf", "lambda"]
lines = []


def describe(file, dataset):
    kind = dataset.dtype
    if kind.kind not in NAMES or kind.itemsize > 8 or dataset.is_virtual or dataset.shape is None:
        return
    rows, columns = (1, 1, *dataset.shape)[-2:]
    total = int(np.prod(dataset.shape[:-2], dtype=np.int64)) if dataset.ndim > 2 else 1
    if rows * columns == 0 or (dataset.size < 10 and "jhdf" not in file):
        return
    digests = []
    for n in sorted({0, total // 2, total - 1}) if total else []:
        index = np.unravel_index(n, dataset.shape[:-2]) if dataset.ndim > 2 else ()
        try:
            pixels = np.asarray(dataset[index] if dataset.ndim > 2 else dataset[()])
        except OSError as e:
            print(file, dataset.name, n, e)
            return
        raw = pixels.astype(kind.newbyteorder("<")).tobytes()
        digests.append(f"{n}={hashlib.sha256(raw).hexdigest()[:8]}")
    name = NAMES[kind.kind] + str(8 * kind.itemsize)
    address = h5py.h5o.get_info(dataset.id).addr
    path = dataset.name.replace(" ", "_").rsplit("/", 1)[1]
    lines.append(" ".join(map(str, [file, path, address, name, rows, columns, total, *digests])))


for folder in FOLDERS:
    for path in sorted((root / folder).rglob("*")):
        if path.is_file() and h5py.is_hdf5(path) and path.name != "truncated.h5":
            with h5py.File(path) as f:
                file = str(path.relative_to(root))
                f.visititems(lambda _, node: describe(file, node) if isinstance(node, h5py.Dataset) else None)
pathlib.Path(__file__).with_name("hdf5_shared.txt").write_text("\n".join(lines) + "\n")
print(len(lines))
