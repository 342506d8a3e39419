package org.debye.numeric;

import java.util.Arrays;

/**
 * Points of a simplex from gamma variates, normalised by the logarithm, so that concentrations of
 * 1e-4 and less neither divide 0 by 0 nor lose the ratio of two small parts.
 */
final class DirichletSampler {
  private DirichletSampler() {}

  static void draw(RandomStream random, double[] concentration, double[] simplex) {
    draw(random, concentration, simplex, new double[concentration.length]);
  }

  static void draw(
      RandomStream random, double[] concentration, double[] simplex, double[] logarithms) {
    double total = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < concentration.length; k++) {
      simplex[k] = GammaSampler.drawLog(random, concentration[k]);
      total += concentration[k];
      largest = Math.max(largest, simplex[k]);
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("a Dirichlet distribution needs a concentration above 0");
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      corner(random, concentration, total, simplex);
      Arrays.setAll(logarithms, k -> StrictMath.log(simplex[k]));
    } else {
      normalise(simplex, logarithms, concentration.length, largest);
    }
  }

  private static void normalise(double[] simplex, double[] logarithms, int parts, double largest) {
    double sum = 0;
    for (int k = 0; k < parts; k++) {
      logarithms[k] = simplex[k] - largest;
      simplex[k] = StrictMath.exp(logarithms[k]);
      sum += simplex[k];
    }
    double logSum = StrictMath.log(sum);
    for (int k = 0; k < parts; k++) {
      simplex[k] /= sum;
      logarithms[k] -= logSum;
    }
  }

  /** The limit of small concentrations, where even the logarithms overflow: below 1e-306. */
  private static void corner(
      RandomStream random, double[] concentration, double total, double[] simplex) {
    int chosen = -1;
    double rest = random.nextDouble();
    for (int k = 0; k < concentration.length && rest >= 0; k++) {
      if (concentration[k] > 0) {
        chosen = k;
        rest -= concentration[k] / total;
      }
    }
    for (int k = 0; k < concentration.length; k++) {
      simplex[k] = k == chosen ? 1 : 0;
    }
  }
}
