package org.debye.inference.nuts;

import java.util.Optional;

/**
 * What warm-up has learnt of a density's shape.
 *
 * @param metric inverse mass matrix over the chart's coordinates
 * @param chart empty where the metric is for the chart that is in use
 */
record Geometry(Metric metric, Optional<Chart> chart) {
  static Geometry of(Metric metric) {
    return new Geometry(metric, Optional.empty());
  }
}
