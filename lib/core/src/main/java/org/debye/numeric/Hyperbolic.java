package org.debye.numeric;

/** What {@link Math} lacks of the hyperbolic functions. */
public final class Hyperbolic {
  private static final double LOG_TWO = 0.6931471805599453;

  private Hyperbolic() {}

  /** log cosh(x), without overflow and to its relative precision near 0. */
  public static double logCosh(double x) {
    double size = Math.abs(x);
    if (size < 1) {
      double half = StrictMath.sinh(0.5 * size);
      return StrictMath.log1p(2 * half * half);
    }
    return size - LOG_TWO + StrictMath.log1p(StrictMath.exp(-2 * size));
  }

  /** The inverse of sinh. */
  public static double asinh(double x) {
    double size = Math.abs(x);
    double result =
        size > 1e8
            ? StrictMath.log(size) + LOG_TWO
            : StrictMath.log1p(size + size * size / (1 + StrictMath.sqrt(1 + size * size)));
    return Math.copySign(result, x);
  }
}
