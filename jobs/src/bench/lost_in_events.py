#!/usr/bin/env python3
"""What Spark's event logs say of scaling: executors.sh writes them, one a run, as JOB-whole-1-REPEAT, JOB-whole-2-REPEAT and JOB-half-1-REPEAT.

    python3 lost_in_events.py FOLDER

Prints for each job medians over the repeats, seconds: the time of the application; until the first task has begun; with no task at
all after that (the driver alone); with one task only, of two executors; what all tasks took together. Then the efficiencies: strong,
t1 / (2 t2) of the whole; weak, t1 of the half / t2 of the whole.
"""

import json
import pathlib
import statistics
import sys


def run(path):
    start = end = None
    tasks = []
    for line in path.open():
        event = json.loads(line)
        kind = event["Event"]
        if kind == "SparkListenerApplicationStart":
            start = event["Timestamp"]
        elif kind == "SparkListenerApplicationEnd":
            end = event["Timestamp"]
        elif kind == "SparkListenerTaskEnd":
            info = event["Task Info"]
            tasks.append((info["Launch Time"], info["Finish Time"]))
    edges = sorted([(at, 1) for at, _ in tasks] + [(at, -1) for _, at in tasks])
    first, alone, single, running, last = edges[0][0], 0, 0, 0, edges[0][0]
    for at, change in edges + [(end, 0)]:
        alone += (at - last) * (running == 0)
        single += (at - last) * (running == 1)
        running, last = running + change, at
    return [t / 1e3 for t in (end - start, first - start, alone, single, sum(b - a for a, b in tasks))]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    runs = {}
    for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
        name, _, _ = path.name.rpartition("-")
        runs.setdefault(name, []).append(run(path))
    medians = {name: [statistics.median(column) for column in zip(*values)] for name, values in runs.items()}
    print(f"{'':16s}{'all':>8s}{'begin':>8s}{'driver':>8s}{'one task':>9s}{'tasks':>8s}   repeats")
    for name, (whole, first, alone, single, tasks) in medians.items():
        print(f"{name:16s}{whole:8.1f}{first:8.1f}{alone:8.1f}{single:9.1f}{tasks:8.1f}   {len(runs[name])}")
    for job in sorted({name.split("-")[0] for name in medians}):
        one, two, half = (medians[f"{job}-{which}"] for which in ("whole-1", "whole-2", "half-1"))
        print(f"{job}: strong {one[0] / (2 * two[0]):.2f}, weak {half[0] / two[0]:.2f}; tasks of two executors took {two[4] / one[4]:.2f} of one's time")


main()
