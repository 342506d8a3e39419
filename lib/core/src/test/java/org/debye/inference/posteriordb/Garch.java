package org.debye.inference.posteriordb;

import java.util.List;

/**
 * GARCH(1, 1). Coordinates: mu, log alpha0, logit alpha1, logit of beta1 / (1 - alpha1), whose
 * bounds follow alpha1.
 */
final class Garch implements Posterior {
  private final double[] y;
  private final double firstScale;

  Garch(double[] y, double firstScale) {
    this.y = y;
    this.firstScale = firstScale;
  }

  @Override
  public int dimension() {
    return 4;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double mu = position[0];
    double alpha0 = Math.exp(position[1]);
    double alpha1 = logistic(position[2]);
    double share = logistic(position[3]);
    double beta1 = share * (1 - alpha1);
    double variance = firstScale * firstScale;
    double[] slope = new double[4];
    double[] by = new double[4]; // of the variance with respect to mu, alpha0, alpha1, beta1
    double logDensity = 0;
    for (int t = 0; t < y.length; t++) {
      if (t > 0) {
        double last = y[t - 1] - mu;
        double before = variance;
        variance = alpha0 + alpha1 * last * last + beta1 * before;
        by[0] = -2 * alpha1 * last + beta1 * by[0];
        by[1] = 1 + beta1 * by[1];
        by[2] = last * last + beta1 * by[2];
        by[3] = before + beta1 * by[3];
      }
      double residual = y[t] - mu;
      logDensity -= 0.5 * (residual * residual / variance + Math.log(variance));
      slope[0] += residual / variance;
      double factor = 0.5 * (residual * residual / variance - 1) / variance;
      for (int k = 0; k < 4; k++) {
        slope[k] += factor * by[k];
      }
    }
    // Jacobians: alpha0; alpha1 (1 - alpha1); (1 - alpha1) share (1 - share).
    gradient[0] = slope[0];
    gradient[1] = slope[1] * alpha0 + 1;
    gradient[2] = (slope[2] - share * slope[3]) * alpha1 * (1 - alpha1) + 1 - 3 * alpha1;
    gradient[3] = slope[3] * (1 - alpha1) * share * (1 - share) + 1 - 2 * share;
    return logDensity
        + position[1]
        + Math.log(alpha1)
        + 2 * Math.log1p(-alpha1)
        + Math.log(share)
        + Math.log1p(-share);
  }

  private static double logistic(double u) {
    return 1 / (1 + Math.exp(-u));
  }

  @Override
  public List<String> variables() {
    return List.of("mu", "alpha0", "alpha1", "beta1");
  }

  @Override
  public void record(double[] position, double[] values) {
    values[0] = position[0];
    values[1] = Math.exp(position[1]);
    values[2] = logistic(position[2]);
    values[3] = logistic(position[3]) * (1 - values[2]);
  }
}
