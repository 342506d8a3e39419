package org.debye.unmixing.subspace;

/** How much of the spectra is signal, when the signal has few dimensions. */
public final class SignalToNoise {
  private SignalToNoise() {}

  /**
   * Signal-to-noise ratio in dB of spectra that mix K endmembers (Nascimento and Bioucas-Dias 2005,
   * eq. 13): with P_y the mean power of a spectrum and P_x its part in the mean and the K leading
   * principal components, 10 log10((P_x - (K / P) P_y) / (P_y - P_x)). Assumes noise of equal
   * variance at all points.
   *
   * @param endmembers K, below the number of points P
   * @return minus infinity where the subspace holds no more than noise would; infinity where
   *     nothing lies outside of it
   */
  public static double decibels(BandMoments moments, int endmembers) {
    int p = moments.bands();
    if (endmembers < 1 || endmembers >= p) {
      throw new IllegalArgumentException(endmembers + " endmembers of " + p + " points");
    }
    double[] variances = PrincipalComponents.of(moments, endmembers).variances();
    double total = moments.power();
    double outside = 0;
    for (int j = endmembers; j < p; j++) {
      outside += variances[j];
    }
    double signal = total - outside - total * endmembers / p;
    if (outside <= 1e-15 * total) {
      return Double.POSITIVE_INFINITY;
    }
    return signal <= 0 ? Double.NEGATIVE_INFINITY : 10 * Math.log10(signal / outside);
  }
}
