#!/bin/sh
# The speed-up of two processes of one thread each over one, Debye's and that of PyTorch's DistributedDataParallel, in turns.
#   two_ranks.sh [ROUNDS [STEPS]]      3 rounds of 15 steps when left out
# NETWORKS="FCNN CNN" for others than the convolutional ones. The launcher's settings of the C library's memory hold for both.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../../../../.." && pwd)
module=$root/lib/torch/target
(cd "$root" && mvn -q -B -pl lib/torch -am -Dstyle.color=never -DincludeScope=test \
  -Dmdep.outputFile=target/classpath test-compile dependency:build-classpath) >&2
export OMP_NUM_THREADS=1 MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184
for round in $(seq "${1:-3}"); do
  for network in ${NETWORKS:-CNN RESNET CONV_SC}; do
    java -cp "$module/test-classes:$module/classes:$(cat "$module/classpath")" \
      org.debye.learning.train.RankTimes "$network" "${2:-15}" 2>/dev/null
    /usr/bin/python3 "$here/ddp_times.py" "$network" "${2:-15}"
  done
done
