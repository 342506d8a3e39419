#!/usr/bin/env bash
# Strong and weak scaling of reduce, sweep and train over one and two executors: a Master and two Workers of one core each on this
# machine, with the security of the profile "standalone".
#
#     jobs/src/bench/executors.sh FOLDER [REPEATS=3]
#
# FOLDER takes 2 GB. Strong: the same work on one executor and on two. Weak: half of it on one, all of it on two. Times are of Spark's event
# log, from the start of the application to its end, medians of the repeats; lost_in_events.py says what the second executor's time went
# into. On a machine with two cores the driver shares them with both executors.
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
folder=${1:?name a folder for files and tables} repeats=${2:-3}
mkdir -p "$folder"
here=$(cd "$folder" && pwd)
rm -rf "$here/logs" "$here/events"
. "$root/test/cluster/services.sh"

[ -d "$here/raw/1" ] || "$root/submit/debye" simulate recipe=raw-ramp seed=1 frames=60 "output=$here/raw/1" >/dev/null
for copy in $(seq 2 40); do ln -sfn 1 "$here/raw/$copy"; done
"$root/submit/debye" simulate recipe=ramp seed=1 "catalogue=$here/ramps" "dataset=[D1,D2,D3,D4,D5,D6,D7,D8,D9]" rebin=4 >/dev/null

start_cluster 2g

# measure NAME MODE EXECUTORS WORDS...: its event log becomes events/NAME-MODE-EXECUTORS-REPEAT.
measure() {
  local name=$1 mode=$2 executors=$3 log
  shift 3
  rm -rf "$here/tables" "$DEBYE_LOGS/events"
  [ "$name" != train ] || cp -r "$here/ramps" "$here/tables"
  mkdir -p "$DEBYE_LOGS/events"
  "$root/submit/debye" "$@" "catalogue=$here/tables" --profile standalone --master "$master" -- --executor-memory 1g \
    --conf spark.cores.max="$executors" --conf spark.task.cpus=1 --conf spark.eventLog.compress=false \
    --conf spark.eventLog.rolling.enabled=false >"$here/out" 2>"$here/err" || { tail -n 20 "$here/err" >&2; exit 1; }
  log=$(find "$DEBYE_LOGS/events" -type f -not -name '.*' | head -n 1)
  mkdir -p "$here/events"
  mv "$log" "$here/events/$name-$mode-$executors-$repeat"
}

inputs() { for ((i = 1; i <= $1; i++)); do printf '%s%s' "$([ "$i" = 1 ] || echo ,)" "$here/raw/$i"; done; }
reduce() { echo reduce "input=[$(inputs "$1")]" "geometry.poni=$here/raw/1/ramp.poni" integration.points=2000 integration.unit=2th_deg figures.enabled=false; }
sweep() { echo sweep name=scaling seed=1 "unmixing.grid.alpha1=log:0.3:3:$1" unmixing.grid.sigma=linear:0.05:0.15:2 unmixing.model.observations=100 unmixing.methods.hmc=2 unmixing.methods.vi=1 unmixing.methods.n-findr=5 unmixing.hmc.warmup=300; }
train() { echo train model=cnn name=cnn "ranks=$1" "batch=$2" "epochs=$3" "spectra.dataset=[D1,D2,D3,D4,D5,D6,D7,D8,D9]" split.kind=none figures=false; }

for ((repeat = 1; repeat <= repeats; repeat++)); do
  # shellcheck disable=SC2046 # words
  {
    measure reduce whole 1 $(reduce 40)
    measure reduce whole 2 $(reduce 40)
    measure reduce half 1 $(reduce 20)
    measure sweep whole 1 $(sweep 4)
    measure sweep whole 2 $(sweep 4)
    measure sweep half 1 $(sweep 2)
    measure train whole 1 $(train 1 128 40)
    measure train whole 2 $(train 2 128 40)
    measure train half 1 $(train 1 128 20)
  }
done
/usr/bin/python3 "$root/jobs/src/bench/lost_in_events.py" "$here/events"
