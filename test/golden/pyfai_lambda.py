#!/usr/bin/python3
"""Golden values of the real LAMBDA 2M series with everything masked, as a user would run it.

    pyfai_lambda.py DATA/lambda      (Debian's python3-pyfai 0.21.3, python3-h5py)

Masked: the gaps between the modules and every pixel that the files' pixel_mask marks (static), values below 0 and at
or above the saturation value 4095 (frame by frame, as pyFAI's dummy, so that the axis is that of the static mask).
Bounding-box CSR, solid angle, polarisation 0.99, 4038 points in 2theta, Poisson errors; frames 0 and 37 of 50.
Writes lambda_masked_axis.f64 and lambda_masked_{ng,ng_sigma,legacy}.f32, little endian, 2 x 4038.
"""
import logging, os, sys
logging.disable(logging.WARNING)
import h5py, numpy as np, pyFAI

data = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
placements = [(2, 0), (0, 660), (0, 1317)]  # column, row: translation/distance shifted so that the least is 0
FRAMES, DUMMY = (0, 37), -1000.0

def image(frame):
    part, i = divmod(frame, 10)
    values, static = np.zeros((1833, 1556)), np.ones((1833, 1556), bool)
    for m, (x, y) in zip((1, 2, 3), placements):
        with h5py.File(os.path.join(data, f"testasapo1_1009_00002_m{m}_part{part:05d}.nxs"), "r") as f:
            d = f["entry/instrument/detector"]
            values[y:y + 516, x:x + 1554] = d["data"][i]
            static[y:y + 516, x:x + 1554] = d["pixel_mask"][0] != 0
    values[(values < 0) | (values >= 4095)] = DUMMY
    return values[::-1], static[::-1].astype(np.int8)

rows = {"ng": [], "ng_sigma": [], "legacy": []}
for frame in FRAMES:
    values, static = image(frame)
    ai = pyFAI.load(os.path.join(data, "L2.poni"))
    common = dict(unit="2th_deg", mask=static, dummy=DUMMY, delta_dummy=0.5, polarization_factor=0.99, error_model="poisson")
    ng = ai.integrate1d_ng(values, 4038, method=("bbox", "csr", "cython"), **common)
    legacy = ai.integrate1d_legacy(values, 4038, method="csr", **common)
    assert np.allclose(ng.radial, legacy.radial, rtol=1e-12)
    empty = ng.count == 0
    for name, row in (("ng", ng.intensity), ("ng_sigma", ng.sigma), ("legacy", legacy.intensity)):
        row = row.astype("<f4").copy()
        row[empty] = np.nan
        rows[name].append(row)
ng.radial.astype("<f8").tofile(os.path.join(here, "lambda_masked_axis.f64"))
for name, values in rows.items():
    np.stack(values).tofile(os.path.join(here, f"lambda_masked_{name}.f32"))
    print(name, [(float(np.nanmax(v)), int(np.isnan(v).sum())) for v in values])
