package org.debye.inference.variational;

import org.debye.inference.LogDensity;
import org.debye.inference.comparison.ParetoSmoothing;
import org.debye.numeric.RandomStream;

/** Judges a fit by draws of it. */
final class ElboEstimator {
  private ElboEstimator() {}

  static ElboEstimate estimate(
      LogDensity density, NormalFamily family, int draws, RandomStream random) {
    double[] noise = new double[family.noise()];
    double[] position = new double[family.dimension()];
    double[] slope = new double[family.dimension()];
    double[] ratios = new double[draws];
    double mean = 0;
    double squares = 0;
    int finite = 0;
    for (int i = 0; i < draws; i++) {
      Ziggurat.fill(random, noise);
      family.map(noise, position);
      double ratio = density.evaluate(position, slope) - family.logDensity(position);
      ratios[i] = Double.isFinite(ratio) ? ratio : Double.NEGATIVE_INFINITY;
      if (Double.isFinite(ratio)) {
        finite++;
        double step = ratio - mean;
        mean += step / finite;
        squares += step * (ratio - mean);
      }
    }
    if (finite < 2) {
      return new ElboEstimate(
          Double.NaN, Double.NaN, draws, draws - finite, Double.POSITIVE_INFINITY);
    }
    double error = Math.sqrt(squares / (finite - 1) / finite);
    double shape = ParetoSmoothing.of(ratios, 1).shape();
    return new ElboEstimate(mean, error, draws, draws - finite, shape);
  }
}
