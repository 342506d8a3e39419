#!/usr/bin/env bash
# Representations of many spectra of 4,023 points, streamed over two cores of one JVM: spectra/s of the encoder by itself (of a core's own
# time) and of the whole process, from its start to its end, and the peak of the process's memory. Spectra are simulated ramps of several
# seeds, 1,516 of D1 to D9 a seed.
#
#     jobs/src/bench/represent.sh CATALOGUE ENCODER [SEEDS=66] [HEAP=2g]
#
# CATALOGUE holds the encoder, a model of train model=specrrmoco or another. 66 seeds make 100,056 spectra and take some 3 GB of disk; those
# that are there already are not made again. The encoder is named by a copy of its folder, so that nothing is there of it yet.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
catalogue=${1:?name a folder with tables} encoder=${2:?name an encoder of it} seeds=${3:-66} heap=${4:-2g}
for seed in $(seq "$seeds"); do
  "$root/submit/debye" simulate "$root/conf/simulate-ramp.yaml" catalogue="$catalogue" seed="$seed" \
    "dataset=[D1,D2,D3,D4,D5,D6,D7,D8,D9]" >/dev/null
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
copy=$scratch/$encoder-$(date +%s)
cp -r "$catalogue/models/$encoder" "$copy"
/usr/bin/time -f "%e s in all, %U s + %S s of processor, peak of %M KiB" \
  "$root/submit/debye" represent "$root/conf/represent.yaml" model="$copy" catalogue="$catalogue" figures=false \
  --master "local[2]" -- --driver-memory "$heap"
