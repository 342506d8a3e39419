package org.debye.inference.nuts;

/**
 * Variances of the draws, drawn towards 1e-3 as by five more draws: n/(n+5) v + 1e-3 5/(n+5), which
 * is Stan's rule.
 */
final class VarianceEstimator implements MetricEstimator {
  private final int dimension;
  private final RunningVariance draws;

  VarianceEstimator(int dimension) {
    this.dimension = dimension;
    draws = new RunningVariance(dimension);
  }

  @Override
  public void add(double[] position, double[] gradient) {
    draws.add(position);
  }

  @Override
  public int count() {
    return draws.count();
  }

  @Override
  public void reset() {
    draws.reset();
  }

  @Override
  public Geometry estimate() {
    double n = draws.count();
    double[] variances = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      variances[i] = n / (n + 5) * draws.variance(i) + 1e-3 * 5 / (n + 5);
    }
    return Geometry.of(DiagonalMetric.of(variances));
  }
}
