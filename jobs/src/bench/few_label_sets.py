#!/usr/bin/env python3
"""Labelled sets of others as one array of spectra and a table of labels, for `import` and conf/sweep-tinisn.yaml.

    python3 few_label_sets.py thin-films FOLDER OUT     folders of .xy files, named after space groups (PV-Lab/AUTO-XRD, Experimental)
    python3 few_label_sets.py ucr FOLDER OUT            NAME_TRAIN.ts and NAME_TEST.ts of the UCR archive

Writes OUT.npy, spectra in rows, and OUT.csv with dataset_id, frame and label. Thin films are put on one axis, 10 to 59.9 degrees in steps of
0.04 by linear interpolation; files that do not reach over it are left out, and so are classes of fewer than four patterns; both are told.
"""

import pathlib
import sys

import numpy as np


def thin_films(folder):
    axis = np.arange(10, 59.901, 0.04)
    rows, labels = [], []
    for path in sorted(pathlib.Path(folder).glob("*/*")):
        numbers = []
        for line in path.read_text(errors="replace").splitlines():
            words = line.replace(",", " ").split()
            try:
                numbers.append((float(words[0]), float(words[1])))
            except (ValueError, IndexError):
                continue
        points = np.array(numbers)
        order = np.argsort(points[:, 0], kind="stable") if len(points) else []
        points = points[order] if len(points) else points
        if len(points) < 2 or points[0, 0] > axis[0] or points[-1, 0] < axis[-1]:
            print(f"left out: {path.parent.name}/{path.name} does not reach from 10 to 59.9 degrees", file=sys.stderr)
            continue
        rows.append(np.interp(axis, points[:, 0], points[:, 1]))
        labels.append(path.parent.name)
    kept = [i for i, label in enumerate(labels) if labels.count(label) >= 4]
    for label in sorted(set(labels) - {labels[i] for i in kept}):
        print(f"left out: {labels.count(label)} of {label}, fewer than four", file=sys.stderr)
    return [rows[i] for i in kept], [labels[i] for i in kept]


def ucr(folder):
    rows, labels = [], []
    for path in sorted(pathlib.Path(folder).glob("*_TRAIN.ts")) + sorted(pathlib.Path(folder).glob("*_TEST.ts")):
        text = path.read_text()
        for line in text[text.lower().index("@data") + 5:].split():
            values, label = line.rsplit(":", 1)
            rows.append([float(value) for value in values.split(",")])
            labels.append(f"class-{label}")
    return rows, labels


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("thin-films", "ucr"):
        sys.exit(__doc__)
    rows, labels = (thin_films if sys.argv[1] == "thin-films" else ucr)(sys.argv[2])
    out = pathlib.Path(sys.argv[3])
    np.save(out.with_suffix(".npy"), np.array(rows, dtype=np.float32))
    with open(out.with_suffix(".csv"), "w") as file:
        file.write("dataset_id,frame,label\n")
        for frame, label in enumerate(labels):
            file.write(f"{out.name},{frame},{label}\n")
    counts = {label: labels.count(label) for label in sorted(set(labels))}
    print(f"{len(rows)} spectra of {len(rows[0])} points: {counts}")


main()
