#!/usr/bin/python3
"""Image files for org.debye.frame.image, written by fabio, numpy and Pillow, and what is in them.

images.zip holds NAME and NAME.bin (float64, little endian, row major, 11 x 14) for each.
"""
import gzip
import io
import pathlib
import tempfile
import zipfile

import fabio
import numpy as np
from PIL import Image

random = np.random.default_rng(5)
TYPES = "u1 i1 u2 i2 u4 i4 u8 i8 f4 f8".split()
files = {}


def pixels(kind):
    """Small numbers with repeats, and the extremes of the type."""
    values = random.integers(0, 4, (11, 14)) * random.integers(0, 30, (11, 14))
    values = values.astype(kind)
    dtype = np.dtype(kind)
    if dtype.kind == "f":
        values = (values / 8).astype(kind)
        values[2, 3:6] = np.nan, np.inf, np.finfo(kind).tiny
    else:
        values[2, 3:5] = np.iinfo(kind).min, np.iinfo(kind).max
    return values


def keep(name, content, values):
    files[name] = content
    files[name + ".bin"] = np.ascontiguousarray(values).astype("<f8").tobytes()


def saved(write, suffix):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / ("image" + suffix)
        write(str(path))
        return path.read_bytes()


def read_back(content):
    with tempfile.NamedTemporaryFile(suffix=".tif") as file:
        file.write(content)
        file.flush()
        return fabio.open(file.name).data


def npy(values, version=(1, 0)):
    out = io.BytesIO()
    np.lib.format.write_array(out, values, version=version)
    return out.getvalue()


def tiff(values, **options):
    out = io.BytesIO()
    Image.fromarray(values).save(out, "TIFF", **options)
    return out.getvalue()


for kind in TYPES:
    values = pixels(kind)
    edf = saved(lambda path: fabio.edfimage.EdfImage(data=values).write(path), ".edf")
    keep(f"{kind}.edf", edf, values)
    swapped = edf.replace(b"LowByteFirst", b"HighByteFirst").split(b"}\n", 1)[0] + b"}\n"
    keep(f"{kind}_big.edf", swapped + values.astype(">" + kind).tobytes(), values)
    keep(f"{kind}.npy", npy(values), values)
    keep(f"{kind}_big_fortran.npy", npy(np.asfortranarray(values.astype(">" + kind)), (2, 0)), values)
    # fabio writes float64 as float32, hence its own reading as what is expected.
    tif = saved(lambda path: fabio.tifimage.TifImage(data=values).write(path), ".tif")
    keep(f"fabio_{kind}.tif", tif, read_back(tif))

half = pixels("f2")
keep("f2.npy", npy(half, (3, 0)), half)
mask = random.random((11, 14)) > 0.6
keep("bool.npy", npy(mask), mask)
keep("plane.npy", npy(mask[None]), mask)
keep("packed.edf.gz", gzip.compress(files["i4.edf"]), np.frombuffer(files["i4.edf.bin"]))

first, second = pixels("u2"), pixels("f4")
series = fabio.edfimage.EdfImage(data=first)
series.append_frame(data=second)
keep("series.edf", saved(series.write, ".edf"), first)
files["series.edf.second.bin"] = second.astype("<f8").tobytes()

for mode, kind in (("L", "u1"), ("I16", "u2"), ("I", "i4"), ("F", "f4")):
    values = pixels(kind)
    for compression in ("raw", "packbits", "tiff_lzw", "tiff_adobe_deflate"):
        keep(f"pil_{mode}_{compression}.tif", tiff(values, compression=compression), values)
    for predictor in (2, 3) if kind == "f4" else (2,):
        for compression in ("tiff_lzw", "tiff_adobe_deflate"):
            content = tiff(values, compression=compression, tiffinfo={317: predictor})
            keep(f"pil_{mode}_{compression}_{predictor}.tif", content, values)
# Rows of many different strings, so that LZW codes grow to 12 bits and the table is cleared.
wide = random.integers(0, 65536, (11, 14)).repeat(9, 0).repeat(6, 1).astype("u2")
wide += random.integers(0, 3, wide.shape).astype("u2")
files["lzw_long.tif"] = tiff(wide, compression="tiff_lzw")
files["lzw_long.tif.sum"] = np.array([wide.sum(dtype="f8"), (wide * np.arange(wide.size).reshape(wide.shape)).sum(dtype="f8")]).tobytes()
keep("pil_1_raw.tif", tiff(mask), mask)
two = io.BytesIO()
Image.fromarray(first).save(two, "TIFF", save_all=True, append_images=[Image.fromarray(second)])
keep("pages.tif", two.getvalue(), first)
files["pages.tif.second.bin"] = second.astype("<f8").tobytes()

with zipfile.ZipFile(pathlib.Path(__file__).parent / "images.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
    for name in sorted(files):
        out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), files[name], zipfile.ZIP_DEFLATED)
