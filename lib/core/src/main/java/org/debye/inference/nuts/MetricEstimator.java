package org.debye.inference.nuts;

/** Collects warm-up draws and makes a geometry of them. */
interface MetricEstimator {
  /** Arrays are copied where they are kept. */
  void add(double[] position, double[] gradient);

  /** How many points were added since the start or the last reset. */
  int count();

  /** Forgets all points. */
  void reset();

  /** What the points added tell; called with at least three. */
  Geometry estimate();
}
