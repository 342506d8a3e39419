# Which Java runs, and with what options.

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, where there is no bin/java. Set it to a JDK 17."
  else
    java=$(command -v java) || fail "there is no java on the path. Install a JDK 17 (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
  fi
  local version=""
  release=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")")/release
  if [ -r "$release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release")
  fi
  [ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  [ "$version" = 17 ] || fail "$java is Java ${version:-unknown}; Debye and its Spark run on 17. Install a JDK 17 and set JAVA_HOME."
}

# Half of the memory, at most 3 GiB and 512 MiB for each core: 4 GiB on a laptop with two.
heap_megabytes() {
  local memory cores limit most
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  if [ -r /proc/meminfo ]; then
    memory=$(($(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1024))
  else
    memory=$(($(sysctl -n hw.memsize 2>/dev/null || echo 8589934592) / 1048576))
  fi
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  if [ "$limit" != max ] && [ $((limit / 1048576)) -lt "$memory" ]; then
    memory=$((limit / 1048576))
  fi
  most=$((3072 + 512 * cores))
  echo $((memory / 2 < most ? memory / 2 : most))
}

# All that Spark asks for but the vector module: the JVM warns of it at every start, so only jobs that use it have it.
module_options() {
  sed -n 's:.*<spark\.module\.options>\(.*\)</spark\.module\.options>.*:\1:p' "$root/pom.xml" |
    sed 's/--add-modules=jdk.incubator.vector//'
}

jvm_options() {
  local columns=${COLUMNS:-}
  [ -n "$columns" ] || columns=$( (stty size <&2 | cut -d ' ' -f 2) 2>/dev/null || true)
  # shellcheck disable=SC2207 # options are words
  options=(
    $(module_options)
    -Dfile.encoding=UTF-8 -Djava.awt.headless=true
    "-Dlog4j2.configurationFile=$root/conf/log4j2.properties"
    "-Ddebye.revision=$(revision)"
    "-Ddebye.columns=${columns:-100}"
  )
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    options+=(-Ddebye.terminal=true)
  fi
  ! uses_vectors || vectors=(--add-modules=jdk.incubator.vector)
}

# The jobs that sample, if this Java has the module: lib/vector then replaces plain loops, with the same numbers.
uses_vectors() {
  case " ${words[*]-} " in *" --help "* | *" --check "*) return 1 ;; " sweep "* | " unmix "*) ;; *) return 1 ;; esac
  grep -qs 'jdk\.incubator\.vector' "$release" || "$java" --list-modules | grep -q '^jdk\.incubator\.vector'
}

revision() {
  git -C "$root" describe --always --dirty --abbrev=12 2>/dev/null || echo unversioned
}
