# Sourced by scripts that need a standalone cluster of this machine: a Master and two Workers of one core each by submit/debye, with a
# secret of their own, ended with the script. Wants $root (of the project) and $here (a folder); sets $master.
# shellcheck shell=bash
export DEBYE_LOGS=$here/logs DEBYE_SECRET_FILE=$here/secret SPARK_LOCAL_IP=127.0.0.1
rm -f "$DEBYE_SECRET_FILE"
(umask 077 && openssl rand -hex 32 >"$DEBYE_SECRET_FILE")
services=()
trap 'kill ${services[@]+"${services[@]}"} 2>/dev/null || true' EXIT

# start NAME LINE COMMAND...: submit/debye COMMAND in the background, until its log has the line.
start() {
  local name=$1 line=$2
  shift 2
  "$root/submit/debye" "$@" >"$here/$name.log" 2>&1 &
  services+=($!)
  until grep -qs "$line" "$here/$name.log"; do
    kill -0 "${services[-1]}" 2>/dev/null || { cat "$here/$name.log" >&2; exit 1; }
    sleep 0.2
  done
}

# start_cluster MEMORY: of each Worker.
start_cluster() {
  start master "Starting Spark master at" master --host 127.0.0.1 --port 0 --webui-port 0
  master=$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$here/master.log")
  for i in 1 2; do
    start "worker$i" "Successfully registered" worker "$master" --host 127.0.0.1 --cores 1 --memory "$1" --webui-port 0
  done
}
