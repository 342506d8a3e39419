#!/usr/bin/python3
"""Small HDF5 files of many layouts, written by h5py, and what h5py reads from them.

Writes hdf5/layouts.zip: the files, and for each stack STACK.frames with one line a frame: its number
and the SHA-256 of its little-endian bytes as h5py gives them, or "missing" where a source is missing.
Run in test/golden. Debian h5py 3.7, HDF5 1.10.8.
"""
import hashlib
import io
import os
import shutil
import tempfile
import zipfile

import h5py
import numpy as np

ROWS, COLUMNS = 6, 9
folder = tempfile.mkdtemp()
home = os.getcwd()
os.chdir(folder)
rng = np.random.default_rng(5)
expected = {}


def frames(count, rows=ROWS, columns=COLUMNS, dtype=np.uint16):
    return rng.integers(0, 4000, size=(count, rows, columns)).astype(dtype)


def digest(image):
    return hashlib.sha256(np.ascontiguousarray(image).astype(image.dtype.newbyteorder("<")).tobytes()).hexdigest()


def expect(name, images, missing=()):
    expected[name] = "".join(f"{i} {'missing' if i in missing else digest(image)}\n" for i, image in enumerate(images))


def source(name, data, path="data", **options):
    with h5py.File(name, "w", **options) as file:
        file.create_dataset(path, data=data, chunks=(1,) + data.shape[1:])


def virtual(name, layout, fill=7, path="/entry/data/data", libver="latest"):
    with h5py.File(name, "w", libver=libver) as file:
        file.create_virtual_dataset(path, layout, fillvalue=fill)
        file["/entry/data/sibling"] = np.arange(4)


# Numbered sources of an unlimited virtual dataset (printf-style names); block 2 of 4 is missing.
parts = frames(8)
for block in (0, 1, 3):
    source(f"numbered_{block}.h5", parts[2 * block : 2 * block + 2])
with h5py.File("numbered.h5", "w", libver="latest") as file:
    layout = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    space = h5py.h5s.create_simple((8, ROWS, COLUMNS), (h5py.h5s.UNLIMITED, ROWS, COLUMNS))
    space.select_hyperslab((0, 0, 0), (h5py.h5s.UNLIMITED, 1, 1), (2, 1, 1), (2, ROWS, COLUMNS))
    origin = h5py.h5s.create_simple((2, ROWS, COLUMNS), (2, ROWS, COLUMNS))
    layout.set_virtual(space, b"numbered_%b.h5", b"/data", origin)
    group = file.create_group("/entry/data")
    h5py.h5d.create(group.id, b"data", h5py.h5t.NATIVE_UINT16, h5py.h5s.create_simple((8, ROWS, COLUMNS), (h5py.h5s.UNLIMITED, ROWS, COLUMNS)), layout)
expect("numbered", parts, missing=(4, 5))

# Two modules tiled in one virtual image with a gap of one row; the second source is short by one frame.
upper, lower = frames(3), frames(3)
source("tiled_a.h5", upper)
source("tiled_b.h5", lower)
layout = h5py.VirtualLayout((3, 2 * ROWS + 1, COLUMNS), np.uint16)
layout[:, :ROWS] = h5py.VirtualSource("tiled_a.h5", "data", shape=upper.shape)
layout[:, ROWS + 1 :] = h5py.VirtualSource("tiled_b.h5", "data", shape=lower.shape)
virtual("tiled.h5", layout, fill=65535)
with h5py.File("tiled.h5", "r") as file:
    expect("tiled", file["/entry/data/data"][:])

# A part of a larger source; frames in another order: every second source frame, from two selections.
wide = frames(6, 2 * ROWS, 2 * COLUMNS)
source("cut_source.h5", wide)
layout = h5py.VirtualLayout((6, ROWS, COLUMNS), np.uint16)
big = h5py.VirtualSource("cut_source.h5", "data", shape=wide.shape)
layout[0:3] = big[1::2, 2 : 2 + ROWS, 3 : 3 + COLUMNS]
layout[3:6] = big[0::2, 2 : 2 + ROWS, 3 : 3 + COLUMNS]
virtual("cut.h5", layout, libver="earliest")
with h5py.File("cut.h5", "r") as file:
    expect("cut", file["/entry/data/data"][:])

