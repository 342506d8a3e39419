# Starts a job, or prints what would start it.

# Replaces this process, or with --print-command says how, a word a line, quoted for the shell.
launch() {
  if [ -n "$printing" ]; then
    printf '%q\n' "$@"
    exit 0
  fi
  exec "$@"
}

run_embedded() {
  local memory line key
  memory=$(profile_value spark.driver.memory)
  while read -r key line; do
    case $key in spark.driver.memory | spark.master) ;; spark.*) options+=("-D$key=$line") ;; esac
  done <"$profile_file"
  set -- ${spark_options[@]+"${spark_options[@]}"}
  while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || fail "the spark-submit option $1 needs a value."
    case $1 in
      --conf | -c) options+=("-D$2") ;;
      --driver-memory) memory=$2 ;;
      --name) options+=("-Dspark.app.name=$2") ;;
      *) fail "$1 means nothing to the embedded Spark; it takes --conf, --driver-memory and --name. For a cluster give --master or --profile." ;;
    esac
    shift 2
  done
  [ -z "$master" ] || options+=("-Dspark.master=$master")
  # Throughput before pauses, and 2 MiB pages for the matrix and the frames: 8 % less CPU for each frame than G1.
  case "${DEBYE_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-}" in
    *GC*) ;;
    *) options+=(-XX:+UseParallelGC -XX:+UseTransparentHugePages) ;;
  esac
  # shellcheck disable=SC2086 # DEBYE_JAVA_OPTS holds several words
  launch env ${environment[@]+"${environment[@]}"} "$java" "-Xmx${memory:-$(heap_megabytes)m}" "${options[@]}" ${vectors[@]+"${vectors[@]}"} ${DEBYE_JAVA_OPTS:-} \
    -cp "$runtime" org.debye.jobs.Main ${words[@]+"${words[@]}"}
}

# What a site's Spark does not bring along; the jar of the jobs is the application itself.
jars_for_cluster() {
  tr ':' '\n' <<<"$classpath" |
    grep -E '/(debye-[^/]*|delta-[^/]*|jhdf-[^/]*|lz4-java-1\.1[0-9.]*|compress-lzf-[^/]*|blosc-java-[^/]*|jspecify-[^/]*|picocli-[^/]*|jackson-dataformat-yaml-[^/]*|snakeyaml-[^/]*|jfreechart-[^/]*|batik-[^/]*|xmlgraphics-[^/]*|xml-apis[^/]*|ejml-[^/]*|commons-statistics-[^/]*|commons-numbers-[^/]*|external-umap-java-[^/]*|mfl-[^/]*|javacpp-[^/]*|openblas-[^/]*|pytorch-[^/]*)\.jar$' |
    grep -vF "$jobs_jar" | paste -sd , -
}

# The spark-submit of the site's Spark, or of the build's own. Secrets are in neither: DebyeSession reads them.
spark_submit() {
  # shellcheck disable=SC2206 # DEBYE_JAVA_OPTS holds several words
  submit=("$java" "-Xmx$(heap_megabytes)m" "${options[@]}" ${vectors[@]+"${vectors[@]}"} ${DEBYE_JAVA_OPTS:-} -cp "$runtime" org.apache.spark.deploy.SparkSubmit)
  if [ -n "${SPARK_HOME:-}" ] && [ "$profile" != slurm ]; then
    [ -x "$SPARK_HOME/bin/spark-submit" ] || fail "SPARK_HOME is $SPARK_HOME, where there is no bin/spark-submit. Unset it to use the Spark of the build."
    submit=("$SPARK_HOME/bin/spark-submit" --driver-java-options "-Ddebye.revision=$(revision)")
  fi
}

# Which jars travel: all that a site's Spark lacks; none where they are on every node (spark.debye.jars in the profile).
shipped_jars() {
  application=$jobs_jar
  case $(given spark.debye.jars) in
    there) shipped=() ;;
    image)
      shipped=()
      application=local:///opt/debye/$(basename "$jobs_jar")
      ;;
    *) shipped=(--jars "$(jars_for_cluster)") ;;
  esac
}

# An error costs half a second here, and not a session.
check_configuration() {
  [ -z "$checked" ] || return 0
  "$java" "${options[@]}" -cp "$runtime" org.debye.jobs.Main ${words[@]+"${words[@]}"} --check || exit $?
  checked=yes
}

run_on_cluster() {
  needs_of_profile
  [ -n "$printing" ] || check_configuration
  [ -n "$printing" ] || log_folder
  folder=${folder:-$logs/${words[0]:-job}}
  log_options
  spark_submit
  shipped_jars
  [ ! -s "$profile_file" ] || submit+=(--properties-file "$profile_file")
  local variable
  for variable in ${environment[@]+"${environment[@]}"}; do
    submit+=(--conf "spark.executorEnv.$variable")
  done
  [ -n "$(given spark.executor.memoryOverhead)" ] || [ -z "$(given spark.executor.memory)" ] ||
    submit+=(--conf "spark.executor.memoryOverhead=$(overhead_megabytes)m")
  launch "${submit[@]}" --master "$master" --name "debye ${words[0]:-}" ${shipped[@]+"${shipped[@]}"} \
    ${logging[@]+"${logging[@]}"} ${derived[@]+"${derived[@]}"} ${spark_options[@]+"${spark_options[@]}"} \
    --class org.debye.jobs.Main "$application" ${words[@]+"${words[@]}"}
}

# What a profile cannot do without, said before anything starts.
needs_of_profile() {
  case $profile in
    yarn | kubernetes)
      [ -n "${SPARK_HOME:-}" ] || fail "--profile $profile needs a Spark 4.1 with $profile: the build's own has none. Set SPARK_HOME to it."
      ;;
  esac
  case $profile in
    standalone) [ -n "$master" ] || fail "--profile standalone needs --master spark://HOST:7077." ;;
    yarn) [ -n "${HADOOP_CONF_DIR:-${YARN_CONF_DIR:-}}" ] || fail "--profile yarn needs HADOOP_CONF_DIR, the folder with core-site.xml and yarn-site.xml." ;;
    kubernetes)
      [ -n "$master" ] || fail "--profile kubernetes needs --master k8s://https://HOST:6443 (kubectl cluster-info says which)."
      [ -n "$(given spark.kubernetes.container.image)" ] ||
        fail "--profile kubernetes needs an image: -- --conf spark.kubernetes.container.image=REGISTRY/debye:VERSION (submit/kubernetes/Containerfile)."
      files_of_image
      ;;
  esac
}

# The driver runs in a pod: a configuration file is there only if the image has it.
files_of_image() {
  local word
  for word in ${words[@]+"${words[@]}"}; do
    case $word in
      *=* | --*) ;;
      conf/*) ;;
      *.yaml | *.yml) fail "$word: the driver runs in a pod, which has conf/ of its image and no other file. Build an image with it in conf/, or give its keys as key=value." ;;
    esac
  done
}
