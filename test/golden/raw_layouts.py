#!/usr/bin/python3
"""Small raw HDF5 files whose frames must be told apart from fill values and matched between modules.

Writes hdf5/raw_layouts.zip. For each stack STACK.frames has one line a frame: its number and the
SHA-256 of the little-endian bytes of its modules one after the other, as h5py gives them, or
"missing". Run in test/golden. Debian h5py 3.7, HDF5 1.10.8.
"""
import hashlib
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
rng = np.random.default_rng(11)
expected = {}


def images(*shape, dtype=np.uint16):
    return rng.integers(1, 4000, size=shape + (ROWS, COLUMNS)).astype(dtype)


def digest(*modules):
    digest = hashlib.sha256()
    for image in modules:
        digest.update(np.ascontiguousarray(image).tobytes())
    return digest.hexdigest()


def expect(name, lines):
    expected[name] = "".join(f"{i} {line}\n" for i, line in enumerate(lines))


# Frames that were never written, in a file that was closed; the fill value is 0, as of photons.
data = images(5)
with h5py.File("unwritten.h5", "w") as file:
    made = file.create_dataset("entry/data/data", data.shape, data.dtype, chunks=(1, 3, COLUMNS), fillvalue=0)
    made[0], made[4] = data[0], data[4]
    made[2, 3:] = data[2, 3:]
expect("unwritten", [digest(data[0]), "missing", "missing", "missing", digest(data[4])])
layout = h5py.VirtualLayout(data.shape, data.dtype)
layout[:] = h5py.VirtualSource("unwritten.h5", "entry/data/data", data.shape)
with h5py.File("unwritten_virtual.h5", "w", libver="latest") as file:
    file.create_virtual_dataset("entry/data/data", layout, fillvalue=0)
expect("unwritten_virtual", [digest(data[0]), "missing", "missing", "missing", digest(data[4])])
with h5py.File("never.h5", "w") as file:
    file.create_dataset("entry/data/data", data.shape, data.dtype, chunks=(1, ROWS, COLUMNS))


# EuXFEL: a file for each module and sequence, frames known by train and pulse.
def xfel(name, source, ids, frames, padding=0, gain=False, pulse="pulseId", **more):
    """ids are pairs of train and pulse; padding frames of train 0 follow."""
    pad = np.full((padding, ROWS, COLUMNS), 65535, frames.dtype)
    data = np.concatenate([frames, pad])
    if gain:
        data = np.stack([data, np.full_like(data, 7)], axis=1)
    trains = np.array([train for train, _ in ids] + [0] * padding, np.uint64)
    pulses = np.array([number for _, number in ids] + [0] * padding, np.uint64)
    with h5py.File(name, "w") as file:
        group = file.create_group(f"INSTRUMENT/{source}/image")
        group.create_dataset("data", data=data, chunks=(1,) + data.shape[1:])
        group["trainId"] = trains.reshape(more.get("shape", (-1,)))
        if pulse:
            group[pulse] = pulses.reshape(more.get("shape", (-1,)))
        every = sorted({train for train, _ in ids})
        index = file.create_group(f"INDEX/{source}/image")
        index["first"] = np.array([[t for t, _ in ids].index(train) for train in every], np.uint64)
        index["count"] = np.array([[t for t, _ in ids].count(train) for train in every], np.uint64)
        file["INDEX/trainId"] = np.array(every, np.uint64)


def agipd(module, sequence, ids, frames, **more):
    xfel(
        f"RAW-R0042-AGIPD{module:02}-S{sequence:05}.h5",
        f"SPB_DET_AGIPD1M-1/DET/{module}CH0:xtdf",
        ids,
        frames,
        gain=True,
        shape=(-1, 1),
        **more,
    )


# Module 0 lacks train 12, module 1 lacks pulse 4 of train 11, in which a train of the second
# sequence of the one stands in the first of the other; module 2 has padding.
first = 1_400_000_000
every = [(first + train, pulse) for train in (10, 11, 12, 13, 14, 15) for pulse in (0, 4)]
pixels = {(module, key): images() for module in range(3) for key in every}
there = {
    0: ([key for key in every[:8] if key[0] != first + 12], every[8:]),
    1: ([key for key in every[:10] if key != (first + 11, 4)], every[10:]),
    2: (every[:8], every[8:]),
}
for module, sequences in there.items():
    for sequence, ids in enumerate(sequences):
        stack = np.stack([pixels[module, key] for key in ids])
        agipd(module, sequence, ids, stack, padding=3 if module == 2 else 0)
whole = [key for key in every if all(key in ids[0] + ids[1] for ids in there.values())]
lines = [digest(*(pixels[m, key] for m in range(3))) if key in whole else "missing" for key in every]
expect("RAW-R0042-AGIPD", lines)

# A detector of one module: frames by memory cell, one train number for each train.
cells = images(3, 4, dtype=np.int16)
with h5py.File("RAW-R0007-JNGFR01-S00000.h5", "w") as file:
    group = file.create_group("INSTRUMENT/FXE_XAD_JF1M/DET/JNGFR01:daqOutput/data")
    group.create_dataset("adc", data=cells, chunks=(1, 4, ROWS, COLUMNS))
    group["trainId"] = np.array([first, first + 1, 0], np.uint64)
    group["memoryCell"] = np.tile(np.arange(4, dtype=np.uint8), (3, 1))
expect("RAW-R0007-JNGFR", [digest(image) for train in cells[:2] for image in train])

# One module alone, in two sequences, without pulse numbers.
for sequence in range(2):
    ids = [(first + 20 + 2 * sequence + train, 0) for train in (0, 0, 1)]
    frames = images(3)
    source = "MID_EXP_LAMBDA/DET/0CH0:xtdf"
    xfel(f"RAW-R0009-LAMBDA00-S0000{sequence}.h5", source, ids, frames, padding=2, pulse=None)
    expected["RAW-R0009-LAMBDA"] = expected.get("RAW-R0009-LAMBDA", "") + "".join(
        f"{3 * sequence + i} {digest(image)}\n" for i, image in enumerate(frames)
    )

# Numbers that fit no frame, in one of two modules.
for module in range(2):
    with h5py.File(f"RAW-R0043-LPD0{module}-S00000.h5", "w") as file:
        group = file.create_group(f"INSTRUMENT/FXE_DET_LPD1M-1/DET/{module}CH0:xtdf/image")
        group["data"] = images(4)
        group["trainId"] = np.array([1, 2, 3] if module else [1, 2, 3, 4], np.uint64)

# What cannot be decoded.
with h5py.File("scaled.h5", "w") as file:
    file.create_dataset("entry/data/data", data=images(2), chunks=(1, ROWS, COLUMNS), scaleoffset=0)
data = images(3)
with h5py.File("corrupt.h5", "w") as file:
    made = file.create_dataset("entry/data/data", data=data, chunks=(1, ROWS, COLUMNS), compression="gzip")
    chunk = made.id.get_chunk_info(1)
with open("corrupt.h5", "r+b") as file:
    file.seek(chunk.byte_offset)
    file.write(b"\xff" * chunk.size)
expect("corrupt", [digest(data[0]), "missing", digest(data[2])])

with zipfile.ZipFile(os.path.join(home, "hdf5/raw_layouts.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(os.listdir(".")):
        entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, open(name, "rb").read())
    for name, text in sorted(expected.items()):
        archive.writestr(zipfile.ZipInfo(name + ".frames", (2026, 1, 1, 0, 0, 0)), text)
shutil.rmtree(folder)
