package org.debye.inference.nuts;

/**
 * sqrt(variance of the draws / variance of the gradients), which minimises the Fisher divergence
 * between the target and a normal with this diagonal covariance (Seyboldt, Carlson and Carpenter
 * 2024, arXiv:2603.18845; nutpie). Exact for a normal with independent coordinates from three draws
 * on.
 */
final class GradientVarianceEstimator implements MetricEstimator {
  private static final double SMALLEST = 1e-20;
  private static final double LARGEST = 1e20;

  private final int dimension;
  private final RunningVariance draws;
  private final RunningVariance gradients;

  GradientVarianceEstimator(int dimension) {
    this.dimension = dimension;
    draws = new RunningVariance(dimension);
    gradients = new RunningVariance(dimension);
  }

  @Override
  public void add(double[] position, double[] gradient) {
    draws.add(position);
    gradients.add(gradient);
  }

  @Override
  public int count() {
    return draws.count();
  }

  @Override
  public void reset() {
    draws.reset();
    gradients.reset();
  }

  @Override
  public Geometry estimate() {
    return Geometry.of(DiagonalMetric.of(variances()));
  }

  double[] variances() {
    double[] variances = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      variances[i] = clamped(Math.sqrt(draws.variance(i) / gradients.variance(i)));
    }
    return variances;
  }

  /** Before there are draws: 1 / |gradient|, as nutpie starts. */
  static Metric first(double[] gradient) {
    double[] variances = new double[gradient.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = clamped(1 / Math.abs(gradient[i]));
    }
    return DiagonalMetric.of(variances);
  }

  /** A coordinate whose draws or gradients do not vary tells nothing: 1. */
  private static double clamped(double variance) {
    if (!(variance > 0) || Double.isInfinite(variance)) {
      return 1;
    }
    return Math.min(Math.max(variance, SMALLEST), LARGEST);
  }
}
