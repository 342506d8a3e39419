#!/usr/bin/python3
"""Small HDF5 files for org.debye.hdf5: every filter, chunk index, pixel type and byte order.

hdf5_fixtures.zip holds the files and manifest.txt, one line for each dataset:
file, dataset, address of its object header, pixel type, rows, columns, frames, framesPerRun, and for some frames
number=coverage:first 8 digits of the sha256 of the little-endian pixels as libhdf5 reads them.
Debian's h5py 3.7 and the plugins of bitshuffle, hdf5-filter-plugin, hdf5-filter-plugin-blosc-serial.
"""
import hashlib
import pathlib
import struct
import subprocess
import tempfile
import zipfile

import bitshuffle
import bitshuffle.h5  # registers 32008
import h5py
import hdf5plugin
import numpy as np
from h5py import h5d, h5p, h5s, h5t, h5z

random = np.random.default_rng(20)
folder = pathlib.Path(tempfile.mkdtemp())
manifest = []
NAMES = {"u": "UINT", "i": "INT", "f": "FLOAT"}


def refuse(file, dataset, code, words):
    """Adds a manifest line for a dataset that is refused with a code and words."""
    address = h5py.h5o.get_info(dataset.id).addr
    manifest.append(f"{file} {dataset.name} {address} REFUSED {code} {words}")


def note(file, dataset, run, frames=None, absent=(), partial=()):
    """Adds a manifest line with what libhdf5 reads; frames: numbers to check, all if none."""
    shape = dataset.shape
    rows, columns = (1, 1, *shape)[-2:]
    total = int(np.prod(shape[:-2], dtype=np.int64)) if len(shape) > 2 else 1
    kind = dataset.dtype
    digests = []
    for n in range(total) if frames is None else frames:
        index = np.unravel_index(n, shape[:-2]) if len(shape) > 2 else ()
        pixels = dataset[index] if len(shape) > 2 else dataset[()]
        raw = np.asarray(pixels).astype(kind.newbyteorder("<")).tobytes()
        coverage = "ABSENT" if n in absent else "PARTIAL" if n in partial else "COMPLETE"
        digests.append(f"{n}={coverage}:{hashlib.sha256(raw).hexdigest()[:8]}")
    name = NAMES[kind.kind] + str(8 * kind.itemsize)
    fields = [file, dataset.name, h5py.h5o.get_info(dataset.id).addr, name, rows, columns, total, run, *digests]
    manifest.append(" ".join(map(str, fields)))


