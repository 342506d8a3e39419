package org.debye.evaluation;

import org.debye.numeric.Assignment;

/**
 * Angles between spectra, which no scale of either changes, after matching labels.
 *
 * @param matching estimate that stands for each true spectrum
 * @param angles of each true spectrum with its estimate, radians, 0 to pi
 */
public record SpectralAngle(int[] matching, double[] angles) {

  /** Mean angle, radians. */
  public double mean() {
    double sum = 0;
    for (double angle : angles) {
      sum += angle;
    }
    return sum / angles.length;
  }

  /**
   * Angle between two spectra, radians: 2 atan2(|a/|a| - b/|b||, |a/|a| + b/|b||), which keeps its
   * digits at small angles, where the arc cosine loses half of them (Kahan 2006, Mindless, section
   * 12).
   *
   * @throws IllegalArgumentException for spectra of different lengths, or if one is zero
   */
  public static double between(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " and " + second.length + " channels");
    }
    return between(first, 0, second, 0, first.length);
  }

  /**
   * Angles under the matching that makes their sum least.
   *
   * @param estimate spectra x channels, row major
   * @param truth spectra x channels, row major
   */
  public static SpectralAngle matched(
      double[] estimate, double[] truth, int spectra, int channels) {
    EndmemberError.requireLengths(estimate, truth, spectra, channels);
    double[] cost = new double[spectra * spectra];
    for (int k = 0; k < spectra; k++) {
      for (int j = 0; j < spectra; j++) {
        cost[k * spectra + j] = between(truth, k * channels, estimate, j * channels, channels);
      }
    }
    int[] matching = Assignment.minimise(cost, spectra, spectra);
    double[] angles = new double[spectra];
    for (int k = 0; k < spectra; k++) {
      angles[k] = cost[k * spectra + matching[k]];
    }
    return new SpectralAngle(matching, angles);
  }

  private static double between(double[] a, int aFrom, double[] b, int bFrom, int channels) {
    double aNorm = norm(a, aFrom, channels);
    double bNorm = norm(b, bFrom, channels);
    if (!(aNorm > 0) || !(bNorm > 0)) {
      throw new IllegalArgumentException("a spectrum of zeros or NaN has no angle");
    }
    double apart = 0;
    double together = 0;
    for (int c = 0; c < channels; c++) {
      double x = a[aFrom + c] / aNorm;
      double y = b[bFrom + c] / bNorm;
      apart += (x - y) * (x - y);
      together += (x + y) * (x + y);
    }
    return 2 * Math.atan2(Math.sqrt(apart), Math.sqrt(together));
  }

  private static double norm(double[] values, int from, int channels) {
    double squares = 0;
    for (int c = 0; c < channels; c++) {
      squares += values[from + c] * values[from + c];
    }
    return Math.sqrt(squares);
  }
}
