#!/bin/sh
# Training steps of Debye's networks and of their PyTorch twins, in turns on this machine; a table in Markdown.
#   side_by_side.sh [ROUNDS [STEPS [THREADS]]]      5 rounds of 11 steps on 1 thread when left out
# NETWORKS="BINNED_15 JOINED_15" for others than the seven: binned networks of so many bins.
# NETWORKS="supervised-contrast specselftime specrr specmoco specrrmoco" for steps of pre-training, both sides with the launcher's
# settings of the allocator; Debye's draw their views, the twins are given theirs.
# Each figure is the median over rounds of the median over steps, in milliseconds; the ratio is the median of the
# rounds' ratios. Needs Debian's python3-torch and libopenblas0-pthread: PyTorch on the reference BLAS is no rival.
# About four minutes.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../../../../.." && pwd)
rounds=${1:-5} steps=${2:-11} threads=${3:-1}
module=$root/lib/torch/target
(cd "$root" && mvn -q -B -pl lib/torch -am -Dstyle.color=never -DincludeScope=test \
  -Dmdep.outputFile=target/classpath test-compile dependency:build-classpath) >&2
export OMP_NUM_THREADS=$threads
echo "| network | Debye, ms | PyTorch $(/usr/bin/python3 -c 'import torch; print(torch.__version__)'), ms | ratio |"
echo "|---|---|---|---|"
kept="MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184"
for network in ${NETWORKS:-FCNN CNN RESNET LSTM TRANSFORMER CONV_SC CONV_SCT}; do
  case $network in
    [a-z]*) ours=PretrainingTimes theirs=pretraining_times.py memory=$kept ;;
    *) ours=StepTimes theirs=step_times.py memory= ;;
  esac
  for round in $(seq "$rounds"); do
    # shellcheck disable=SC2086 # several settings, or none
    mine=$(env $memory java -cp "$module/test-classes:$module/classes:$(cat "$module/classpath")" \
      "org.debye.learning.train.$ours" "$network" "$steps" "$threads" 2>/dev/null)
    # shellcheck disable=SC2086
    twin=$(env $memory /usr/bin/python3 "$here/$theirs" "$network" "$steps" "$threads")
    echo "$mine $twin"
  done | awk -v name=$network '
    function median(v, n,   i, j, t) {
      for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] > v[j]; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }
    { a[NR] = $1; b[NR] = $2; r[NR] = $1 / $2 }
    END { printf "| %s | %.1f | %.1f | %.2f |\n", name, median(a, NR), median(b, NR), median(r, NR) }'
done
