#!/bin/sh
# How over-confident each family of variational inference is on dataset d1, beside Stan's draws of it.
# d1_families.sh FOLDER   FOLDER holds d1.data.json and d1.stan_draws.csv
# Needs a built lib/core (mvn -pl lib/core -am test-compile).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
core=$here/../../..
libraries=$(find "${MAVEN_REPO:-$HOME/.m2/repository}" \
  \( -name 'ejml-core-0.44*.jar' -o -name 'ejml-ddense-0.44*.jar' \) | tr '\n' ':')
exec java -cp "$core/target/classes:$core/target/test-classes:$libraries" \
  org.debye.unmixing.posterior.D1Families "$1"
