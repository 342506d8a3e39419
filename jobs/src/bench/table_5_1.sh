#!/usr/bin/env bash
# The table of Sun's thesis (5.1) with Debye's models: every network and every rival on the simulated (Mg0.2Fe0.8)O ramp, by the thesis's
# protocol (every tenth frame, 50 noisy copies), then leave-one-ramp-out on the ramps of iron.
#   jobs/src/bench/table_5_1.sh CATALOGUE [thesis|ramps]
# Rates and weight decays are the thesis's; steps are of 64 spectra where the thesis makes one of all 1,581.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
catalogue=${1:?name a folder for the tables}
what=${2:-thesis}
"$root/submit/debye" simulate "$root/conf/simulate-ramp.yaml" catalogue="$catalogue"

train() {
  local model=$1
  shift
  local protocol=()
  if [ "$what" = ramps ]; then
    protocol=(split.kind=leave-one-dataset-out "spectra.dataset=[D1,D2,D3,D4,D5,D6,D7]" copies.count=0)
  fi
  "$root/submit/debye" train "$root/conf/train-cnn.yaml" catalogue="$catalogue" model="$model" name="$what-$model" \
    ${protocol[@]+"${protocol[@]}"} "$@"
}

attention=(optimiser.rate=0.008 optimiser.weight-decay=2e-4)
train fcnn epochs=12
train cnn epochs=5
train resnet epochs=6
# of whole ramps there are six sequences to learn from, of one ramp with its copies 51
train lstm epochs=$([ "$what" = ramps ] && echo 30 || echo 5)
train transformer epochs=$([ "$what" = ramps ] && echo 10 || echo 6)
train conv-sct epochs=$([ "$what" = ramps ] && echo 10 || echo 5) "${attention[@]}"
train conv-sc epochs=8 "${attention[@]}"
for rival in minirocket-ridge hydra-ridge pca-logistic random-forest endmembers; do
  train "$rival"
done
"$root/submit/debye" evaluate "$root/conf/evaluate.yaml" catalogue="$catalogue" model="$what-*" name="$what" \
  "dataset=[$([ "$what" = ramps ] && echo D1,D2,D3,D4,D5,D6,D7 || echo mgfeo)]"
