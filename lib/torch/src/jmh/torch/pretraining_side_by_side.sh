#!/bin/sh
# Steps of pre-training of Debye and of their PyTorch twins, in turns on this machine; a table in Markdown.
#   pretraining_side_by_side.sh [ROUNDS [STEPS [THREADS]]]      3 rounds of 5 steps on 1 thread when left out
# Both get the launcher's settings of the allocator, without which both spend a third of the step on pages.
# Each figure is the median over rounds of the median over steps, in milliseconds; the ratio is the median of the
# rounds' ratios. Needs Debian's python3-torch and libopenblas0-pthread: PyTorch on the reference BLAS is no rival.
# About four minutes.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../../../../.." && pwd)
rounds=${1:-3} steps=${2:-5} threads=${3:-1}
module=$root/lib/torch/target
(cd "$root" && mvn -q -B -pl lib/torch -am -Dstyle.color=never -DincludeScope=test \
  -Dmdep.outputFile=target/classpath test-compile dependency:build-classpath) >&2
export OMP_NUM_THREADS=$threads MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184
echo "| method | Debye, ms | PyTorch $(/usr/bin/python3 -c 'import torch; print(torch.__version__)'), ms | ratio |"
echo "|---|---|---|---|"
for network in ${METHODS:-supervised-contrast specselftime specrr specmoco specrrmoco}; do
  for round in $(seq "$rounds"); do
    ours=$(java -cp "$module/test-classes:$module/classes:$(cat "$module/classpath")" \
      org.debye.learning.train.PretrainingTimes $network "$steps" "$threads" 2>/dev/null)
    theirs=$(/usr/bin/python3 "$here/pretraining_times.py" $network "$steps" "$threads")
    echo "$ours $theirs"
  done | awk -v name=$network '
    function median(v, n,   i, j, t) {
      for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] > v[j]; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }
    { a[NR] = $1; b[NR] = $2; r[NR] = $1 / $2 }
    END { printf "| %s | %.1f | %.1f | %.2f |\n", name, median(a, NR), median(b, NR), median(r, NR) }'
done
