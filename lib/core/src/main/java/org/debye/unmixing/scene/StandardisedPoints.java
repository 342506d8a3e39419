package org.debye.unmixing.scene;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * Reduced points about zero with unit variance in each coordinate, so that one weak prior serves
 * every scene.
 *
 * @param points N x D
 * @param scale D factors: a reduced point is a standardised one times these
 */
record StandardisedPoints(Observations points, double[] scale) {

  /** From reduced points, whose mean is zero. */
  static StandardisedPoints of(Observations reduced) {
    int d = reduced.dimensions();
    double[] scale = new double[d];
    for (int i = 0; i < reduced.values().length; i++) {
      scale[i % d] += reduced.values()[i] * reduced.values()[i] / reduced.count();
    }
    double[] values = reduced.values().clone();
    for (int j = 0; j < d; j++) {
      scale[j] = Math.sqrt(scale[j]);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= scale[i % d];
    }
    return new StandardisedPoints(new Observations(reduced.count(), d, values), scale);
  }

  /** So many different points at random, or all where there are no more. */
  Observations subset(int most, RandomStream random) {
    int n = points.count();
    if (n <= most) {
      return points;
    }
    int d = points.dimensions();
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    double[] values = new double[most * d];
    for (int i = 0; i < most; i++) {
      int other = i + random.nextInt(n - i);
      int chosen = order[other];
      order[other] = order[i];
      System.arraycopy(points.values(), chosen * d, values, i * d, d);
    }
    return new Observations(most, d, values);
  }

  /** Reduced coordinates of standardised ones, any number of rows. */
  double[] unscaled(double[] coordinates) {
    double[] out = coordinates.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= scale[i % scale.length];
    }
    return out;
  }
}
