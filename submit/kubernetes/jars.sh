#!/usr/bin/env bash
# The jars that an image of Spark lacks, one a line: what submit/debye sends to a cluster.
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jobs_jar=$(echo "$root"/jobs/target/debye-jobs-*.jar)
classpath=$jobs_jar:$(<"$root/jobs/target/classpath.txt")
# shellcheck source=/dev/null
. "$root/submit/lib/run.sh"
jars_for_cluster | tr ',' '\n'
