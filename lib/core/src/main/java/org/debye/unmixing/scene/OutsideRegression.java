package org.debye.unmixing.scene;

import org.debye.numeric.RandomStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * What the endmembers look like outside of the subspace that they were inferred in. Given a draw W
 * (N x K) of the abundances, the rest R (N x P) of the spectra is a linear regression, point by
 * point, under the prior of the endmembers within: b ~ N(0, tau^2 s^2 I) where s is the scatter at
 * the point. With A = W'W + I / tau^2 its posterior is N(A^-1 W'r, s^2 A^-1), and s^2 is put at
 * (r'r - r'W A^-1 W'r) / (N - K). Gathered spectrum by spectrum.
 */
final class OutsideRegression {
  private final int endmembers;
  private final int points;
  private final double[] gram;
  private final double[] cross;

  OutsideRegression(int endmembers, int points) {
    this.endmembers = endmembers;
    this.points = points;
    gram = new double[endmembers * endmembers];
    cross = new double[endmembers * points];
    for (int k = 0; k < endmembers; k++) {
      gram[k * endmembers + k] = 1 / (ScenePrior.ENDMEMBER_SCALE * ScenePrior.ENDMEMBER_SCALE);
    }
  }

  /**
   * One spectrum.
   *
   * @param shares holds its K shares from an offset
   * @param rest holds its P values outside of the subspace from an offset
   */
  void add(double[] shares, int shareOffset, double[] rest, int restOffset) {
    for (int k = 0; k < endmembers; k++) {
      double share = shares[shareOffset + k];
      for (int j = 0; j < endmembers; j++) {
        gram[k * endmembers + j] += share * shares[shareOffset + j];
      }
      int row = k * points;
      for (int b = 0; b < points; b++) {
        cross[row + b] += share * rest[restOffset + b];
      }
    }
  }

  /**
   * Adds one draw of the coefficients.
   *
   * @param squares P sums of squares of the rest
   * @param count N
   * @param spectra K x P from an offset
   */
  void addDraw(double[] squares, int count, double[] spectra, int offset, RandomStream random) {
    DMatrixRMaj inverse = new DMatrixRMaj(endmembers, endmembers);
    CommonOps_DDRM.invert(DMatrixRMaj.wrap(endmembers, endmembers, gram), inverse);
    DMatrixRMaj factor = factor(inverse);
    double[] normal = new double[endmembers];
    double[] mean = new double[endmembers];
    for (int b = 0; b < points; b++) {
      double explained = 0;
      for (int k = 0; k < endmembers; k++) {
        mean[k] = 0;
        for (int j = 0; j < endmembers; j++) {
          mean[k] += inverse.get(k, j) * cross[j * points + b];
        }
        explained += mean[k] * cross[k * points + b];
        normal[k] = random.nextGaussian();
      }
      double scatter =
          Math.sqrt(Math.max(squares[b] - explained, 0) / Math.max(count - endmembers, 1));
      for (int k = 0; k < endmembers; k++) {
        double value = mean[k];
        for (int j = 0; j <= k; j++) {
          value += scatter * factor.get(k, j) * normal[j];
        }
        spectra[offset + k * points + b] += value;
      }
    }
  }

  private DMatrixRMaj factor(DMatrixRMaj covariance) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(endmembers, true);
    if (!cholesky.decompose(covariance.copy())) {
      throw new IllegalStateException("a covariance that the prior keeps regular is not");
    }
    return cholesky.getT(null);
  }
}
