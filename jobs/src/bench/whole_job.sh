#!/usr/bin/env bash
# The whole job beside h5py + pyFAI on the same files, in turn, RUNS times each: wall seconds from start to exit, JVM,
# Spark session and Delta commits included; a fresh catalogue each time. Two cores for both.
#
#     jobs/src/bench/whole_job.sh FRAMES_DIR [RUNS=3] [SPLIT=bbox]     (FRAMES_DIR made by make_frames.py)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
frames=$1 runs=${2:-3} split=${3:-bbox}
splitting=bounding-box; [ "$split" = full ] && splitting=full
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
seconds() { local s e; s=$(date +%s.%N); "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }; e=$(date +%s.%N); echo "$e - $s" | bc; }
cat "$frames"/*.h5 >/dev/null   # both read from the page cache
for run in $(seq "$runs"); do
  debye=$(seconds "$root/submit/debye" reduce "input=$frames" "catalogue=$scratch/catalogue$run" \
    "geometry.poni=$frames/geometry.poni" "mask.files=[$frames/mask.npy]" integration.points=4000 integration.unit=q_A^-1 \
    "integration.splitting=$splitting" integration.polarisation=0.99 integration.error-model=poisson baseline.method=none figures.enabled=false)
  rm -rf "$scratch/catalogue$run"
  pyfai=$(seconds /usr/bin/python3 "$here/pyfai_whole_job.py" "$frames" "$scratch/pyfai$run" 2 "$split")
  grep pyFAI "$scratch/log"
  rm -rf "$scratch/pyfai$run"
  echo "run $run: debye $debye s, pyFAI $pyfai s, ratio $(echo "scale=2; $pyfai / $debye" | bc)"
done
