#!/usr/bin/python3
"""Small HDF5 files that hold no raw frames, or not surely: types that are no pixels, results beside
raw frames, links in a circle, and a file that its writer never closed though it is whole.

Writes hdf5/refused_layouts.zip. Run in test/golden. Debian h5py 3.7, HDF5 1.10.8.
"""
import os
import shutil
import tempfile
import zipfile

import h5py
import numpy as np

folder = tempfile.mkdtemp()
home = os.getcwd()
os.chdir(folder)
images = np.arange(1, 3 * 6 * 9 + 1, dtype=np.uint16).reshape(3, 6, 9)

# What is no pixel, where frames should be.
colour = np.zeros(images.shape, [("r", "u1"), ("g", "u1"), ("b", "u1")])
for name, data in {
    "complex": images.astype(np.complex64),
    "string": images.astype("S4"),
    "bool": images > 9,
    "colour": colour,
}.items():
    with h5py.File(name + ".h5", "w") as file:
        file["entry/data/data"] = data
with h5py.File("elsewhere.h5", "w") as file:
    file["entry/reduced/amplitude"] = images.astype(np.complex64)


def process(name, **places):
    with h5py.File(name + ".h5", "w") as file:
        file.create_group("entry").attrs["NX_class"] = "NXentry"
        file.create_group("entry/process").attrs["NX_class"] = "NXprocess"
        if "detector" in places:
            file.create_group("entry/instrument").attrs["NX_class"] = "NXinstrument"
            file.create_group("entry/instrument/lambda").attrs["NX_class"] = "NXdetector"
            file["entry/instrument/lambda/data"] = images
        if "data" in places:
            file["entry/data/" + places.get("called", "data")] = places["data"]
            file["entry/data"].attrs["signal"] = places.get("called", "data")
        if "default" in places:
            file.attrs["default"] = "entry"
            file["entry"].attrs["default"] = "data"


# A process group beside frames: they are raw where a detector holds them.
process("beside", data=images)
process("signal", data=images, default=True)
process("measured", detector=True)
process("linked", detector=True, data=h5py.SoftLink("/entry/instrument/lambda/data"), default=True)
process("derived", detector=True, data=images / 2, called="mean", default=True)
process("pieces", data=images, called="data_000001")
with h5py.File("root.h5", "w") as file:
    file.create_group("process").attrs["NX_class"] = "NXprocess"
    file.create_group("entry").attrs["NX_class"] = "NXentry"
    file["entry/data/data"] = images

with h5py.File("loop.h5", "w") as file:
    file["a"], file["b"] = h5py.SoftLink("/b"), h5py.SoftLink("/a")
    file["entry/self"] = h5py.SoftLink("/entry")
    file["entry/nothing"] = h5py.SoftLink("/gone")

# A writer that has written all of its frames so far (SWMR), copied while it is at work.
with h5py.File("source.h5", "w", libver="latest") as file:
    data = file.create_dataset("entry/data/data", (3, 6, 9), "u2", chunks=(1, 6, 9), maxshape=(None, 6, 9))
    file.swmr_mode = True
    data[:] = images
    file.flush()
    shutil.copy("source.h5", "open.h5")
    shutil.copy("source.h5", "open_m01_part00001.h5")
os.remove("source.h5")
with h5py.File("open_m01_part00000.h5", "w") as file:
    file["entry/data/data"] = images

with zipfile.ZipFile(os.path.join(home, "hdf5/refused_layouts.zip"), "w") as archive:
    for name in sorted(os.listdir(".")):
        entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, open(name, "rb").read())
shutil.rmtree(folder)
