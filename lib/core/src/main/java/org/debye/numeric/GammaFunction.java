package org.debye.numeric;

/**
 * The logarithm of the gamma function and its derivative for positive arguments: Stirling's series
 * (Abramowitz and Stegun 6.1.40, 6.3.18) from 10 on, the recurrence below. The error is below 1e-14
 * of the larger of the value and 1. No allocation, and the same bits on every machine.
 */
public final class GammaFunction {
  private static final double SERIES_FROM = 10;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private GammaFunction() {}

  /** log Gamma(x); NaN unless x is above 0. */
  public static double logGamma(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double product = 1;
    double y = x;
    while (y < SERIES_FROM) {
      product *= y;
      y++;
    }
    double r = 1 / y;
    double s = r * r;
    double series =
        r
            * (1.0 / 12
                - s
                    * (1.0 / 360
                        - s
                            * (1.0 / 1260
                                - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360))))));
    double stirling = (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_TWO_PI + series;
    return x < SERIES_FROM ? stirling - StrictMath.log(product) : stirling;
  }

  /** d log Gamma(x) / dx; NaN unless x is above 0. */
  public static double digamma(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double shift = 0;
    double y = x;
    while (y < SERIES_FROM) {
      shift += 1 / y;
      y++;
    }
    double s = 1 / (y * y);
    double series =
        s
            * (1.0 / 12
                - s
                    * (1.0 / 120
                        - s
                            * (1.0 / 252
                                - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760))))));
    return StrictMath.log(y) - 0.5 / y - series - shift;
  }
}
