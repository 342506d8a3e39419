#!/usr/bin/python3
"""Times pyFAI's CSR integration on the geometry of ReductionBenchmark: 4,000 bins of q, a mask of 1 %,
solid angle, polarisation and Poisson errors, frames in memory, one thread.

usage: pyfai_integration.py [LAMBDA|EIGER] [BOUNDING_BOX|FULL] [NG|LEGACY] [seconds]

Frames a second by wall clock and by processor time (the one to compare on a busy machine). Run it in
turns with ReductionBenchmark and compare ratios.
"""
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import logging

logging.disable(logging.WARNING)
import numpy
from pyFAI.azimuthalIntegrator import AzimuthalIntegrator

detector, splitting, normalisation, seconds = (sys.argv[1:] + ["LAMBDA", "BOUNDING_BOX", "NG", "10"][len(sys.argv) - 1:])
shape, pixel, kind = ((516, 1556), 55e-6, numpy.uint16) if detector == "LAMBDA" else ((2167, 2070), 75e-6, numpy.uint32)
rng = numpy.random.default_rng(1)
frames = [rng.integers(30, 70, shape).astype(kind) for _ in range(8)]
mask = (rng.random(shape) < 0.01).astype(numpy.int8)
ai = AzimuthalIntegrator(dist=0.4, poni1=shape[0] * pixel * 0.5, poni2=shape[1] * pixel * 0.5, rot1=0.01,
                         rot2=-0.005, rot3=0, pixel1=pixel, pixel2=pixel, wavelength=0.2910e-10)
integrate = ai.integrate1d_ng if normalisation == "NG" else ai.integrate1d_legacy
method = ({"BOUNDING_BOX": "bbox", "FULL": "full"}[splitting], "csr", "cython")
options = dict(mask=mask, unit="q_A^-1", method=method, correctSolidAngle=True, polarization_factor=0.99,
               error_model="poisson")
start = time.perf_counter()
integrate(frames[0], 4000, **options)
first = time.perf_counter() - start
walls, processor = [], []
end = time.perf_counter() + float(seconds)
while time.perf_counter() < end:
    wall, cpu = time.perf_counter(), time.process_time()
    integrate(frames[len(walls) % 8], 4000, **options)
    walls.append(time.perf_counter() - wall)
    processor.append(time.process_time() - cpu)
print(f"pyFAI {detector} {splitting} {normalisation}: median {1 / numpy.median(walls):.1f} frames/s,"
      f" by processor time {1 / numpy.median(processor):.1f}; {len(walls)} frames, first call {first:.2f} s")
