#!/usr/bin/env bash
# One Worker of Spark on a node of an allocation, as srun starts it: worker.sh MASTER_URL CORES MEGABYTES GPUS
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Native libraries are unpacked on the node itself: homes are shared, and not every one of them knows locks.
unpacked=$(mktemp -d "${TMPDIR:-/tmp}/debye.XXXXXXXX")
worker=""
trap '[ -z "$worker" ] || kill "$worker" 2>/dev/null || true' TERM INT
trap 'rm -rf "$unpacked"' EXIT
export JDK_JAVA_OPTIONS="${JDK_JAVA_OPTIONS:-} -Dorg.bytedeco.javacpp.cachedir=$unpacked"
export SPARK_LOCAL_DIRS=${SPARK_LOCAL_DIRS:-$unpacked}
if [ "$4" -gt 0 ]; then
  export DEBYE_SERVICE_OPTS="-Dspark.worker.resource.gpu.amount=$4 -Dspark.worker.resource.gpu.discoveryScript=$here/gpus.sh"
fi
DEBYE_JOB_LOGS=$DEBYE_JOB_LOGS/executors-${SLURM_PROCID:-0} "$here/debye" worker "$1" --cores "$2" --memory "$3m" --webui-port 0 &
worker=$!
# A signal ends the first wait; the second one waits for the Worker, which ends its executors.
code=0
wait "$worker" || code=$?
wait "$worker" 2>/dev/null || true
exit "$code"
