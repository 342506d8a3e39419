#!/bin/sh
# Debye and Stan on dataset d1, one after the other on this machine.
# d1_side_by_side.sh FOLDER [stan-warmup [stan-draws]]   FOLDER holds d1.data.json and d1.stan_draws.csv
# Needs a built lib/core (mvn -pl lib/core -am test-compile) and R with rstan, posterior and jsonlite
# (Debian: r-cran-rstan r-cran-posterior r-cran-jsonlite r-cran-bh libtbb-dev).
set -eu
folder=$1
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
core=$here/../../..
libraries=$(find "${MAVEN_REPO:-$HOME/.m2/repository}" \
  \( -name 'ejml-core-0.44*.jar' -o -name 'ejml-ddense-0.44*.jar' \) | tr '\n' ':')
echo "== Debye"
java -cp "$core/target/classes:$core/target/test-classes:$libraries" \
  org.debye.unmixing.posterior.D1Comparison "$folder"
echo "== Stan"
Rscript "$here/d1.R" "$folder" "${2:-1000}" "${3:-1000}"
