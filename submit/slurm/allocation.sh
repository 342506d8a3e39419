# A standalone Spark inside an allocation of Slurm: Master here, a Worker on every node by srun, the job, and its end.
# Sourced by submit/debye. One executor a GPU, or else one for every 16 cores of a node.

# What Slurm has given, a node: cores, MiB, GPUs.
measure_allocation() {
  nodes=${SLURM_JOB_NUM_NODES:-${SLURM_NNODES:-1}}
  cores=${SLURM_CPUS_ON_NODE:-$(getconf _NPROCESSORS_ONLN)}
  gpus=${SLURM_GPUS_ON_NODE:-0}
  if [ -n "${SLURM_MEM_PER_NODE:-}" ]; then
    memory=$SLURM_MEM_PER_NODE
  elif [ -n "${SLURM_MEM_PER_CPU:-}" ]; then
    memory=$((SLURM_MEM_PER_CPU * cores))
  else
    memory=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) * 9 / 10 / 1024))
  fi
}

# The driver and the Master live on the first node, so every node leaves room for them.
divide_nodes() {
  local each overhead heap
  if [ "$gpus" -gt 0 ]; then executors=$gpus; else executors=$(((cores + 15) / 16)); fi
  [ "$executors" -le "$cores" ] || executors=$cores
  each=$(((memory - $(heap_megabytes) - 1536) / executors))
  spark_options=(--conf "spark.executor.cores=$((cores / executors))" ${spark_options[@]+"${spark_options[@]}"})
  heap=$(megabytes "$(given spark.executor.memory)")
  if [ -z "$heap" ]; then
    # The heap is what the overhead leaves; a tenth of it may be overhead, so it is derived twice.
    spark_options=(--conf "spark.executor.memory=${each}m" ${spark_options[@]+"${spark_options[@]}"})
    overhead=$(overhead_megabytes)
    heap=$((each - overhead))
    spark_options=("${spark_options[0]}" "spark.executor.memory=${heap}m" "${spark_options[@]:2}")
  fi
  [ "$heap" -ge 512 ] || fail "a node's $memory MiB leave $heap MiB of heap for each of $executors executors. Ask Slurm for more memory (--mem)."
  worker_memory=$((heap * executors))
  # A job that runs ranks needs all executors at once: the first stage waits for them.
  derived=(--conf "spark.cores.max=$((nodes * executors * (cores / executors)))")
  [ "$gpus" -eq 0 ] || derived+=(
    --conf spark.executor.resource.gpu.amount=1 --conf spark.task.resource.gpu.amount=1
    --conf "spark.executor.resource.gpu.discoveryScript=$root/submit/gpus.sh")
}

workers_command() {
  step=(srun "--nodes=$nodes" "--ntasks=$nodes" --ntasks-per-node=1 "--cpus-per-task=$cores" --overlap
    --kill-on-bad-exit=0 --export=ALL "--output=$folder/worker-%t.log"
    "$root/submit/slurm/worker.sh" "$master" "$cores" "$worker_memory" "$gpus")
}

print_allocation() {
  master=spark://$(hostname):PORT
  folder=$logs/slurm-$SLURM_JOB_ID
  workers_command
  (run_service master --port 0 --webui-port 0)
  echo
  printf '%q\n' "${step[@]}"
  echo
  run_on_cluster
}

make_secret() {
  export DEBYE_SECRET_FILE=$folder/secret
  (umask 077 && od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$DEBYE_SECRET_FILE")
}

# Sets master to what the Master says of itself.
start_master() {
  (run_service master --port 0 --webui-port 0) >"$folder/master.log" 2>&1 &
  master_process=$!
  local i
  for ((i = 0; i < 600; i++)); do
    master=$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$folder/master.log" | head -n 1)
    [ -z "$master" ] || return 0
    kill -0 "$master_process" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$folder/master.log" >&2
  fail "the Master has not started; its lines are above, and in $folder/master.log."
}

# Ends what was started, in this order: the driver, so that it can say so; executors with their Workers; the Master.
tear_down() {
  local process
  trap '' TERM INT
  for process in $driver_process $workers_process $master_process; do
    kill -TERM "$process" 2>/dev/null || continue
    wait_or_kill "$process"
  done
  rm -f "$folder/secret"
}

wait_or_kill() {
  local i
  for ((i = 0; i < 100; i++)); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -KILL "$1" 2>/dev/null || true
}

run_in_allocation() {
  [ -n "${SLURM_JOB_ID:-}" ] || fail "--profile slurm runs inside an allocation: sbatch --nodes=2 submit/slurm/debye.sbatch ${words[*]:-JOB}, or salloc first."
  measure_allocation
  divide_nodes
  [ -z "$printing" ] || print_allocation
  check_configuration
  export DEBYE_JOB_LOGS=$logs/slurm-$SLURM_JOB_ID DEBYE_BUILD=never
  log_folder
  spark_home >/dev/null
  driver_process="" workers_process="" master_process=""
  trap tear_down EXIT
  trap 'exit 143' TERM
  trap 'exit 130' INT
  make_secret
  start_master
  workers_command
  "${step[@]}" >"$folder/workers.log" 2>&1 &
  workers_process=$!
  echo "debye: $nodes nodes, $((nodes * executors)) executors of $((cores / executors)) cores; logs in $folder" >&2
  (run_on_cluster) &
  driver_process=$!
  local code=0
  wait "$driver_process" || code=$?
  driver_process=""
  exit "$code"
}
