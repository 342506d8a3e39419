#!/usr/bin/python3
"""Makes the input of the whole-job benchmark: FILES files of FRAMES frames each, 516 x 1556 uint16, one frame a
chunk, bitshuffle-LZ4, of Debye rings with Poisson noise over a weak background, a fixed dead-pixel mask and a PONI.

    make_frames.py DIR [FILES=10] [FRAMES=500]

Each file cycles through 25 distinct frames (their compressed chunks are written directly), so that making 5,000
frames takes seconds while every frame is stored, read, decoded and integrated on its own.
Needs Debian's python3-h5py, python3-hdf5plugin and bitshuffle.
"""
import os, sys
import h5py, hdf5plugin, numpy as np

out, files, frames = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10, int(sys.argv[3]) if len(sys.argv) > 3 else 500
os.makedirs(out, exist_ok=True)
shape, pixel, distance = (516, 1556), 55e-6, 0.4
poni1, poni2, rot1, rot2, wavelength = shape[0] * pixel * 0.5, shape[1] * pixel * 0.5, 0.01, -0.005, 0.2910e-10
rng = np.random.default_rng(1)
y, x = np.mgrid[: shape[0], : shape[1]]
tth = np.degrees(np.arctan(np.hypot((y + 0.5) * pixel - poni1, (x + 0.5) * pixel - poni2) / distance))
chunks = []
for k in range(25):
    expected = 3 + 4 * np.exp(-tth / 2.0)
    for i, centre in enumerate(np.arange(0.5, 6.0, 0.37)):
        expected = expected + (80 / (1 + 0.5 * i)) * np.exp(-0.5 * ((tth - centre * (1 + 0.001 * k)) / 0.02) ** 2)
    frame = rng.poisson(expected).astype(np.uint16)
    chunks.append(frame)
scratch = os.path.join(out, "scratch.h5")
with h5py.File(scratch, "w") as f:
    d = f.create_dataset("d", data=np.stack(chunks), chunks=(1,) + shape, **hdf5plugin.Bitshuffle())
    raw = [d.id.read_direct_chunk((k, 0, 0))[1] for k in range(25)]
os.remove(scratch)
for n in range(files):
    with h5py.File(os.path.join(out, f"scan_{n:04d}.h5"), "w", libver="latest") as f:
        d = f.create_dataset("/entry/data/data", shape=(frames,) + shape, dtype="<u2", chunks=(1,) + shape,
                             maxshape=(None,) + shape, **hdf5plugin.Bitshuffle())
        for i in range(frames):
            d.id.write_direct_chunk((i, 0, 0), raw[(i + n) % 25])
        f["/entry"].attrs["NX_class"] = "NXentry"
        f["/entry/data"].attrs["NX_class"] = "NXdata"
        f["/entry/data"].attrs["signal"] = "data"
mask = (rng.random(shape) < 0.01).astype(np.int8)
np.save(os.path.join(out, "mask.npy"), mask)
with open(os.path.join(out, "geometry.poni"), "w") as f:
    f.write(f"""poni_version: 2
Detector: Detector
Detector_config: {{"pixel1": {pixel}, "pixel2": {pixel}, "max_shape": [{shape[0]}, {shape[1]}]}}
Distance: {distance}
Poni1: {poni1}
Poni2: {poni2}
Rot1: {rot1}
Rot2: {rot2}
Rot3: 0.0
Wavelength: {wavelength}
""")
total = sum(os.path.getsize(os.path.join(out, p)) for p in os.listdir(out))
print(f"{files} files x {frames} frames in {out}, {total / 1e6:.0f} MB stored, {files * frames * shape[0] * shape[1] * 2 / 1e6:.0f} MB decoded")
