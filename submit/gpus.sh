#!/usr/bin/env bash
# Says which GPUs a Worker or an executor has, as Spark's spark.{worker,executor}.resource.gpu.discoveryScript does.
# Indices are those that a process counts: where CUDA_VISIBLE_DEVICES names devices (Slurm sets it), they are 0, 1, ...
# of that list, whatever their numbers on the machine; nvidia-smi does not heed the variable.
set -euo pipefail

if [ -n "${CUDA_VISIBLE_DEVICES+set}" ]; then
  IFS=, read -r -a visible <<<"$CUDA_VISIBLE_DEVICES"
  addresses=()
  for index in "${!visible[@]}"; do
    addresses+=("$index")
  done
else
  mapfile -t addresses < <(nvidia-smi --query-gpu=index --format=csv,noheader 2>/dev/null | tr -d ' ')
fi
quoted=$(printf '"%s",' ${addresses[@]+"${addresses[@]}"})
[ ${#addresses[@]} -gt 0 ] || quoted=""
echo "{\"name\": \"gpu\", \"addresses\": [${quoted%,}]}"
