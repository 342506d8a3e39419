# Profiles (conf/spark/NAME.conf), what they leave to be derived, and where logs go.

profiles() {
  (cd "$root/conf/spark" && echo *.conf | sed 's/\.conf//g')
}

# A value of the profile's file, whose lines are "key value" as in spark-defaults.conf.
profile_value() {
  sed -n "s/^[[:space:]]*${1//./\\.}[[:space:]=][[:space:]]*//p" "$profile_file" | tail -n 1
}

# A value that the command line gives behind --, or else the profile.
given() {
  local key=$1 found="" i
  for ((i = 0; i < ${#spark_options[@]}; i++)); do
    case ${spark_options[i]} in
      --conf | -c) case ${spark_options[i + 1]:-} in "$key="*) found=${spark_options[i + 1]#*=} ;; esac ;;
      --conf="$key="*) found=${spark_options[i]#--conf="$key"=} ;;
      --executor-memory) [ "$key" != spark.executor.memory ] || found=${spark_options[i + 1]:-} ;;
      --executor-cores) [ "$key" != spark.executor.cores ] || found=${spark_options[i + 1]:-} ;;
      --deploy-mode) [ "$key" != spark.submit.deployMode ] || found=${spark_options[i + 1]:-} ;;
    esac
  done
  echo "${found:-$(profile_value "$key")}"
}

# 4g, 512m, 1024 (MiB, as Spark reads a memory without a unit) in MiB.
megabytes() {
  local number=${1%%[!0-9]*}
  case ${1#"$number"} in
    [gG]*) echo $((number * 1024)) ;;
    [tT]*) echo $((number * 1048576)) ;;
    [kK]*) echo $((number / 1024)) ;;
    *) echo "$number" ;;
  esac
}

# Memory of an executor beside its heap, MiB: docs/cluster.md ("Memory") says where the numbers come from.
#   the JVM itself (classes, compiled code, threads), at least a tenth of the heap, as Spark has it
#   for each core, buffers and decoders of the files that a task reads
#   libtorch, in jobs that use it: the library, and what a rank's step allocates
overhead_megabytes() {
  local heap cores jvm libtorch=0
  heap=$(megabytes "$(given spark.executor.memory)")
  cores=$(given spark.executor.cores)
  jvm=$((heap / 10 > 384 ? heap / 10 : 384))
  ! uses_libtorch || libtorch=2048
  echo $((jvm + 64 * ${cores:-1} + libtorch))
}

uses_libtorch() {
  case ${words[0]:-} in train | evaluate | predict | represent | explain | probe | sweep) ;; *) return 1 ;; esac
}

# The C library's and OpenMP's settings for jobs that use libtorch; what you have set yourself stays.
#   Threads that wait for one another sleep: where other work has the cores, those that spin take a hundred times as long.
#   Large pieces of memory, which every step asks for and gives back, are kept by the process in place of the system: a step of a
#   convolutional network takes a third less time. Tasks of a sweep have stores of their own, since small networks that share one spend
#   most of their time waiting for each other. Set one of the three, and all are yours.
libtorch_environment() {
  local stores=1
  uses_libtorch || return 0
  [ -n "${OMP_WAIT_POLICY:-}${GOMP_SPINCOUNT:-}" ] || environment+=(OMP_WAIT_POLICY=passive)
  case ${words[0]} in
    sweep) stores=$((4 * $(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2))) ;;
    train) ;;
    *) return 0 ;;
  esac
  [ -z "${MALLOC_ARENA_MAX:-}${MALLOC_MMAP_THRESHOLD_:-}${MALLOC_TRIM_THRESHOLD_:-}" ] || return 0
  environment+=("MALLOC_ARENA_MAX=$stores" MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184)
}

# All logs lie below one folder: events/ (what Spark's history shows), and a folder a job with its driver's log.
logs=${DEBYE_LOGS:-$HOME/.debye/logs}

log_folder() {
  folder=${DEBYE_JOB_LOGS:-$logs/${words[0]:-job}-$(date -u +%Y%m%dT%H%M%SZ)-$$}
  (umask 077 && mkdir -p "$logs/events" "$folder") ||
    fail "$logs cannot be written. Set DEBYE_LOGS to a folder of yours that all nodes see."
}

log_options() {
  logging=()
  case $(given spark.eventLog.enabled) in true) ;; *) return 0 ;; esac
  [ -n "$(given spark.eventLog.dir)" ] || logging+=(--conf "spark.eventLog.dir=file://$logs/events")
  case $(given spark.submit.deployMode) in
    cluster) ;;
    *) logging+=(--conf "spark.driver.log.localDir=$folder") ;;
  esac
}
