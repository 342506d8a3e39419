package org.debye.inference.comparison;

/**
 * The generalised Pareto distribution of exceedances: P(X > x) = (1 + k x / sigma)^(-1/k).
 *
 * @param shape k; infinite where it cannot be fitted
 * @param scale sigma
 */
record GeneralizedPareto(double shape, double scale) {
  private static final int LEAST_GRID = 30;
  private static final double PRIOR_QUARTILES = 3;
  private static final double PRIOR_DRAWS = 10;
  private static final double PRIOR_SHAPE = 0.5;

  /**
   * The empirical Bayes estimate of Zhang and Stephens 2009 (Technometrics 51:316-325): theta =
   * -k/sigma is averaged over a grid with its profile likelihood as weight. The shape is then drawn
   * towards 1/2 as if by ten observations (Vehtari et al. 2024, JMLR 25:1-58, appendix G); the
   * scale is left alone, as R loo leaves it.
   *
   * @param excesses ascending, not negative, at least five
   */
  static GeneralizedPareto fit(double[] excesses) {
    int n = excesses.length;
    int grid = LEAST_GRID + (int) Math.floor(Math.sqrt(n));
    double largest = excesses[n - 1];
    double quartile = excesses[(int) Math.floor(n / 4.0 + 0.5) - 1];
    double[] theta = new double[grid];
    double[] logLikelihood = new double[grid];
    for (int j = 0; j < grid; j++) {
      double spread = (1 - Math.sqrt(grid / (j + 0.5))) / PRIOR_QUARTILES / quartile;
      theta[j] = 1 / largest + spread;
      double k = meanLog(theta[j], excesses);
      logLikelihood[j] = n * (Math.log(-theta[j] / k) - k - 1);
    }
    double total = LogSum.of(logLikelihood);
    double estimate = 0;
    for (int j = 0; j < grid; j++) {
      estimate += theta[j] * Math.exp(logLikelihood[j] - total);
    }
    double k = meanLog(estimate, excesses);
    double shape = (k * n + PRIOR_DRAWS * PRIOR_SHAPE) / (n + PRIOR_DRAWS);
    return new GeneralizedPareto(
        Double.isNaN(shape) ? Double.POSITIVE_INFINITY : shape, -k / estimate);
  }

  private static double meanLog(double theta, double[] excesses) {
    double sum = 0;
    for (double x : excesses) {
      sum += Math.log1p(-theta * x);
    }
    return sum / excesses.length;
  }

  /** The value that is exceeded with probability 1 - p; NaN of no scale. */
  double quantile(double p) {
    if (!(scale > 0)) {
      return Double.NaN;
    }
    double log = -Math.log1p(-p);
    return shape == 0 ? scale * log : scale * Math.expm1(shape * log) / shape;
  }
}
