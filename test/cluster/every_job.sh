#!/usr/bin/env bash
# Each job once through submit/debye JOB --profile standalone: a Master and two Workers of submit/debye on this machine,
# authenticated and encrypted; then Spark's UI while a job runs, and the history of all. Says a line for each job.
#   test/cluster/every_job.sh FOLDER      (a new folder; about 4 minutes on two idle cores)
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# -eq 1 ] && [ ! -e "$1" ] || { echo "every_job.sh: give a folder that is not there yet" >&2; exit 2; }
mkdir -p "$1/in"
here=$(cd "$1" && pwd)
. "$root/test/cluster/services.sh"

debye() {
  local begun=$SECONDS code=0
  "$root/submit/debye" "$@" --profile standalone --master "$master" \
    -- --executor-memory 512m --conf spark.debye.jars=there --conf spark.eventLog.compress=false >"$here/$1.out" 2>"$here/$1.err" || code=$?
  printf '%-10s exit %d, %3d s  %s\n' "$1" "$code" $((SECONDS - begun)) "$(head -n 1 "$here/$1.out")"
  [ "$code" -eq 0 ] || { tail -n 5 "$here/$1.err" >&2; exit 1; }
}

start_cluster 1g

t=catalogue=$here/tables
printf '# made\n1.5 10\n2.5 20.25\n' >"$here/in/b.xy"
debye simulate recipe=ramp "$t" "dataset=[D1, D3]" rebin=40 seed=1
debye import "input=$here/in" "$t" axis.kind=2th_deg
debye duplicates "$t" "dataset=D*" nearer-than=5 "output=$here/without"
debye explore "$t" name=explored "spectra.dataset=D1-*" transition.stability=false
debye unmix "$t" name=unmixed "spectra.dataset=D1-*" endmembers=2 "methods=[n-findr, vca]"
debye fit "$t" name=fitted "dataset=D1-*" "references.dataset=D3-*" references.frames=0:1 e0=15 range=-3:3
debye train "$t" model=fcnn name=net "spectra.dataset=D1-*" split.kind=none epochs=3 batch=20 ranks=2 &
training=$!
# The driver's UI answers on the first free port from 4040 on, as long as the job runs.
until { curl -sf http://127.0.0.1:4040/api/v1/applications >"$here/ui.json" 2>/dev/null && grep -q '"id"' "$here/ui.json"; } || ! kill -0 $training 2>/dev/null; do sleep 0.1; done
wait $training
echo "UI of the driver:" $(tr -d ' \n' <"$here/ui.json" | cut -c1-100)
debye evaluate "$t" model=net
debye predict "$t" model=net "dataset=D3-*"
debye explain "$t" model=net "dataset=D3-*" frames=0:5
debye train "$t" model=supervised-contrast name=encoder "spectra.dataset=D1-*" split.kind=none pretraining.width=16 \
  pretraining.channels=4 pretraining.places=12 pretraining.dimension=8 epochs=2 batch=30
debye represent "$t" model=encoder "dataset=D*"
debye probe "$t" encoder=encoder "learnt=D1-*" "asked=D3-*" heads.number-epochs=3 heads.position-epochs=3 heads.region-epochs=3
debye sweep "$t" name=swept seed=3 unmixing.grid.alpha1=0.5 unmixing.grid.sigma=0.1 unmixing.model.observations=30 \
  unmixing.methods.hmc=0 unmixing.methods.vi=1 unmixing.methods.n-findr=2 unmixing.vi.iterations=60
debye export "$t" format=csv "dataset=D1-*" "output=$here/d1.csv"
debye simulate recipe=raw-ramp seed=1 frames=2 "output=$here/raw"
debye reduce "input=$here/raw" "$t" "geometry.poni=$here/raw/ramp.poni" integration.points=200 integration.unit=2th_deg

DEBYE_HISTORY_PORT=18089 start history "Bound HistoryServer" history
until [ "$(curl -sf http://127.0.0.1:18089/api/v1/applications | grep -c '"id"')" -ge 10 ]; do sleep 0.5; done
echo "History, applications:" "$(curl -sf http://127.0.0.1:18089/api/v1/applications | grep '"name"' | sort | uniq -c | tr -s ' \n' ' ')"
secret=$(<"$DEBYE_SECRET_FILE")
! grep -rlF "$secret" "$here/logs" "$here/tables" "$here"/*.log "$here"/*.err || { echo "the secret is in a log" >&2; exit 1; }
