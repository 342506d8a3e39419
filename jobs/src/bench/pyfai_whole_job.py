#!/usr/bin/python3
"""The same work with h5py and pyFAI on every core: a worker a core, one OpenMP thread each, files shared out,
spectra and sigmas written to one HDF5 file a worker. The reference of the whole-job benchmark.

    pyfai_whole_job.py DIR OUT [WORKERS=2] [SPLIT=bbox]
"""
import os
os.environ["OMP_NUM_THREADS"] = "1"
import glob, logging, multiprocessing, sys, time
logging.disable(logging.WARNING)
import h5py, hdf5plugin, numpy as np, pyFAI

def work(args):
    source, out, files, worker, split = args
    ai = pyFAI.load(os.path.join(source, "geometry.poni"))
    mask = np.load(os.path.join(source, "mask.npy"))
    done = 0
    with h5py.File(os.path.join(out, f"spectra_{worker}.h5"), "w") as sink:
        for path in files:
            with h5py.File(path, "r") as f:
                data = f["/entry/data/data"]
                intensity = np.empty((len(data), 4000), np.float32)
                sigma = np.empty_like(intensity)
                for i in range(len(data)):
                    r = ai.integrate1d_ng(data[i], 4000, mask=mask, unit="q_A^-1", method=(split, "csr", "cython"),
                                          correctSolidAngle=True, polarization_factor=0.99, error_model="poisson")
                    intensity[i], sigma[i] = r.intensity, r.sigma
                    done += 1
            g = sink.create_group(os.path.basename(path))
            g["q"], g["intensity"], g["sigma"] = r.radial, intensity, sigma
    return done

if __name__ == "__main__":
    source, out = sys.argv[1], sys.argv[2]
    workers = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    split = sys.argv[4] if len(sys.argv) > 4 else "bbox"
    os.makedirs(out, exist_ok=True)
    files = sorted(glob.glob(os.path.join(source, "scan_*.h5")))
    start = time.perf_counter()
    with multiprocessing.Pool(workers) as pool:
        done = sum(pool.map(work, [(source, out, files[w::workers], w, split) for w in range(workers)]))
    seconds = time.perf_counter() - start
    print(f"pyFAI: {done} frames in {seconds:.1f} s, {done / seconds:.0f} frames/s with {workers} workers")
