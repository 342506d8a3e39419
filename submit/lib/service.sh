# Spark's own services, from the jars of the build: submit/debye {master | worker URL | history} [Spark's options]

run_service() {
  local service=$1 home
  shift
  folder=${DEBYE_JOB_LOGS:-$logs/$service-$(hostname -s)-$$}
  profile_file=$root/conf/spark/standalone.conf
  home=$(spark_home)
  # shellcheck disable=SC2207 # options are words
  options=($(module_options) -Xmx1g "-Dlog4j2.configurationFile=$root/conf/log4j2-services.properties")
  case $service in
    history) run_history "$home" "$@" ;;
    *)
      [ -n "$printing" ] || (umask 077 && mkdir -p "$folder")
      # shellcheck disable=SC2086 # DEBYE_SERVICE_OPTS holds several words
      launch env "SPARK_HOME=$home" SPARK_SCALA_VERSION=2.13 "JAVA_HOME=$(dirname "$(dirname "$java")")" "SPARK_WORKER_DIR=$folder" \
        "$java" "${options[@]}" ${DEBYE_SERVICE_OPTS:-} -cp "$runtime" \
        org.debye.jobs.ClusterService "$service" "$@" --properties-file "$profile_file"
      ;;
  esac
}

# On this machine's own address only: nobody is asked for a password. From elsewhere: ssh -L 18080:localhost:18080 HOST
run_history() {
  local home=$1 directory="file://$logs/events"
  shift
  mkdir -p "$logs/events"
  [ $# -eq 0 ] || directory=$1
  echo "debye: http://127.0.0.1:${DEBYE_HISTORY_PORT:-18080} shows the jobs of $directory; Ctrl-C ends it" >&2
  launch env "SPARK_HOME=$home" SPARK_LOCAL_IP=127.0.0.1 "$java" "${options[@]}" \
    "-Dspark.history.fs.logDirectory=$directory" "-Dspark.history.ui.port=${DEBYE_HISTORY_PORT:-18080}" \
    -cp "$runtime" org.apache.spark.deploy.history.HistoryServer
}
