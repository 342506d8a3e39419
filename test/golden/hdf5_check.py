#!/usr/bin/python3
"""Reads files of Debye's writers with h5py (and its bitshuffle plugin) and checks their structure.

Usage: hdf5_check.py FILE.nxs|FILE.h5 ...   raw stacks of FrameStackWriter, results of Azint1dWriter
"""
import sys

import h5py
import numpy as np


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def check_raw(file):
    detector = file["entry/instrument/detector"]
    data = detector["data"]
    assert text(file["entry"].attrs["NX_class"]) == "NXentry"
    assert data.ndim == 3 and data.chunks == (1,) + data.shape[1:], (data.shape, data.chunks)
    assert data.maxshape[0] is None
    total = sum(int(data[i].astype(np.int64).sum()) for i in range(len(data)))
    assert file["entry/data/data"].shape == data.shape, "soft link"
    assert detector["translation/distance"].shape == (3,)
    assert detector["count_time"].attrs["units"] == "millisecond"
    assert detector["pixel_mask"].dtype == np.uint32
    print(file.filename, data.shape, data.dtype, data.compression or data._filters, "sum", total)


def check_azint1d(file):
    assert text(file.attrs["default"]) in file
    for name, entry in file.items():
        assert text(entry["definition"][()]) == "NXazint1d"
        for flag in ("solid_angle_applied", "polarization_applied", "normalization_applied"):
            assert entry[flag].dtype == bool, entry[flag].dtype
        for path in ("instrument/name", "instrument/monochromator/wavelength", "instrument/monochromator/energy",
                     "instrument/source/name", "instrument/source/type", "instrument/source/probe",
                     "reduction/program", "reduction/version", "reduction/date", "reduction/reference", "reduction/input"):
            assert path in entry, path
        data = entry["data"]
        assert text(data.attrs["signal"]) == "I" and [text(a) for a in data.attrs["axes"]] == ["frame", "radial_axis"]
        assert data["I"].shape == (len(data["frame"]), len(data["radial_axis"]))
        assert "units" in data["radial_axis"].attrs and "long_name" in data["radial_axis"].attrs
        print(file.filename, name, data["I"].shape, "first row", data["I"][0], "last row", data["I"][-1], list(data))


for path in sys.argv[1:]:
    with h5py.File(path, "r") as h5:
        (check_raw if "entry" in h5 and "instrument" in h5["entry"] and "detector" in h5["entry/instrument"] else check_azint1d)(h5)
print("all read")