def counts(frames, rows, columns, kind, mean=2.0):
    """Detector-like frames: low counts, a few high ones, a dead and a hot pixel."""
    kind = np.dtype(kind)
    image = random.poisson(mean, (frames, rows, columns)).astype(np.float64)
    image[:, rows // 2, ::7] *= 40
    image[:, 1, 1] = 0
    data = image.astype(kind)
    if kind.kind == "f":
        data[:, 0, 2] = np.nan
        data[:, 0, 3] = -1.5
    else:
        data[:, 0, 2] = np.iinfo(kind).max
        data[:, 0, 3] = np.iinfo(kind).min
    return data


def filters():
    name = "filters.h5"
    plugins = {
        "gzip": dict(compression="gzip", compression_opts=4),
        "gzip_shuffle": dict(compression="gzip", compression_opts=4, shuffle=True),
        "gzip_shuffle_fletcher": dict(compression="gzip", shuffle=True, fletcher32=True),
        "fletcher": dict(fletcher32=True),
        "lzf": dict(compression="lzf"),
        "lzf_shuffle": dict(compression="lzf", shuffle=True),
        "lz4": hdf5plugin.LZ4(),
        "lz4_small_blocks": hdf5plugin.LZ4(nbytes=2048),
        "bitshuffle_none": hdf5plugin.Bitshuffle(cname="none"),
        "bitshuffle_lz4": hdf5plugin.Bitshuffle(),
        "bitshuffle_lz4_block": hdf5plugin.Bitshuffle(nelems=256),
        "bitshuffle_lz4_fletcher": dict(**hdf5plugin.Bitshuffle(), fletcher32=True),
    }
    for codec in ("blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd"):
        for shuffle in (0, 1, 2):
            plugins[f"blosc_{codec}_{shuffle}"] = hdf5plugin.Blosc(
                cname=codec, clevel=5, shuffle=shuffle)
    with h5py.File(folder / name, "w", libver="latest") as f:
        for label, options in plugins.items():
            # 53 x 83 x 2 = 8798 bytes: a partial bitshuffle block and left-over elements.
            rows, columns = (29, 32) if label.startswith("blosc") else (53, 83)
            data = counts(1, rows, columns, "<u2", 1.0)
            f.create_dataset(label, data=data, chunks=data.shape, **options)
            note(name, f[label], 1)
        for kind in ("<u1", "<u4", "<i8", "<f4"):
            data = counts(1, 41, 59, kind, 0.5)
            for label in ("bitshuffle_lz4", "blosc_blosclz_2", "gzip_shuffle"):
                f.create_dataset(label + kind[1:], data=data, chunks=(1, 41, 59), **plugins[label])
                note(name, f[label + kind[1:]], 1)
        noise = random.integers(0, 65536, (1, 23, 25)).astype("<u2")
        for label in ("lzf", "lz4", "bitshuffle_lz4", "blosc_lz4_1", "gzip"):
            f.create_dataset("noise_" + label, data=noise, chunks=noise.shape, **plugins[label])
            note(name, f["noise_" + label], 1)


def zstd():
    """No plugin here writes filter 32015 or bitshuffle with zstd: chunks are made with the tool."""
    name = "zstd.h5"
    data = counts(1, 53, 83, "<u2", 0.5)

    def squeeze(raw):
        return subprocess.run(["zstd", "-q", "-c"], input=raw, stdout=subprocess.PIPE, check=True).stdout

    def bit_blocks(array, block=4096):
        flat = array.ravel()
        out = struct.pack(">QI", flat.nbytes, block * flat.itemsize)
        whole = flat.size // 8 * 8
        for start in range(0, whole, block):
            part = np.ascontiguousarray(flat[start:min(start + block, whole)])
            packed = squeeze(bitshuffle.bitshuffle(part, block_size=part.size).tobytes())
            out += struct.pack(">I", len(packed)) + packed
        return out + flat[whole:].tobytes()

    with h5py.File(folder / name, "w", libver="latest") as f:
        for label, number, options, chunk in (
            ("zstd", 32015, (3,), squeeze(data.tobytes())),
            ("bitshuffle_zstd", 32008, (0, 5, 2, 0, 3), bit_blocks(data)),
        ):
            creation = h5p.create(h5p.DATASET_CREATE)
            creation.set_chunk((1, 53, 83))
            if number == 32015:
                creation.set_filter(number, h5z.FLAG_OPTIONAL, options)
            else:
                # The plugin's own set-up replaces the first three values.
                creation.set_filter(number, h5z.FLAG_OPTIONAL, (0, 3))
            space = h5s.create_simple(data.shape)
            made = h5d.create(f.id, label.encode(), h5t.STD_U16LE, space, creation)
            made.write_direct_chunk((0, 0, 0), chunk)
            plain = f.create_dataset(label + "_plain", data=data)
            note(name, plain, 1)
            fields = manifest[-1].split(" ")
            fields[1:3] = "/" + label, str(h5py.h5o.get_info(made).addr)
            manifest.append(" ".join(fields))


def types():
    for library in ("earliest", "latest"):
        name = f"types_{library}.h5"
        with h5py.File(folder / name, "w", libver=library) as f:
            for kind in "u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8".split():
                for order, word in (("<", "little"), (">", "big")):
                    label = f"{kind}_{word}"
                    data = counts(2, 7, 9, order + kind)
                    f.create_dataset(label, data=data, chunks=(1, 7, 9), compression="gzip", shuffle=True)
                    note(name, f[label], 1)
            f.create_dataset("contiguous", data=counts(3, 5, 7, ">i2"))
            note(name, f["contiguous"], 1)
            compact(f, "compact", counts(3, 4, 5, ">u2"))
            note(name, f["compact"], 1)
            f.create_dataset("one", data=np.arange(11.0))
            note(name, f["one"], 1)
            f.create_dataset("scalar", data=np.float32(2.5))
            note(name, f["scalar"], 1)
            f.create_dataset("two", data=counts(1, 6, 8, "<u4")[0], chunks=(4, 5))
            note(name, f["two"], 1)
            flags = np.array([[True, False], [False, True]])
            note_as(name, f.create_dataset("flags", data=flags), flags.view("i1"))
            f.create_dataset("unwritten", (2, 3, 4), "<i4", fillvalue=-7)
            note(name, f["unwritten"], 1, absent=(0, 1))
            f.create_dataset("empty", (0, 3, 4), "<i4", maxshape=(None, 3, 4), chunks=(1, 3, 4))
            note(name, f["empty"], 1)
            f["typed"] = np.dtype("<u2")
            f.create_dataset("committed", data=counts(1, 3, 4, "<u2"), dtype=f["typed"])
            note(name, f["committed"], 1)
            made = f.create_dataset("words", data=np.array([b"abc", b"de"]))
            refuse(name, made, "UNSUPPORTED_DATASET", "string")
            made = f.create_dataset("table", data=np.zeros(3, dtype=[("a", "i4"), ("b", "f8")]))
            refuse(name, made, "UNSUPPORTED_DATASET", "compound")
            made = f.create_dataset("names", data=["a", "bc"], dtype=h5py.string_dtype())
            refuse(name, made, "UNSUPPORTED_DATASET", "variable-length")
            made = f.create_dataset("complex", data=np.zeros(3, "c8"))
            refuse(name, made, "UNSUPPORTED_DATASET", "compound")
            made = f.create_dataset("scaled", data=np.arange(24).reshape(1, 4, 6), scaleoffset=0)
            refuse(name, made, "UNKNOWN_FILTER", "scaleoffset (6)")
            data = counts(1, 9, 9, "<u2")
            made = f.create_dataset("bzip2", data=data, chunks=(1, 9, 9), **hdf5plugin.BZip2())
            refuse(name, made, "UNKNOWN_FILTER", "bzip2 (307)")


def note_as(file, dataset, pixels):
    """A manifest line for a single frame that libhdf5 gives another type."""
    digest = hashlib.sha256(pixels.tobytes()).hexdigest()[:8]
    address = h5py.h5o.get_info(dataset.id).addr
    kind = NAMES[pixels.dtype.kind] + str(8 * pixels.itemsize)
    rows, columns = pixels.shape
    manifest.append(f"{file} {dataset.name} {address} {kind} {rows} {columns} 1 1 0=COMPLETE:{digest}")


def compact(f, label, data):
    creation = h5p.create(h5p.DATASET_CREATE)
    creation.set_layout(h5d.COMPACT)
    space = h5s.create_simple(data.shape)
    made = h5d.create(f.id, label.encode(), h5t.py_create(data.dtype), space, creation)
    made.write(h5s.ALL, h5s.ALL, data)


def early(f, label, shape, chunk, most, data):
    """Early allocation without filters: the implicit index."""
    creation = h5p.create(h5p.DATASET_CREATE)
    creation.set_chunk(chunk)
    creation.set_alloc_time(h5d.ALLOC_TIME_EARLY)
    space = h5s.create_simple(shape, most)
    made = h5d.create(f.id, label.encode(), h5t.py_create(data.dtype), space, creation)
    made.write(h5s.ALL, h5s.ALL, data)


GZIP = dict(compression="gzip", compression_opts=9)


def indexes():
    for library in ("earliest", "latest"):
        name = f"indexes_{library}.h5"
        with h5py.File(folder / name, "w", libver=library) as f:
            for word, packed in (("plain", {}), ("packed", GZIP)):
                five = counts(5, 6, 8, "<u2")

                def put(label, data, run, chunks, most=None, **options):
                    f.create_dataset(
                        f"{label}_{word}", data=data, chunks=chunks, maxshape=most, **packed, **options)
                    note(name, f[f"{label}_{word}"], run)

                put("single", five, 5, (5, 6, 8))
                put("fixed", five, 1, (1, 6, 8))
                put("fixed_tiles", five, 2, (2, 4, 3))
                put("fixed_larger", five, 2, (2, 4, 3), (9, 11, 10))
                put("extensible", five, 1, (1, 6, 8), (None, 6, 8))
                put("extensible_many", counts(150, 2, 4, "<u1"), 1, (1, 2, 4), (None, 2, 4))
                put("extensible_larger", five, 2, (2, 4, 3), (None, 11, 10))
                put("extensible_second", five, 2, (2, 4, 3), (9, None, 10))
                put("tree", five, 2, (2, 4, 3), (None, None, 8))
                put("tree_wide", five, 7, (7, 4, 3), (None, None, None))
                four = counts(12, 5, 6, "<i4").reshape(3, 4, 5, 6)
                put("four", four, 1, (1, 1, 5, 6))
                put("four_inner", four, 4, (1, 3, 4, 6))
                put("four_even", four, 2, (1, 2, 5, 6), (None, 4, 5, 6))
                put("four_outer", four, 8, (2, 3, 4, 4))
            many = random.integers(0, 250, (4000, 1, 2)).astype("<u1")
            f.create_dataset("tree_deep", data=many, chunks=(1, 1, 2), maxshape=(None, None, 2))
            note(name, f["tree_deep"], 1, range(0, 4000, 41))
            early(f, "implicit", (5, 6, 8), (2, 4, 3), (5, 6, 8), five)
            note(name, f["implicit"], 2)
            early(f, "implicit_larger", (5, 6, 8), (2, 4, 3), (9, 11, 10), five)
            note(name, f["implicit_larger"], 2)
            sparse(name, f, "fixed_paged", 5000, (5000, 1, 2), (0, 3, 1023, 1024, 4999))
            sparse(name, f, "extensible_paged", 140000, (None, 1, 2),
                   (0, 3, 4, 20, 1000, 131059, 131060, 131061, 133200, 139999))
            holes = f.create_dataset("holes", (3, 4, 6), "<i2", chunks=(1, 2, 3), fillvalue=-9, **GZIP)
            holes[0] = 5
            holes[1, :2, 3:] = 6
            note(name, holes, 1, absent=(2,), partial=(1,))
            if library == "latest":
                edges(name, f)


def sparse(file, f, label, frames, most, written):
    dataset = f.create_dataset(label, (frames, 1, 2), "<u4", chunks=(1, 1, 2), maxshape=most,
                               fillvalue=77)
    for n in written:
        dataset[n] = n + 1
    unwritten = [n for n in (1, 21, 1022, 1025, 4998) if n < frames]
    note(file, dataset, 1, sorted({*written, *unwritten}), absent=unwritten)


def edges(file, f):
    """Chunks over the edge stored without filters (H5Pset_chunk_opts)."""
    import ctypes
    import ctypes.util
    library = ctypes.CDLL(ctypes.util.find_library("hdf5_serial"))
    creation = h5p.create(h5p.DATASET_CREATE)
    creation.set_chunk((2, 4, 5))
    creation.set_deflate(6)
    if library.H5Pset_chunk_opts(ctypes.c_int64(creation.id), ctypes.c_uint(2)) < 0:
        raise RuntimeError("H5Pset_chunk_opts")
    data = counts(5, 6, 8, "<u2")
    space = h5s.create_simple(data.shape)
    made = h5d.create(f.id, b"edges", h5t.STD_U16LE, space, creation)
    made.write(h5s.ALL, h5s.ALL, data)
    note(file, f["edges"], 2)


def masks():
    name = "masks.h5"
    with h5py.File(folder / name, "w") as f:
        data = counts(3, 9, 11, "<u2")
        dataset = f.create_dataset("data", data.shape, "<u2", chunks=(1, 9, 11), shuffle=True, **GZIP)
        dataset[0] = data[0]
        dataset.id.write_direct_chunk((1, 0, 0), data[1].tobytes(), filter_mask=3)
        planes = data[2].view("u1").reshape(-1, 2).T.tobytes()
        dataset.id.write_direct_chunk((2, 0, 0), planes, filter_mask=2)
        assert (dataset[()] == data).all()
        note(name, dataset, 1)
    with h5py.File(folder / "userblock.h5", "w", userblock_size=1024) as f:
        f.create_dataset("data", data=data, chunks=(1, 9, 11), **GZIP)
        note("userblock.h5", f["data"], 1)
        f.create_dataset("contiguous", data=data)
        note("userblock.h5", f["contiguous"], 1)


def external():
    with h5py.File(folder / "external.h5", "w") as f:
        made = f.create_dataset("data", (2, 3, 4), "<u2", external=[("raw.bin", 0, h5py.h5f.UNLIMITED)])
        refuse("external.h5", made, "UNSUPPORTED_DATASET", "raw files")
        layout = h5py.VirtualLayout((2, 3, 4), "<u2")
        layout[0] = h5py.VirtualSource("other.h5", "/data", (3, 4))
        made = f.create_virtual_dataset("virtual", layout)
        refuse("external.h5", made, "UNSUPPORTED_DATASET", "virtual")


def unfinished():
    """Copies taken while a writer has the file open."""
    data = counts(3, 5, 6, "<u2")
    for name, readers in (("swmr.h5", True), ("open.h5", False)):
        path = folder / ("live_" + name)
        with h5py.File(path, "w", libver="latest") as f:
            dataset = f.create_dataset("data", (0, 5, 6), "<u2", chunks=(1, 5, 6), maxshape=(None, 5, 6))
            if readers:
                f.swmr_mode = True
            for n in range(3):
                dataset.resize(n + 1, 0)
                dataset[n] = data[n]
                f.flush()
            (folder / name).write_bytes(path.read_bytes())
            note(name, dataset, 1)
        path.unlink()


filters()
zstd()
types()
indexes()
masks()
external()
unfinished()
(folder / "manifest.txt").write_text("\n".join(manifest) + "\n")
target = pathlib.Path(__file__).with_name("hdf5_fixtures.zip")
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    for path in sorted(folder.iterdir()):
        info = zipfile.ZipInfo(path.name, (2026, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        z.writestr(info, path.read_bytes())
print(target.stat().st_size, {p.name: p.stat().st_size for p in sorted(folder.iterdir())})
