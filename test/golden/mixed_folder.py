#!/usr/bin/python3
"""Makes mixed_folder.zip: three good frame stacks of 60 x 80 pixels among one of each kind of bad file.

    mixed_folder.py        (Debian's python3-h5py, hdf5plugin and bitshuffle)

The name of a bad file is the error code that it must get, in lower case, with a suffix where there are two. Files under
partial_ hold whole frames too, which must be kept: 2 of 3. Every frame is a ring pattern with Poisson counts.
"""
import io, os, shutil, sys, tempfile, zipfile
import h5py, hdf5plugin, numpy as np

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
os.chdir(work)
os.mkdir("raw")
rng = np.random.default_rng(7)
y, x = np.mgrid[:60, :80]
expected = 5 + 40 * np.exp(-0.5 * ((np.hypot(y + 10, x + 10) - 60) / 3) ** 2)

def frames(n=3, shape=(60, 80)):
    return rng.poisson(expected[: shape[0], : shape[1]], size=(n,) + shape).astype("<u2")

def stack(name, data, wavelength=1e-10, path="/entry/data/data", **options):
    with h5py.File(f"raw/{name}.h5", "w") as f:
        options.setdefault("chunks", (1,) + data.shape[1:])
        f.create_dataset(path, data=data, maxshape=(None,) + data.shape[1:], **options)
        f["/entry"].attrs["NX_class"] = "NXentry"
        if wavelength:
            f["/entry/instrument/beam/incident_wavelength"] = wavelength * 1e10
            f["/entry/instrument/beam/incident_wavelength"].attrs["units"] = "angstrom"
            f["/entry/instrument"].attrs["NX_class"] = "NXinstrument"
            f["/entry/instrument/beam"].attrs["NX_class"] = "NXbeam"

stack("good_deflate", frames(), compression="gzip", shuffle=True, fletcher32=True)
stack("good_bitshuffle", frames(5), **hdf5plugin.Bitshuffle())
stack("good_plain", frames(1))

open("raw/not_hdf5.h5", "w").write("two_theta intensity\n1.0 2.0\n")
open("raw/not_hdf5_empty.h5", "wb").close()
stack("zero_frames", np.zeros((0, 60, 80), "<u2"), chunks=(1, 60, 80))
stack("geometry_mismatch", frames(2, (50, 80)))
stack("missing_wavelength", frames(2), wavelength=None)
with h5py.File("raw/no_frame_dataset.h5", "w") as f:
    f["/entry/temperature"] = np.arange(5.0)
with h5py.File("raw/ambiguous_dataset.h5", "w") as f:
    f["/left"], f["/right"] = frames(2), frames(2)
stack("all_masked", frames(2))
with h5py.File("raw/all_masked.h5", "r+") as f:
    f["/entry/instrument"].attrs["NX_class"] = "NXinstrument"
    d = f.create_group("/entry/instrument/detector")
    d.attrs["NX_class"] = "NXdetector"
    d["pixel_mask"] = np.ones((60, 80), "<u4")
stack("unknown_filter", frames(2), compression="szip")
with h5py.File("raw/dangling_link.h5", "w") as f:
    f["/entry/data/data"] = h5py.ExternalLink("gone.h5", "/entry/data/data")
os.mkdir("elsewhere")
with h5py.File("elsewhere/secret.h5", "w") as f:
    f["/data"] = frames(2)
with h5py.File("raw/link_outside_roots.h5", "w") as f:
    f["/entry/data/data"] = h5py.ExternalLink("../elsewhere/secret.h5", "/data")
stack("truncated", frames(3))
whole = open("raw/truncated.h5", "rb").read()
open("raw/truncated.h5", "wb").write(whole[: 3000])

# Some frames of these are whole.
layout = h5py.VirtualLayout((3, 60, 80), "<u2")
with h5py.File("raw/partial_source.dat", "w") as f:
    f["/data"] = frames(2)
for i in range(2):
    layout[i] = h5py.VirtualSource("partial_source.dat", "/data", shape=(2, 60, 80))[i]
layout[2] = h5py.VirtualSource("gone.h5", "/data", shape=(1, 60, 80))[0]
with h5py.File("raw/partial_missing_virtual_source.h5", "w", libver="latest") as f:
    f.create_virtual_dataset("/entry/data/data", layout)
    f["/entry/instrument/beam/incident_wavelength"] = 1.0
    f["/entry/instrument/beam/incident_wavelength"].attrs["units"] = "angstrom"
stack("partial_corrupt_chunk", frames(3), compression="gzip", fletcher32=True)
with h5py.File("raw/partial_corrupt_chunk.h5", "r") as f:
    at = f["/entry/data/data"].id.get_chunk_info(1)
with open("raw/partial_corrupt_chunk.h5", "r+b") as f:
    f.seek(at.byte_offset + at.size // 2)
    byte = f.read(1)[0]
    f.seek(at.byte_offset + at.size // 2)
    f.write(bytes([byte ^ 0x5A]))
# A writer that was killed: the superblock says open, and the last frame was never written.
with h5py.File("raw/partial_open_for_writing.h5", "w", libver="latest") as f:
    d = f.create_dataset("/entry/data/data", shape=(3, 60, 80), maxshape=(None, 60, 80), dtype="<u2", chunks=(1, 60, 80))
    f["/entry/instrument/beam/incident_wavelength"] = 1.0
    f["/entry/instrument/beam/incident_wavelength"].attrs["units"] = "angstrom"
    f.swmr_mode = True
    d[:2] = frames(2)
    d.flush()
    shutil.copy("raw/partial_open_for_writing.h5", "copy.h5")
shutil.move("copy.h5", "raw/partial_open_for_writing.h5")
# A flat field of NaN only: said, and left out.
stack("good_nan_flat", frames(2))
with h5py.File("raw/good_nan_flat.h5", "r+") as f:
    d = f.create_group("/entry/instrument/detector")
    d.attrs["NX_class"] = "NXdetector"
    d["flatfield"] = np.full((60, 80), np.nan, "<f4")

os.mkdir("mask")
np.save("mask/wrong_shape.npy", np.zeros((10, 10), np.int8))
open("raw/geometry.poni", "w").write("""poni_version: 2
Detector: Detector
Detector_config: {"pixel1": 1e-4, "pixel2": 1e-4, "max_shape": [60, 80]}
Distance: 0.1
Poni1: -0.001
Poni2: -0.001
Rot1: 0
Rot2: 0
Rot3: 0
""")
with zipfile.ZipFile(os.path.join(here, "mixed_folder.zip"), "w", zipfile.ZIP_DEFLATED) as z:
    for folder in ("raw", "elsewhere", "mask"):
        for name in sorted(os.listdir(folder)):
            info = zipfile.ZipInfo(f"{folder}/{name}", (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, open(f"{folder}/{name}", "rb").read())
print(os.path.getsize(os.path.join(here, "mixed_folder.zip")), "bytes", len(os.listdir("raw")), "files")
shutil.rmtree(work)
