package org.debye.inference.nuts;

/** Collects warm-up draws and makes a metric of them. */
interface MetricEstimator {
  /** Arrays are copied where they are kept. */
  void add(double[] position, double[] gradient);

  /** How many points were added since the start or the last reset. */
  int count();

  /** Forgets all points. */
  void reset();

  /** The metric for the points added; a new object. Called with at least three points. */
  Metric estimate();
}
