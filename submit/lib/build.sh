# Builds what is missing, or older than its sources.

built=$root/jobs/target/launcher.built

missing_or_stale() {
  [ -f "$built" ] && [ -f "$root/jobs/target/classpath.txt" ] || return 0
  [ -n "$(find "$root"/pom.xml "$root"/lib/*/pom.xml "$root"/jobs/pom.xml \
    "$root"/lib/*/src/main "$root"/jobs/src/main -newer "$built" -print -quit)" ]
}

build() {
  command -v mvn >/dev/null || fail "Debye is not built yet and there is no mvn on the path. Install Maven 3.8.7 or later (Debian: apt install maven)."
  [ -f "$built" ] || echo "debye: building; the first time, Maven downloads about 600 MB" >&2
  local started
  started=$(mktemp)
  if ! (cd "$root" && mvn -q -B -Dstyle.color=never -pl jobs -am -Dmaven.test.skip=true package) >&2; then
    rm -f "$started"
    fail "the build failed; Maven's lines above say why."
  fi
  # Dated from before the build, so that a file saved while it ran is seen next time.
  mv "$started" "$built"
}

# DEBYE_BUILD=never takes what is there: an image of a container, or a build that only an administrator may renew.
build_if_needed() {
  [ "${DEBYE_BUILD:-}" != never ] || return 0
  missing_or_stale || return 0
  if command -v flock >/dev/null; then
    mkdir -p "$root/jobs/target"
    exec 9>"$root/jobs/target/launcher.lock"
    flock 9
    missing_or_stale && build
    exec 9>&-
  else
    build
  fi
}

# A home of Spark whose jars are links to those of the build: Workers tell executors to take theirs from it.
spark_home() {
  local home=$root/jobs/target/spark-home new
  if [ ! -d "$home" ] || [ "$root/jobs/target/classpath.txt" -nt "$home" ]; then
    new=$home.$$
    mkdir -p "$new/jars"
    (IFS=:; for jar in $classpath; do ln -sf "$jar" "$new/jars/"; done)
    : >"$new/RELEASE"
    rm -rf "$home"
    # Another process may have been first: its links are the same.
    mv -T "$new" "$home" 2>/dev/null || rm -rf "$new"
  fi
  echo "$home"
}
