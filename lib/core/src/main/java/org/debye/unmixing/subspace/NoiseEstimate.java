package org.debye.unmixing.subspace;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Covariance of the noise in spectra.
 *
 * @param bands P
 * @param covariance P x P, row major, symmetric
 * @param signal P x P second moments of what is left, not centred
 */
public record NoiseEstimate(int bands, double[] covariance, double[] signal) {
  private static final double RIDGE = 1e-6;

  /**
   * Noise as what the other points of a spectrum do not predict of one (Bioucas-Dias and Nascimento
   * 2008, IEEE TGRS 46:2435, Algorithm 1). With R the P x P sum of y y', and B the matrix whose
   * column b holds the coefficients of the regression of point b on all others, the noise is (I -
   * B)'y: its second moments follow from R alone. A ridge of 1e-6, as in the authors' program, but
   * times the mean square of the spectra, is added to R's diagonal.
   *
   * @throws InputException where there are no more spectra than points: the others then predict
   *     each point exactly, noise and all
   */
  public static NoiseEstimate byRegression(BandMoments moments) {
    int p = moments.bands();
    if (moments.count() <= p) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          "noise estimate",
          moments.count() + " spectra of " + p + " points do not tell noise from signal",
          "Give more spectra than points, or the number of endmembers and principal components.");
    }
    DMatrixRMaj r = DMatrixRMaj.wrap(p, p, moments.correlation().clone());
    DMatrixRMaj inverse = r.copy();
    double ridge = RIDGE * CommonOps_DDRM.trace(r) / p / moments.count();
    for (int b = 0; b < p; b++) {
      inverse.add(b, b, ridge);
    }
    if (!CommonOps_DDRM.invert(inverse)) {
      throw new IllegalStateException("the spectra's second moments have no inverse");
    }
    DMatrixRMaj residual = new DMatrixRMaj(p, p); // I - B
    double[] column = new double[p];
    for (int b = 0; b < p; b++) {
      regress(r, inverse, b, column);
      for (int a = 0; a < p; a++) {
        residual.set(a, b, a == b ? 1 : -column[a]);
      }
    }
    DMatrixRMaj signal = CommonOps_DDRM.identity(p);
    CommonOps_DDRM.subtractEquals(signal, residual);
    return new NoiseEstimate(p, quadratic(residual, r), quadratic(signal, r));
  }

  /**
   * Noise as half the covariance of differences between neighbours in an image (Green et al. 1988,
   * IEEE TGRS 26:65, section III; maximum autocorrelation factors of Switzer and Green): right
   * neighbours and lower neighbours. Takes all that varies from pixel to pixel for noise.
   *
   * @param rows of the image
   * @param columns of the image; spectrum (row, column) is at row * columns + column
   */
  public static NoiseEstimate byShiftDifference(Observations spectra, int rows, int columns) {
    if (rows * columns != spectra.count() || rows * columns < 2) {
      throw new IllegalArgumentException(
          rows + " x " + columns + " pixels for " + spectra.count() + " spectra");
    }
    int p = spectra.dimensions();
    double[] values = spectra.values();
    int pairs = rows * (columns - 1) + (rows - 1) * columns;
    double[] differences = new double[pairs * p];
    int at = 0;
    for (int i = 0; i < spectra.count(); i++) {
      for (int step : new int[] {1, columns}) {
        boolean there = step == 1 ? i % columns < columns - 1 : i + columns < spectra.count();
        for (int b = 0; b < p && there; b++) {
          differences[at * p + b] = (values[(i + step) * p + b] - values[i * p + b]) / Math.sqrt(2);
        }
        at += there ? 1 : 0;
      }
    }
    double[] noise = BandMoments.of(new Observations(pairs, p, differences)).covariance();
    double[] signal = BandMoments.of(spectra).correlation();
    for (int i = 0; i < signal.length; i++) {
      signal[i] -= noise[i];
    }
    return new NoiseEstimate(p, noise, signal);
  }

  /**
   * The same with the noise of different points taken for independent. What regression leaves is
   * correlated by construction, and nearly without power along the signal's directions: whiten with
   * this one.
   */
  public NoiseEstimate independent() {
    double[] diagonal = new double[covariance.length];
    for (int b = 0; b < bands; b++) {
      diagonal[b * bands + b] = covariance[b * bands + b];
    }
    return new NoiseEstimate(bands, diagonal, signal);
  }

  /** Standard deviation of the noise at each of the P points. */
  public double[] deviations() {
    double[] out = new double[bands];
    for (int b = 0; b < bands; b++) {
      out[b] = Math.sqrt(Math.max(covariance[b * bands + b], 0));
    }
    return out;
  }

  /** Coefficients of point b on the others: the inverse without row and column b, by one update. */
  private static void regress(DMatrixRMaj r, DMatrixRMaj inverse, int b, double[] out) {
    int p = r.numRows;
    double pivot = inverse.get(b, b);
    double along = 0;
    for (int j = 0; j < p; j++) {
      along += j == b ? 0 : inverse.get(b, j) * r.get(j, b);
    }
    for (int a = 0; a < p; a++) {
      double sum = 0;
      for (int j = 0; j < p; j++) {
        sum += j == b ? 0 : inverse.get(a, j) * r.get(j, b);
      }
      out[a] = a == b ? 0 : sum - inverse.get(a, b) * along / pivot;
    }
  }

  private static double[] quadratic(DMatrixRMaj left, DMatrixRMaj middle) {
    int p = left.numRows;
    DMatrixRMaj half = new DMatrixRMaj(p, p);
    DMatrixRMaj out = new DMatrixRMaj(p, p);
    CommonOps_DDRM.multTransA(left, middle, half);
    CommonOps_DDRM.mult(half, left, out);
    return out.getData();
  }
}