# Sources in the same file, and a virtual dataset over that virtual dataset, in another file by an external link.
own = frames(4)
with h5py.File("chained_source.h5", "w", libver="latest") as file:
    file.create_dataset("stored", data=own, chunks=(2, ROWS, COLUMNS), compression="gzip")
    layout = h5py.VirtualLayout(own.shape, np.uint16)
    layout[:] = h5py.VirtualSource(".", "stored", shape=own.shape)
    file.create_virtual_dataset("reordered", layout)
with h5py.File("chained.h5", "w", libver="latest") as file:
    file["/entry/data/linked"] = h5py.ExternalLink("chained_source.h5", "/reordered")
    layout = h5py.VirtualLayout((4, ROWS, COLUMNS), np.uint16)
    for i in range(4):
        layout[i] = h5py.VirtualSource(".", "/entry/data/linked", shape=own.shape)[3 - i]
    file.create_virtual_dataset("/entry/data/data", layout)
with h5py.File("chained.h5", "r") as file:
    expect("chained", file["/entry/data/data"][:])

# EuXFEL as EXtra-data writes it: four dimensions, pulse x module, one file a module.
modules = [frames(5) for _ in range(4)]
layout = h5py.VirtualLayout((5, 4, ROWS, COLUMNS), np.uint16)
for m, data in enumerate(modules):
    source(f"euxfel_{m}.h5", data)
    layout[:, m] = h5py.VirtualSource(f"euxfel_{m}.h5", "data", shape=data.shape)
virtual("euxfel.h5", layout, path="/entry_1/instrument_1/detector_1/data")
expect("euxfel", [np.stack([modules[m][i] for m in range(4)]) for i in range(5)])

# Cycles: a virtual dataset of itself through another file.
for a, b in (("cycle_a.h5", "cycle_b.h5"), ("cycle_b.h5", "cycle_a.h5")):
    layout = h5py.VirtualLayout((2, ROWS, COLUMNS), np.uint16)
    layout[:] = h5py.VirtualSource(b, "/entry/data/data", shape=(2, ROWS, COLUMNS))
    virtual(a, layout)

# Links: soft links in a circle, external links in a circle, out of the folder, and to a file that is not HDF5.
with h5py.File("links.h5", "w") as file:
    file["good"] = own
    file["circle_a"] = h5py.SoftLink("/circle_b")
    file["circle_b"] = h5py.SoftLink("/circle_a")
    file["external_circle"] = h5py.ExternalLink("links.h5", "/external_circle")
    file["up"] = h5py.ExternalLink("../outside.h5", "/data")
    file["absolute"] = h5py.ExternalLink("/etc/outside.h5", "/data")
    file["moved"] = h5py.ExternalLink("/gpfs/old/place/chained_source.h5", "/stored")
    file["nothing"] = h5py.SoftLink("/not/there")
    file["text"] = h5py.ExternalLink("text.h5", "/data")
with open("text.h5", "w") as file:
    file.write("this is no HDF5 file, but long enough to be looked at\n" * 20)

# Old and new groups with many members, and many attributes.
for libver in ("earliest", "latest"):
    with h5py.File(f"groups_{libver}.h5", "w", libver=libver) as file:
        group = file.create_group("many")
        for i in range(700):
            group[f"member_{i:04d}"] = h5py.SoftLink(f"/target/{i}") if i % 3 else h5py.ExternalLink("other.h5", f"/x{i}")
        holder = file.create_group("holder")
        for i in range(40):
            holder.attrs[f"attribute_{i:02d}"] = i * 1.5
        holder.attrs["fixed"] = np.bytes_("fixed text")
        holder.attrs["variable"] = "variable text \u00c5"
        holder.attrs["list"] = ["a", "bc", "def"]
        file["named type"] = np.dtype(">f4")
        file.create_dataset("of named type", data=np.arange(6, dtype=">f4").reshape(2, 3), dtype=file["named type"])

