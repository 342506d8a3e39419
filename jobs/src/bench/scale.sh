#!/usr/bin/env bash
# Cost against the number of datasets: reducing all, running again with nothing to do, reading one; files and log entries of the tables.
#
#     jobs/src/bench/scale.sh DIR [COUNTS="1000 5000 25000 100000 200000"] [HEAP=1g]
#
# DIR takes 1 GB for 200,000 datasets. Datasets are those of make_datasets.py: one frame each, one in a thousand cut short. Seconds of the
# processor are of the whole process, its start included; the slope is that of a straight line through the logarithms of what is beyond the
# cost of ten datasets.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
folder=${1:?name a folder for files and tables} counts=${2:-1000 5000 25000 100000 200000} heap=${3:-1g}
most=$(tr ' ' '\n' <<<"$counts" | sort -n | tail -n 1)
mkdir -p "$folder"
/usr/bin/python3 "$here/make_datasets.py" "$folder/raw" "$most"
table=$folder/scale.csv
echo "datasets,job,wall_s,cpu_s,peak_MiB,spectra_files,log_entries" >"$table"

# Runs a job and notes what it took. 3 is the exit code of failed datasets, of which there is one in a thousand.
timed() {
  local count=$1 job=$2
  shift 2
  local code=0
  /usr/bin/time -o "$folder/time" -f "%e %U %S %M" "$root/submit/debye" "$@" >"$folder/out" 2>"$folder/err" || code=$?
  [ $code = 0 ] || [ $code = 3 ] || { tail -n 20 "$folder/err" "$folder/out" >&2; exit 1; }
  local tables=$folder/tables-$count
  tail -n 1 "$folder/time" | awk -v n="$count" -v job="$job" \
    -v files="$(find "$tables/spectra" -name '*.parquet' | wc -l)" \
    -v entries="$(find "$tables"/*/_delta_log -name '*.json' | wc -l)" \
    '{ printf "%d,%s,%.1f,%.1f,%d,%d,%d\n", n, job, $1, $2 + $3, $4 / 1024, files, entries }' | tee -a "$table"
}

for count in 10 $counts; do
  rm -rf "${folder:?}/tables-$count" "$folder/raw-$count"
  mkdir -p "$folder/raw-$count"
  if [ "$count" = 10 ]; then
    ln -s "$folder"/raw/0000/scan_000000?.h5 "$folder/raw-10"
  else
    for ((part = 0; part * 1000 < count; part++)); do
      ln -s "$(printf '%s/raw/%04d' "$folder" "$part")" "$folder/raw-$count"
    done
  fi
  words=(reduce "input=$folder/raw-$count" "catalogue=$folder/tables-$count" geometry.distance=0.1 geometry.pixel1=1e-3
    geometry.pixel2=1e-3 geometry.poni1=0.008 geometry.poni2=0.008 geometry.wavelength=1A integration.points=50
    integration.unit=q_nm^-1 figures.enabled=false -- --driver-memory "$heap")
  timed "$count" reduce "${words[@]}"
  grep '^reduced' "$folder/out"
  timed "$count" again "${words[@]}"
  grep '^reduced' "$folder/out"
  timed "$count" read-one export "catalogue=$folder/tables-$count" format=csv output=- "dataset=scan_0000007" -- --driver-memory "$heap"
  [ "$(wc -l <"$folder/out")" = 51 ] || { echo "one dataset of 50 points was asked for; $(wc -l <"$folder/out") lines" >&2; exit 1; }
done
/usr/bin/python3 - "$table" <<'END'
import csv, sys
import numpy as np
rows = list(csv.DictReader(open(sys.argv[1])))
for job in ("reduce", "again", "read-one"):
    own = [(int(r["datasets"]), float(r["cpu_s"])) for r in rows if r["job"] == job]
    start, points = own[0][1], own[1:]
    beyond = [(n, s - start) for n, s in points if s > start]
    if len(beyond) > 1:
        n, s = np.log(np.array(beyond)).T
        print(f"{job}: slope {np.polyfit(n, s, 1)[0]:.3f} beyond the {start:.1f} s of ten; {1e3 * points[-1][1] / points[-1][0]:.2f} ms a dataset at {points[-1][0]:,}")
END
