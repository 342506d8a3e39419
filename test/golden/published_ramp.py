"""Lines of the published (Mg0.2Fe0.8)O ramp, read from the figure of all its spectra: test/golden/published_ramp.csv.

/usr/bin/python3 test/golden/published_ramp.py REPOSITORY.git

REPOSITORY.git is a clone of European-XFEL-examples/panosc-ml-spectra-classification (commit 1bf5af2). Cell 13
of its notebook prints the largest of the 349 x 4,023 intensities after ALS and draws all of them in the
colours of 'plasma'; the measured spectra themselves are not in it. A pixel is 0.039 degrees and 1.16 frames,
a colour step 0.5 counts. Prints the variances of the picture's own principal components, which the notebook of
sunyue-xfel gives as .394 .276 .098 .080 .046 .033 .025 for the data, then platinum's pressure (Vinet 266, 5.81)
and by how much the oxide's 111 planes are wider apart than its 200 planes make a cube.
"""

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys

import numpy as np
from matplotlib import colormaps
from PIL import Image

TOP = 45.90664283740434  # printed by cell 13
STEP = 0.94893  # of the 49 steps of its colour bar
WAVELENGTH = 0.4828
FRAMES = [0, 20, 40, 60, 80, 90, 100, 110, 120, 130, 140, 150, 162, 175, 192, 210, 230, 250, 270, 290, 310, 330, 345]
LINES = {  # where each stands at these frames
    "oxide 111": ([0, 90, 130, 175, 210, 250, 300, 348], [11.18, 11.18, 11.25, 11.33, 11.43, 11.51, 11.65, 11.80]),
    "Pt 111": ([0, 80, 130, 175, 220, 260, 300, 348], [12.22, 12.26, 12.34, 12.41, 12.58, 12.73, 12.88, 13.00]),
    "oxide 200": ([0, 80, 130, 175, 210, 250, 300, 348], [12.96, 13.03, 13.2, 13.35, 13.51, 13.77, 14.10, 14.38]),
    "Pt 200": ([0, 80, 130, 175, 220, 260, 300, 348], [14.12, 14.16, 14.25, 14.32, 14.52, 14.70, 14.87, 15.01]),
    "oxide 220": ([0, 80, 130, 175, 210, 250, 300, 348], [18.35, 18.37, 18.59, 18.62, 18.71, 18.82, 19.06, 19.30]),
    "Pt 220": ([0, 80, 130, 175, 220, 260, 300, 348], [20.06, 20.12, 20.24, 20.36, 20.62, 20.88, 21.12, 21.33]),
    "oxide 311": ([0, 80, 130, 175], [21.63, 21.71, 21.89, 22.05]),
    "oxide 222": ([0, 80, 130, 175, 210, 250, 300], [22.48, 22.51, 22.70, 22.78, 22.83, 22.96, 23.10]),
    "Pt 311": ([0, 80, 130, 175], [23.55, 23.62, 23.76, 23.9]),
}


def picture(repository):
    name = "Machine Learning Based Spectra Classification.ipynb"
    text = subprocess.run(["git", "--git-dir", repository, "show", "HEAD:" + name], capture_output=True, check=True)
    for output in json.loads(text.stdout)["cells"][13]["outputs"]:
        found = re.search(r"data:image/png;base64,([^\"' ]+)", "".join(output.get("data", {}).get("text/html", "")))
        if found:
            return np.asarray(Image.open(io.BytesIO(base64.b64decode(found.group(1)))).convert("RGB")).astype(float)
    raise SystemExit("no picture in cell 13")


def intensities(rgb):
    """Frames ascending, angles ascending. Ticks: 10 and 24 degrees at pixels 82 and 442, frame 300 at 79."""
    inside = rgb[38:338, 72:482]
    palette = colormaps["plasma"](np.linspace(0, 1, 2048))[:, :3] * 255
    nearest = ((inside[:, :, None, :] - palette[None, None]) ** 2).sum(3).argmin(2)
    low = TOP - 49 * STEP
    angle = 10 + (np.arange(72, 482) - 82) * 14 / 360
    frame = (338.3 - (np.arange(38, 338) + 0.5)) / 300.8 * 348
    return frame[::-1], angle, (low + nearest / 2047 * (TOP - low))[::-1]


def line(angle, row, near):
    """Position and height by a parabola through the top, full width where half of the height is crossed."""
    window = np.where(abs(angle - near) < 0.13)[0]
    top = window[row[window].argmax()]
    five = slice(top - 2, top + 3)
    curve = np.polyfit(angle[five] - angle[top], row[five], 2)
    shift = np.clip(-curve[1] / 2 / curve[0], -0.04, 0.04) if curve[0] < 0 else 0.0
    height = np.polyval(curve, shift) if curve[0] < 0 else row[top]
    left = right = top
    while left > 0 and row[left] > height / 2:
        left -= 1
    while right < len(row) - 1 and row[right] > height / 2:
        right += 1
    crossing = [
        angle[a] + (height / 2 - row[a]) / (row[b] - row[a]) * (angle[b] - angle[a])
        for a, b in ((left, left + 1), (right - 1, right))
    ]
    return angle[top] + shift, height, crossing[1] - crossing[0]


def edge(twotheta, h, k, l):
    return WAVELENGTH / 2 / np.sin(np.radians(twotheta / 2)) * np.sqrt(h * h + k * k + l * l)


frame, angle, intensity = intensities(picture(sys.argv[1]))
centred = intensity - intensity.mean(0)
squares = np.linalg.svd(centred, compute_uv=False) ** 2
print("components", np.round(squares[:13] / squares.sum(), 4))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "published_ramp.csv"), "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["frame", "line", "two_theta_deg", "height", "fwhm_deg"])
    for at in FRAMES:
        nearest = abs(frame - at).argmin()
        row = intensity[max(0, nearest - 2) : nearest + 3].mean(0)
        seen = {}
        for name, (frames, angles) in LINES.items():
            if at <= frames[-1] + 2:
                seen[name] = line(angle, row, np.interp(at, frames, angles))
                strong = seen[name][1] > 2.5
                out.writerow(
                    [at, name]
                    + ["%.3f" % seen[name][0], "%.2f" % seen[name][1], "%.3f" % seen[name][2] if strong else ""]
                )
        x = edge(seen["Pt 111"][0], 1, 1, 1) / 3.9231
        pressure = 3 * 266 * (1 - x) / x**2 * np.exp(1.5 * 4.81 * (1 - x))
        strain = edge(seen["oxide 111"][0], 1, 1, 1) / edge(seen["oxide 200"][0], 2, 0, 0) - 1
        print("frame %3d  platinum %5.1f GPa  111 against 200 %.4f" % (at, pressure, strain))
