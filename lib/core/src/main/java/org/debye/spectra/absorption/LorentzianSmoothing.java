package org.debye.spectra.absorption;

import java.util.Arrays;

/**
 * A curve smoothed by a Lorentzian: interpolated linearly to equal steps, mirrored at both ends,
 * convolved and interpolated back ({@code smooth} of Larch, larch/math/utils.py).
 */
final class LorentzianSmoothing {
  private static final int PADDING = 5;

  private LorentzianSmoothing() {}

  /**
   * The smoothed curve.
   *
   * @param x strictly ascending
   * @param y as long
   * @param step of the even grid and half width at half maximum of the Lorentzian, in units of x
   */
  static double[] smoothed(double[] x, double[] y, double step) {
    double low = step * (int) ((x[0] - PADDING * step) / step);
    double high = step * (int) ((x[x.length - 1] + PADDING * step) / step);
    int points = Math.min(1 + (int) (Math.abs(high - low + step * 0.1) / step), 50 * x.length);
    double[] even = new double[points];
    for (int i = 0; i < points; i++) {
      even[i] = low + i * ((high - low) / (points - 1));
    }
    double[] smooth = convolved(interpolated(x, y, even));
    return interpolated(even, smooth, x);
  }

  /** The window is as wide as two curves, of width 1 in points. */
  private static double[] convolved(double[] y) {
    int n = y.length;
    double[] window = new double[2 * n];
    double sum = 0;
    for (int j = 0; j < window.length; j++) {
      double distance = j - n;
      window[j] = 1 / (1 + distance * distance);
      sum += window[j];
    }
    double[] mirrored = new double[3 * n - 1];
    for (int i = 0; i < n - 1; i++) {
      mirrored[i] = y[n - 1 - i];
    }
    // numpy's y[n:0:-1] begins with the last point, of which it has only n - 1
    System.arraycopy(y, 0, mirrored, n - 1, n);
    for (int i = 0; i < n; i++) {
      mirrored[2 * n - 1 + i] = y[n - 1 - i];
    }
    double[] smooth = new double[n];
    for (int k = 0; k < n; k++) {
      double total = 0;
      for (int j = 0; j < window.length; j++) {
        total += window[j] * mirrored[k + window.length - 1 - j];
      }
      smooth[k] = total / sum;
    }
    return smooth;
  }

  /** Linear, with the values at the ends held. */
  private static double[] interpolated(double[] x, double[] y, double[] places) {
    double[] values = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int found = Arrays.binarySearch(x, places[i]);
      int left = Math.min(Math.max(found >= 0 ? found : -found - 2, 0), x.length - 2);
      double share = (places[i] - x[left]) / (x[left + 1] - x[left]);
      values[i] = y[left] + Math.min(Math.max(share, 0), 1) * (y[left + 1] - y[left]);
    }
    return values;
  }
}
