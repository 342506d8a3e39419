#!/bin/sh
# Debye and Stan on one mixture, one after the other on this machine; prints a table in Markdown.
#   side_by_side.sh [DATA.json [FOLDER]]
# DATA.json   N, K, D, y, alpha0, alpha1, sigma, eta as Stan's data; dataset d1 beside the checkout when left out
# FOLDER      keeps draws, costs and Stan's compiled programs; target/side-by-side when left out
# Builds lib/core with Maven, and needs R with rstan and jsonlite
# (Debian: r-base-core r-cran-rstan r-cran-jsonlite r-cran-bh r-cran-codetools libtbb-dev).
# Two programs of Stan: "plain" as one writes the model down, "stretched" as an expert tunes it.
# About 12 minutes on one core, most of them Stan's.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../../../../.." && pwd)
data=${1:-$root/../shared/reference/stan/d1.data.json}
out=${2:-$root/lib/core/target/side-by-side}
[ -r "$data" ] || { echo "no data at $data; give the file as the first argument" >&2; exit 2; }
mkdir -p "$out"
core=$root/lib/core/target
(cd "$root" && mvn -q -B -pl lib/core -am -Dstyle.color=never -DincludeScope=test \
  -Dmdep.outputFile=target/classpath test-compile dependency:build-classpath) >&2
debye() {
  java -cp "$core/test-classes:$core/classes:$(cat "$core/classpath")" "org.debye.unmixing.posterior.$@"
}
debye MixtureSampling "$data" "$out" GRADIENT_DIAGONAL 300 1000
debye MixtureSampling "$data" "$out" CONDITIONAL_BLOCKS 300 1000
for run in "plain 1000" "stretched 1000" "stretched 300"; do
  Rscript "$here/mixing.R" "$data" "$out" $run 1000 >&2
done
debye MixtureTable "$out" stan-plain-1000 stan-stretched-1000 stan-stretched-300 \
  debye-gradient_diagonal debye-conditional_blocks
