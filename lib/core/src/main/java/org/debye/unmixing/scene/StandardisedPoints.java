package org.debye.unmixing.scene;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * Reduced points about zero with a mean square of 1 over all coordinates, so that one weak prior
 * serves every scene. One factor for all coordinates: what scatters the points, noise first of all,
 * is as large in a direction of little variance as in another.
 *
 * @param points N x D
 * @param scale a reduced point is a standardised one times this
 */
record StandardisedPoints(Observations points, double scale) {

  /** From reduced points, whose mean is zero. */
  static StandardisedPoints of(Observations reduced) {
    double[] values = reduced.values().clone();
    double square = 0;
    for (double value : values) {
      square += value * value / values.length;
    }
    double scale = Math.sqrt(square);
    for (int i = 0; i < values.length; i++) {
      values[i] /= scale;
    }
    return new StandardisedPoints(
        new Observations(reduced.count(), reduced.dimensions(), values), scale);
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
      out[i] *= scale;
    }
    return out;
  }
}
