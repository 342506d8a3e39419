#!/usr/bin/python3
"""Holds an exported CSV of the real LAMBDA series, reduced with nothing masked, against the beamline's own stored rows.

    compare_lambda_csv.py FILE.csv DATA/lambda

Row r of each part of ten in *_proc.nxs is frame max(r - 1, 0) of that part (its tool counts frame 0 twice and never
reaches frame 9), clipped at 0.1 from below. Prints the worst difference over the row's maximum; exits 1 above 1e-5.
"""
import csv, os, sys
import h5py, numpy as np

rows, axes = {}, {}
with open(sys.argv[1], newline="") as f:
    reader = csv.reader(f)
    header = next(reader)
    assert header == ["dataset_id", "frame", "two_theta_deg", "intensity", "sigma", "baseline"], header
    for dataset, frame, x, y, *_ in reader:
        axes.setdefault(int(frame), []).append(float(x))
        rows.setdefault(int(frame), []).append(float(y))
assert sorted(rows) == list(range(50)), sorted(rows)
assert all(len(v) == 4038 for v in rows.values())
with h5py.File(os.path.join(sys.argv[2], "testasapo1_1009_00002_proc.nxs"), "r") as f:
    stored, binning = f["processed/result/data"][:], f["processed/result/binning"][:]
worst = 0.0
for r in range(50):
    part, i = divmod(r, 10)
    ours = np.maximum(np.array(rows[part * 10 + max(i - 1, 0)]), 0.1)
    worst = max(worst, np.abs(ours - stored[r]).max() / stored[r].max())
axis = max(np.abs(np.array(axes[k]) - binning).max() for k in rows)
print(f"50 rows x 4038 points: worst difference {worst:.2e} of the row's maximum; axis differs by at most {axis:.2e} deg")
sys.exit(0 if worst <= 1e-5 and axis <= 1e-9 else 1)
