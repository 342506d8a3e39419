package org.debye.inference.diagnostics;

/**
 * Autocovariances of chains, averaged over the chains: gamma_t = mean over chains of (1/n) sum_i
 * (x_i - mean) (x_{i+t} - mean), the chain's own mean. The first lags are summed directly, since
 * Geyer's sequence seldom needs more; the others come by Fourier transform when the first is asked.
 */
final class Autocovariance {
  private static final int DIRECT_LAGS = 24;

  private final double[][] centred;
  private final int length;
  private double[] products = new double[0];

  Autocovariance(Chains chains) {
    length = chains.length();
    centred = new double[chains.count()][length];
    for (int c = 0; c < centred.length; c++) {
      double[] chain = chains.values()[c];
      double mean = Moments.mean(chain);
      for (int i = 0; i < length; i++) {
        centred[c][i] = chain[i] - mean;
      }
    }
  }

  /**
   * The autocovariance gamma_t.
   *
   * @param lag at least 0; 0 is returned at and beyond the length
   */
  double at(int lag) {
    if (lag >= length) {
      return 0;
    }
    if (lag < DIRECT_LAGS) {
      return direct(lag) / ((double) length * centred.length);
    }
    if (products.length == 0) {
      products = new PowerSpectrum(length).laggedProducts(centred);
    }
    return products[lag] / ((double) length * centred.length);
  }

  private double direct(int lag) {
    double sum = 0;
    for (double[] x : centred) {
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int i = 0;
      for (; i + lag + 3 < length; i += 4) {
        a += x[i] * x[i + lag];
        b += x[i + 1] * x[i + 1 + lag];
        c += x[i + 2] * x[i + 2 + lag];
        d += x[i + 3] * x[i + 3 + lag];
      }
      for (; i + lag < length; i++) {
        a += x[i] * x[i + lag];
      }
      sum += (a + b) + (c + d);
    }
    return sum;
  }
}
