package org.debye.simulation.absorption;

import java.util.Arrays;

/**
 * Sites whose spectra add up to one, as in a measured spectrum, which is a mean over the absorbing
 * atoms of a sample.
 *
 * @param sites n, by number; one may be there twice
 * @param weights n, positive or 0, summing to one
 * @param fractions of each of C classes, at most 1: the sum of the weights of its sites, but for
 *     rounding
 */
public record SiteMixture(int[] sites, double[] weights, double[] fractions) {

  public int count() {
    return sites.length;
  }

  /**
   * The weighted mean of the sites' spectra.
   *
   * @param spectra by site, P values each
   * @return P values, summed in double precision
   */
  public float[] mean(float[][] spectra) {
    double[] sum = new double[spectra[sites[0]].length];
    for (int i = 0; i < sites.length; i++) {
      float[] spectrum = spectra[sites[i]];
      for (int p = 0; p < sum.length; p++) {
        sum[p] += weights[i] * spectrum[p];
      }
    }
    float[] mean = new float[sum.length];
    for (int p = 0; p < mean.length; p++) {
      mean[p] = (float) sum[p];
    }
    return mean;
  }

  /** The class with the largest fraction, the first of equals. */
  public int main() {
    int main = 0;
    for (int k = 1; k < fractions.length; k++) {
      main = fractions[k] > fractions[main] ? k : main;
    }
    return main;
  }

  @Override
  public String toString() {
    return Arrays.toString(sites) + " by " + Arrays.toString(weights);
  }
}
