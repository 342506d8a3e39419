package org.debye.inference.transform;

import org.debye.numeric.Hyperbolic;

/**
 * The lower Cholesky factor L of a D x D correlation matrix, with the coordinates of Stan's {@code
 * cholesky_factor_corr[D]}: below the diagonal, row by row, L_ij = tanh(u_ij) prod_(l<j) 1 /
 * cosh(u_il), and L_ii = prod_l 1 / cosh(u_il). The Jacobian is that of the entries below the
 * diagonal. Values are D x D row major with zeros above the diagonal, whose gradient is not read.
 *
 * @param dimensions D, at least 1
 */
public record CholeskyCorrelationTransform(int dimensions) implements Transform {

  public CholeskyCorrelationTransform {
    if (dimensions < 1) {
      throw new IllegalArgumentException("a correlation matrix has at least one dimension");
    }
  }

  @Override
  public int coordinates() {
    return dimensions * (dimensions - 1) / 2;
  }

  @Override
  public int values() {
    return dimensions * dimensions;
  }

  @Override
  public double constrain(double[] u, int uAt, double[] x, int xAt) {
    double logJacobian = 0;
    int coordinate = uAt;
    for (int row = 0; row < dimensions; row++) {
      int start = xAt + row * dimensions;
      double left = 1;
      for (int column = 0; column < row; column++) {
        double v = u[coordinate++];
        x[start + column] = left * StrictMath.tanh(v);
        left /= StrictMath.cosh(v);
        logJacobian -= (row - column + 1) * Hyperbolic.logCosh(v);
      }
      x[start + row] = left;
      for (int column = row + 1; column < dimensions; column++) {
        x[start + column] = 0;
      }
    }
    return logJacobian;
  }

  /** d L_ij / d u_ij = L_ij / (sinh u cosh u), and d L_im / d u_ij = -tanh(u_ij) L_im, m > j. */
  @Override
  public void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du) {
    int coordinate = uAt;
    for (int row = 1; row < dimensions; row++) {
      int start = xAt + row * dimensions;
      double later = 0;
      for (int column = 0; column <= row; column++) {
        later += dx[start + column] * x[start + column];
      }
      double left = 1;
      for (int column = 0; column < row; column++) {
        double v = u[coordinate];
        double tanh = StrictMath.tanh(v);
        double sech = 1 / StrictMath.cosh(v);
        later -= dx[start + column] * x[start + column];
        du[coordinate] =
            dx[start + column] * left * sech * sech - tanh * (later + row - column + 1);
        left *= sech;
        coordinate++;
      }
    }
  }

  @Override
  public void unconstrain(double[] x, int xAt, double[] u, int uAt) {
    for (int row = 1; row < dimensions; row++) {
      int start = xAt + row * dimensions;
      int coordinate = uAt + row * (row - 1) / 2;
      double after = Math.abs(x[start + row]);
      for (int column = row - 1; column >= 0; column--) {
        u[coordinate + column] = Hyperbolic.asinh(x[start + column] / after);
        after = StrictMath.hypot(after, x[start + column]);
      }
    }
  }
}
