package org.debye.inference.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * Weights w on the simplex that maximise sum_i log sum_m w_m exp(elpd_mi), the score of the mixed
 * predictive distribution (Yao, Vehtari, Simpson and Gelman 2018, Bayesian Analysis 13:917-1007,
 * eq. 4). The score is concave; steps multiply each weight by its mean share of the mixture, which
 * never lowers the score, until no weight could gain more than 1e-10 per observation or 100,000 are
 * made.
 */
final class Stacking {
  private static final double GAIN = 1e-10;
  private static final int STEPS = 100_000;

  private Stacking() {}

  static double[] weights(List<double[]> elpd) {
    int models = elpd.size();
    int n = elpd.get(0).length;
    double[] density = new double[models * n];
    for (int i = 0; i < n; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double[] model : elpd) {
        largest = Math.max(largest, model[i]);
      }
      for (int m = 0; m < models; m++) {
        density[m * n + i] = Math.exp(elpd.get(m)[i] - largest);
      }
    }
    double[] weights = new double[models];
    Arrays.fill(weights, 1.0 / models);
    double[] share = new double[models];
    for (int step = 0; step < STEPS; step++) {
      shares(density, n, weights, share);
      if (Arrays.stream(share).max().orElseThrow() <= 1 + GAIN) {
        break;
      }
      for (int m = 0; m < models; m++) {
        weights[m] *= share[m];
      }
    }
    return weights;
  }

  /** Mean over observations of a model's density over the mixture's. */
  private static void shares(double[] density, int n, double[] weights, double[] share) {
    Arrays.fill(share, 0);
    for (int i = 0; i < n; i++) {
      double mixture = 0;
      for (int m = 0; m < weights.length; m++) {
        mixture += weights[m] * density[m * n + i];
      }
      for (int m = 0; m < weights.length; m++) {
        share[m] += density[m * n + i] / mixture / n;
      }
    }
  }
}
