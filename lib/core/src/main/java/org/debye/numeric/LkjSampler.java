package org.debye.numeric;

/**
 * Correlation matrices of density proportional to det^(eta - 1), by their Cholesky factor: the
 * C-vine of Lewandowski, Kurowicka and Joe 2009 (J. Multivariate Analysis 100:1989-2001, section
 * 2.4), whose partial correlation of tree j = 1 .. D - 1 is 2 Beta(b, b) - 1, b = eta + (D - 1 - j)
 * / 2. A beta variate is a ratio of two gamma variates; with the difference 2 u of their logarithms
 * the partial correlation is tanh(u) and its complement 1 / cosh(u), so no concentration is too
 * small.
 */
final class LkjSampler {
  private LkjSampler() {}

  static void draw(RandomStream random, double eta, int dimensions, double[] factor, int at) {
    if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("LKJ concentration must be above 0, got " + eta);
    }
    for (int row = 0; row < dimensions; row++) {
      int start = at + row * dimensions;
      double left = 1;
      for (int column = 0; column < row; column++) {
        double shape = eta + 0.5 * (dimensions - 2 - column);
        double first = GammaSampler.drawLog(random, shape);
        double u = 0.5 * (first - GammaSampler.drawLog(random, shape));
        factor[start + column] = left * StrictMath.tanh(u);
        left /= StrictMath.cosh(u);
      }
      factor[start + row] = left;
      for (int column = row + 1; column < dimensions; column++) {
        factor[start + column] = 0;
      }
    }
  }
}
