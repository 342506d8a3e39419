package org.debye.unmixing.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Endmember spectra with bands, from draws of them. */
final class SpectrumBands {
  private SpectrumBands() {}

  /**
   * Each endmember's mean, standard deviation and quantiles at every point of the axis.
   *
   * @param draws S x K x P
   */
  static List<EndmemberSpectrum> of(double[] draws, int endmembers, int points) {
    List<EndmemberSpectrum> out = new ArrayList<>();
    for (int k = 0; k < endmembers; k++) {
      out.add(one(draws, endmembers, k, points));
    }
    return out;
  }

  private static EndmemberSpectrum one(double[] draws, int endmembers, int k, int p) {
    int count = draws.length / (endmembers * p);
    double[] mean = new double[p];
    double[] sd = new double[p];
    List<double[]> quantiles = new ArrayList<>();
    for (int q = 0; q < EndmemberSpectrum.PROBABILITIES.size(); q++) {
      quantiles.add(new double[p]);
    }
    double[] values = new double[count];
    for (int b = 0; b < p; b++) {
      double sum = 0;
      for (int s = 0; s < count; s++) {
        values[s] = draws[(s * endmembers + k) * p + b];
        sum += values[s];
      }
      mean[b] = sum / count;
      double squares = 0;
      for (double value : values) {
        squares += (value - mean[b]) * (value - mean[b]);
      }
      sd[b] = Math.sqrt(squares / Math.max(count - 1, 1));
      Arrays.sort(values);
      for (int q = 0; q < quantiles.size(); q++) {
        quantiles.get(q)[b] = quantile(values, EndmemberSpectrum.PROBABILITIES.get(q));
      }
    }
    return new EndmemberSpectrum(mean, sd, quantiles, OptionalInt.empty());
  }

  /** Quantile of sorted values by linear interpolation (Hyndman and Fan 1996, type 7). */
  static double quantile(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = Math.min((int) place, sorted.length - 2);
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }
}
