#!/usr/bin/env bash
# A sweep killed twice with kill -9 at random moments and then resumed, against an undisturbed one: both tables row for row,
# but for run ids, times and durations. For any configuration of submit/debye sweep that takes some seconds:
#
#     jobs/src/bench/sweep_killed.sh conf/sweep-quick.yaml [key=value ...]
#
#   KILLS=2    how often
#   FROM=DIR   a catalogue with the spectra that are studied; each sweep gets a copy
#   KEEP=1     leaves the catalogues where they are, and says where
#   SEED       of the moments; printed, so that they can be had again
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
[ $# -gt 0 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
RANDOM=${SEED:=$$}
kills=${KILLS:-2}
scratch=$(mktemp -d)
trap '[ -n "${KEEP:-}" ] || rm -rf "$scratch"' EXIT
milliseconds() { date +%s%3N; }
ended_well() { grep -E '^swept' "$scratch/$1.out" || { cat "$scratch/$1.out" "$scratch/$1.err"; exit 1; }; }

# Starts a sweep in the background; the launcher becomes the JVM. Comes back when its cells begin.
start() {
  local name=$1
  shift
  : >"$scratch/$name.err"
  "$root/submit/debye" sweep "$@" "catalogue=$scratch/$name" >"$scratch/$name.out" 2>"$scratch/$name.err" &
  process=$!
  until grep -q ' cells' "$scratch/$name.err" || ! kill -0 "$process" 2>/dev/null; do sleep 0.05; done
  begun=$(milliseconds)
}

"$root/submit/debye" sweep "$@" --check >/dev/null   # builds, and reads the configuration
[ -z "${KEEP:-}" ] || echo "in $scratch"
if [ -n "${FROM:-}" ]; then
  for copy in undisturbed killed; do
    cp -r "$FROM" "$scratch/$copy"
    rm -rf "$scratch/$copy"/{sweep_results,draws,models,_debye}
  done
fi
start undisturbed "$@"
wait "$process" || true
whole=$(($(milliseconds) - begun))
echo "undisturbed, $((whole / 1000)) s: $(ended_well undisturbed)"

left=$whole
for ((kill = 1; kill <= kills; kill++)); do
  moment=$((left * (RANDOM * 32768 + RANDOM) / 1073741824))
  start killed "$@"
  sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
  if kill -9 "$process" 2>/dev/null; then what=killed; else what="had ended before it was to be killed"; fi
  wait "$process" 2>/dev/null || true
  said=$(grep ' cells' "$scratch/killed.err" | tail -n 1)
  echo "seed $SEED, kill $kill: $what $((moment / 1000)).$(printf %03d $((moment % 1000))) s after its cells began; it last said: $said"
  left=$((left - moment))
done

start killed "$@"
wait "$process" || true
echo "resumed: $(ended_well killed)"
# shellcheck disable=SC2046 # the module options are several words
java $(sed -n 's:.*<spark\.module\.options>\(.*\)</spark\.module\.options>.*:\1:p' "$root/pom.xml") \
  "-Dlog4j2.configurationFile=$root/conf/log4j2.properties" \
  -cp "$(echo "$root"/jobs/target/debye-jobs-*.jar):$(<"$root/jobs/target/classpath.txt")" \
  "$here/CompareStudies.java" "$scratch/undisturbed" "$scratch/killed" 2>"$scratch/compare.err" ||
  { status=$?; cat "$scratch/compare.err" >&2; exit $status; }
