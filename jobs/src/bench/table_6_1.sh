#!/usr/bin/env bash
# Table 6.1 of Sun's thesis on the simulated ramps D1 to D9: supervised contrast with a linear layer on its encoder, and the same encoder trained
# end to end by cross entropy. Both learn from 80 % of 286 frames of D1, D4, D8 and D9 and 20 slices of each, and are tested on all nine ramps;
# D2, D3, D5, D6 and D7 are unseen. Then the peaks that linear layers read off the encoder (Figs 6.10 to 6.12).
#   jobs/src/bench/table_6_1.sh CATALOGUE [thesis|small]
# thesis: 4,023 points, 400 epochs, batches of 1,024: for a GPU. small: 447 points (the counts of nine neighbours added), five slices instead of
# twenty, representations of 64 numbers, 30 epochs of batches of 128 with an eighth of the rate, and less patience and fewer epochs of the layers.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
catalogue=${1:?name a folder for the tables}
size=${2:-thesis}
points=()
schedule=()
layer=()
heads=()
if [ "$size" = small ]; then
  points=(rebin=9)
  schedule=(pretraining.places=64 pretraining.width=64 copies.count=5 epochs=30 schedule.warm-up=2 batch=128 optimiser.rate=0.02 checkpoint-every=600)
  layer=(copies.count=5 epochs=60 batch=128 stop.patience=10 optimiser.rate=0.01)
  heads=(heads.region-epochs=1000)
elif [ "$size" != thesis ]; then
  echo "table_6_1.sh: '$size' is neither thesis nor small" >&2
  exit 2
fi
debye() { "$root/submit/debye" "$@"; }

debye simulate "$root/conf/simulate-ramp.yaml" catalogue="$catalogue" "dataset=[D1,D2,D3,D4,D5,D6,D7,D8,D9]" ${points[@]+"${points[@]}"}
debye train "$root/conf/train-supervised-contrast.yaml" catalogue="$catalogue" ${schedule[@]+"${schedule[@]}"}
debye train "$root/conf/train-contrast-linear.yaml" catalogue="$catalogue" ${layer[@]+"${layer[@]}"}
debye train "$root/conf/train-cross-entropy.yaml" catalogue="$catalogue" ${schedule[@]+"${schedule[@]}"}
groups="groups=[Fe=D1+D2+D3+D4+D5+D6+D7,FeO=D8+D9]"
# as the thesis counts, training frames included; and without them
debye evaluate catalogue="$catalogue" "model=[contrast-linear,cross-entropy]" name=table-6-1 part=all "$groups"
debye evaluate catalogue="$catalogue" "model=[contrast-linear,cross-entropy]" name=table-6-1-unseen "$groups"
debye probe "$root/conf/probe-peaks.yaml" catalogue="$catalogue" ${heads[@]+"${heads[@]}"}
