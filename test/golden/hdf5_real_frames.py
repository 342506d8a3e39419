#!/usr/bin/python3
"""SHA-256 of every frame of the real LAMBDA series and of each frame of other real files, as h5py reads them.

Usage: hdf5_real_frames.py DATA_FOLDER > hdf5/real_frames.sha256
One line a frame: file, dataset, frame, digest of its little-endian row-major bytes.
"""
import hashlib
import os
import sys

import h5py
import numpy as np

root = sys.argv[1]


def digests(name, path):
    with h5py.File(os.path.join(root, name), "r") as file:
        data = file[path]
        frames = data.shape[0] if data.ndim == 3 else 1
        for frame in range(frames):
            image = data[frame] if data.ndim == 3 else data[()]
            raw = np.ascontiguousarray(image).astype(image.dtype.newbyteorder("<")).tobytes()
            print(name, path, frame, hashlib.sha256(raw).hexdigest())


for module in (1, 2, 3):
    for part in range(5):
        digests(f"lambda/testasapo1_1009_00002_m{module}_part0000{part}.nxs", "/entry/instrument/detector/data")
for module in (1, 2, 3):
    digests(f"lambda/testasapo1_1009_00002_m{module}_part00000.nxs", "/entry/instrument/detector/pixel_mask")
digests("hdf5/nexus/AgBehenate_228.hdf5", "/entry/data/data")
