package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.Observations;

/**
 * Observations that count more than once, or not at all.
 *
 * @param points those that count
 * @param weights how often each, above 0; they add up to the number of all observations
 */
record WeightedObservations(Observations points, double[] weights) {

  WeightedObservations {
    if (weights.length != points.count()) {
      throw new IllegalArgumentException(weights.length + " weights for " + points.count());
    }
  }

  /** Each once. */
  static WeightedObservations once(Observations all) {
    double[] weights = new double[all.count()];
    Arrays.fill(weights, 1);
    return new WeightedObservations(all, weights);
  }

  /** Those whose weight is not 0. */
  static WeightedObservations of(Observations all, double[] weights) {
    int dimensions = all.dimensions();
    double[] values = new double[all.values().length];
    double[] kept = new double[all.count()];
    int count = 0;
    for (int i = 0; i < all.count(); i++) {
      if (weights[i] > 0) {
        System.arraycopy(all.values(), i * dimensions, values, count * dimensions, dimensions);
        kept[count++] = weights[i];
      }
    }
    return new WeightedObservations(
        new Observations(count, dimensions, Arrays.copyOf(values, count * dimensions)),
        Arrays.copyOf(kept, count));
  }
}
