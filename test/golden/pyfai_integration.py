#!/usr/bin/python3
"""Azimuthal integration by Debian's pyFAI 0.21.3: every splitting, normalisation and unit, with ranges,
dark and flat, dummy values and sigma clipping, on two small images. FrameReductionTest compares with it.

usage: pyfai_integration.py   (from the checkout's root)

Writes to test/golden:
  pyfai_integration_{inside,outside}.bin   uint16 images, 60 x 80 and 96 x 72, and their masks as bytes
  pyfai_integration_cases.csv    one line a case, with the settings and the index of its result
  pyfai_integration.bin          a case: 100 float64 positions, 100 float32 intensities, 100 float32 sigmas
"""
import os

os.environ["OMP_NUM_THREADS"] = "1"  # sigma clipping of split pixels depends on the order of the bins
import logging

logging.disable(logging.WARNING)
import numpy
from pyFAI.azimuthalIntegrator import AzimuthalIntegrator

OUT = "test/golden/pyfai_integration"
POINTS = 100
UNITS = {"two_theta_deg": "2th_deg", "q_per_nm": "q_nm^-1", "q_per_angstrom": "q_A^-1", "radius_mm": "r_mm"}
SPLITS = {"NONE": "no", "BOUNDING_BOX": "bbox", "FULL": "full"}
SCENES = {  # shape, seed, polarisation, geometry; the beam meets the first image, not the second one
    "inside": ((60, 80), 11, 0.95, dict(dist=0.05, poni1=0.0021, poni2=0.0033, rot1=-0.01, rot2=-0.015,
                                        rot3=0.3, pixel1=55e-6, pixel2=75e-6, wavelength=1.1e-10)),
    "outside": ((96, 72), 12, None, dict(dist=0.11, poni1=-0.011, poni2=0.004, rot1=-0.2, rot2=0.35,
                                         rot3=-1.2, pixel1=172e-6, pixel2=172e-6, wavelength=0.7e-10)),
}


def scene(name):
    shape, seed, polarisation, geometry = SCENES[name]
    rng = numpy.random.default_rng(seed)
    tth = AzimuthalIntegrator(**geometry).array_from_unit(shape, "center", "2th_deg", scale=True)
    span = (tth - tth.min()) / (tth.max() - tth.min())
    truth = 3 * numpy.exp(-3 * span)  # some pixels count nothing: their variance is at least 1
    for centre in (0.2, 0.45, 0.7, 0.93):
        truth += 60 * numpy.exp(-0.5 * ((span - centre) / 0.015) ** 2)
    image = rng.poisson(truth).astype(numpy.uint16)
    image[rng.random(shape) < 0.004] = 900  # diffraction spots, to be clipped
    image[rng.random(shape) < 0.003] = 65535
    mask = rng.random(shape) < 0.02
    mask[20:24, :] = True
    mask[:, :3] = True
    return image, mask


def pixelwise(shape):
    i = numpy.arange(shape[0] * shape[1]).reshape(shape)
    return ((i * 5) % 7 / 4).astype(numpy.float32), (1 + (i * 7) % 13 / 64 * (i % 101 != 0)
                                                    - (i % 101 == 0)).astype(numpy.float32)


def integrate(name, split, norm, unit, radial, azimuth, corrections, clip):
    image, mask = IMAGES[name]
    shape, _, polarisation, geometry = SCENES[name]
    ai = AzimuthalIntegrator(**geometry)
    if azimuth and azimuth[0] > azimuth[1]:
        ai.setChiDiscAtZero()
    options = dict(mask=mask.astype(numpy.int8), unit=UNITS[unit], method=(SPLITS[split], "csr", "cython"),
                   polarization_factor=polarisation, correctSolidAngle=True, error_model="poisson",
                   radial_range=radial, azimuth_range=azimuth, dummy=65535, delta_dummy=0.5)
    if corrections:
        options["dark"], options["flat"] = pixelwise(shape)
        if norm == "LEGACY":  # it divides by a flat of 0, where ng leaves the pixel out
            options["flat"] = numpy.where(options["flat"] == 0, 1, options["flat"])
    if clip:
        del options["dummy"], options["delta_dummy"]
        saturated = (image == 65535)
        options["mask"] = (mask | saturated).astype(numpy.int8)
        result = ai.sigma_clip_ng(image, POINTS, thres=clip[0], max_iter=clip[1], **options)
    elif norm == "LEGACY":
        result = ai.integrate1d_legacy(image, POINTS, **options)
    else:
        result = ai.integrate1d_ng(image, POINTS, **options)
    intensity, sigma = (numpy.where((a == 65535) | (numpy.asarray(result.count) == 0), numpy.nan, a)
                        for a in (result.intensity, result.sigma))
    if clip:
        intensity, sigma = (numpy.where(numpy.asarray(result.sum_normalization) == 0, numpy.nan, a)
                            for a in (result.intensity, result.sigma))
    return numpy.asarray(result.radial, dtype="<f8"), intensity.astype("<f4"), sigma.astype("<f4")


IMAGES = {name: scene(name) for name in SCENES}
for name, (image, mask) in IMAGES.items():
    with open(f"{OUT}_{name}.bin", "wb") as out:
        out.write(image.astype("<u2").tobytes() + mask.astype(numpy.uint8).tobytes())

cases = [(name, split, norm, unit, None, None, False, None)
         for name in SCENES for split in SPLITS for norm in ("NG", "LEGACY") for unit in UNITS]
for split in SPLITS:
    for norm in ("NG", "LEGACY"):
        cases.append(("inside", split, norm, "two_theta_deg", (1.1, 3.9), None, False, None))
        cases.append(("outside", split, norm, "q_per_angstrom", None, (-80, -60), False, None))
        cases.append(("inside", split, norm, "radius_mm", (0.8, 3), (10, 75), False, None))
        if split != "FULL":  # pyFAI 0.21.3 does not tell its full splitting where the azimuths are cut
            cases.append(("inside", split, norm, "two_theta_deg", None, (150, -140), False, None))
        cases.append(("outside", split, norm, "two_theta_deg", None, None, True, None))
    for clip in ((3, 5), (0, 2)):
        cases.append(("inside", split, "NG", "two_theta_deg", None, None, False, clip))
        cases.append(("outside", split, "NG", "q_per_nm", None, None, True, clip))

with open(OUT + ".bin", "wb") as data, open(OUT + "_cases.csv", "w") as table:
    table.write("scene,splitting,normalisation,unit,radial start,radial end,azimuth start,azimuth end,"
                "dark and flat,clip threshold,clip cycles\n")
    for case in cases:
        for array in integrate(*case):
            data.write(array.tobytes())
        name, split, norm, unit, radial, azimuth, corrections, clip = case
        fields = [name, split, norm, unit, *(radial or ("", "")), *(azimuth or ("", "")), corrections,
                  *(clip or ("", ""))]
        table.write(",".join(str(f) for f in fields) + "\n")
print(len(cases), "cases")
