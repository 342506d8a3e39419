package org.debye.inference.nuts;

import org.debye.inference.LogDensity;

/** Counts evaluations. */
class CountedDensity implements LogDensity {
  private final LogDensity density;
  private long count;

  CountedDensity(LogDensity density) {
    this.density = density;
  }

  long count() {
    return count;
  }

  @Override
  public int dimension() {
    return density.dimension();
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    count++;
    return density.evaluate(position, gradient);
  }
}
