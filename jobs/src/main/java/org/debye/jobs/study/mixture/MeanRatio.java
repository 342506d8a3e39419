package org.debye.jobs.study.mixture;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.posterior.Quantiles;

/**
 * The mean of one quantity over that of another, both of the same datasets.
 *
 * @param low the 5 % quantile over datasets drawn with replacement (percentile bootstrap)
 * @param high the 95 % quantile
 */
record MeanRatio(double value, double low, double high) {
  private static final RandomStreams STREAMS = RandomStreams.of(0).under("bootstrap");
  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.05;

  /**
   * Takes them in pairs; those of which one is not finite are left out.
   *
   * @param one a value a dataset
   * @param other of the same datasets, in the same order
   */
  static MeanRatio of(double[] one, double[] other) {
    double[][] pairs = pairs(one, other);
    int count = pairs[0].length;
    RandomStream random = STREAMS.at(count);
    double[] ratios = new double[RESAMPLES];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      double above = 0;
      double below = 0;
      for (int draw = 0; draw < count; draw++) {
        int which = (int) (count * random.nextDouble());
        above += pairs[0][which];
        below += pairs[1][which];
      }
      ratios[sample] = above / below;
    }
    Arrays.sort(ratios);
    return new MeanRatio(
        MixtureTables.mean(pairs[0]) / MixtureTables.mean(pairs[1]),
        Quantiles.ofSorted(ratios, TAIL),
        Quantiles.ofSorted(ratios, 1 - TAIL));
  }

  private static double[][] pairs(double[] one, double[] other) {
    double[][] pairs = new double[2][one.length];
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      pairs[0][count] = one[i];
      pairs[1][count] = other[i];
      count += Double.isFinite(one[i]) && Double.isFinite(other[i]) ? 1 : 0;
    }
    return new double[][] {Arrays.copyOf(pairs[0], count), Arrays.copyOf(pairs[1], count)};
  }
}
