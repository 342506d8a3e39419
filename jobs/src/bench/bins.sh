#!/usr/bin/env bash
# Confidence, epochs and time of the end-to-end binned network over its number of bins (Figs 4.5, 4.6 and 5.9 of Sun's thesis), on the
# simulated (Mg0.2Fe0.8)O ramp: CATALOGUE/figures/bins/bins-mgfeo.png and classes-mgfeo.png.
#   jobs/src/bench/bins.sh CATALOGUE ["1 2 4 8 16"]
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
catalogue=${1:?name a folder for the tables}
"$root/submit/debye" simulate "$root/conf/simulate-ramp.yaml" catalogue="$catalogue" dataset=mgfeo
for count in ${2:-1 2 4 8 12 16}; do
  "$root/submit/debye" train "$root/conf/train-binned.yaml" catalogue="$catalogue" bins.count="$count" name="bins-$count"
done
"$root/submit/debye" evaluate "$root/conf/evaluate.yaml" catalogue="$catalogue" "model=bins-*" name=bins "dataset=[mgfeo]"
