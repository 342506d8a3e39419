#!/usr/bin/env python3
"""Many small datasets, each an HDF5 file with one frame of 16 x 16 counts, a thousand a folder; one in a thousand is cut short.

    python3 make_datasets.py FOLDER COUNT

Every file is a template of h5py whose counts are replaced by others, so that 200,000 take a minute and 0.8 GB. Those that are there stay.
"""

import io
import pathlib
import sys

import h5py
import numpy as np


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    buffer = io.BytesIO()
    marker = np.arange(40000, 40256, dtype=np.uint16).reshape(1, 16, 16)
    with h5py.File(buffer, "w", libver="earliest") as file:
        file.create_group("entry/data").create_dataset("data", data=marker)
    template = bytearray(buffer.getvalue())
    place = template.index(marker.tobytes())
    random = np.random.Generator(np.random.PCG64(1))
    for number in range(count):
        counts = random.poisson(100, 256).astype(np.uint16).tobytes()
        path = folder / f"{number // 1000:04d}" / f"scan_{number:07d}.h5"
        if path.exists():
            continue
        if number % 1000 == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        template[place:place + len(counts)] = counts
        path.write_bytes(template[:place + 100] if number % 1000 == 500 else template)


main()