# NeXus units and conditions.
with h5py.File("metadata.h5", "w") as file:
    entry = file.create_group("entry")
    entry.attrs["NX_class"] = "NXentry"
    instrument = entry.create_group("instrument")
    instrument.attrs["NX_class"] = "NXinstrument"
    detector = instrument.create_group("detector")
    detector.attrs["NX_class"] = "NXdetector"
    detector.create_dataset("data", data=frames(3), chunks=(1, ROWS, COLUMNS))
    detector["count_time"] = [0.1, 0.2, 0.3]
    detector["count_time"].attrs["units"] = "s"
    for name, value, unit in (("distance", 309.19, "mm"), ("x_pixel_size", 55, "um"), ("y_pixel_size", 5.5e-5, "m")):
        detector[name] = float(value)
        detector[name].attrs["units"] = unit
    detector["beam_center_x"], detector["beam_center_y"] = 700.5, 2557.75
    detector["timestamp"] = [100.0, 100.5, 101.25]
    detector["timestamp"].attrs["units"] = "s"
    detector["flatfield"] = np.full((ROWS, COLUMNS), 2.0, np.float32)
    mono = instrument.create_group("monochromator")
    mono["energy"] = 25.68
    mono["energy"].attrs["units"] = "keV"
    sample = entry.create_group("sample")
    sample["name"] = "Pt"
    sample["pressure"] = [1.0, 2.0, 3.0]
    sample["temperature"] = 300.0
    other = entry.create_group("before")
    other["temperature"] = 299.0
    entry["start_time"] = "2026-11-20T12:00:00"

# Named, ambiguous, empty.
with h5py.File("ambiguous.h5", "w") as file:
    for detector in ("one", "two"):
        file[f"/entry/{detector}/data"] = frames(2)
with h5py.File("default.h5", "w") as file:
    for detector in ("one", "two"):
        file[f"/entry/{detector}/data"] = frames(2)
        file[f"/entry/{detector}"].attrs["signal"] = "data"
    file.attrs["default"] = "entry"
    file["entry"].attrs["default"] = "two"
with h5py.File("empty.h5", "w") as file:
    file.create_dataset("/entry/instrument/detector/data", shape=(0, ROWS, COLUMNS), maxshape=(None, ROWS, COLUMNS), chunks=(1, ROWS, COLUMNS), dtype="u2")
with h5py.File("nothing.h5", "w") as file:
    file["/entry/numbers"] = np.arange(5)
    file["/entry/flags"] = np.ones((4, 8, 8), bool)
with h5py.File("process.h5", "w") as file:
    file.create_group("entry").attrs["NX_class"] = "NXentry"
    file.create_group("entry/process").attrs["NX_class"] = "NXprocess"
    file["entry/process/data"] = frames(2)
with h5py.File("dectris.h5", "w") as file:
    data = frames(6).reshape(3, 2, ROWS, COLUMNS)
    file.create_dataset("/entry/data/data", data=data, chunks=(1, 1, ROWS, COLUMNS))
expect("dectris", data.reshape(6, ROWS, COLUMNS))

# A writer that is still at work (SWMR), copied while it is.
with h5py.File("writing_source.h5", "w", libver="latest") as file:
    data = file.create_dataset("/entry/instrument/detector/data", shape=(4, ROWS, COLUMNS), maxshape=(None, ROWS, COLUMNS), chunks=(1, ROWS, COLUMNS), dtype="u2")
    file.swmr_mode = True
    data[0:2] = own[0:2]
    file.flush()
    shutil.copy("writing_source.h5", "writing.h5")
os.remove("writing_source.h5")
expect("writing", own, missing=(2, 3))

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(os.listdir(".")):
        archive.writestr(zipfile.ZipInfo(name), open(name, "rb").read(), zipfile.ZIP_DEFLATED)
    for name in sorted(expected):
        archive.writestr(zipfile.ZipInfo(name + ".frames"), expected[name], zipfile.ZIP_DEFLATED)
os.chdir(home)
with open("hdf5/layouts.zip", "wb") as out:
    out.write(buffer.getvalue())
shutil.rmtree(folder)
