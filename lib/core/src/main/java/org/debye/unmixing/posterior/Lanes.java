package org.debye.unmixing.posterior;

import java.util.Arrays;

/**
 * Loops over the lanes of a block of observations, and sums over lanes in an order that depends on
 * nothing but their number. Rows are arrays of their own, counted from 0, and loops are plain: as
 * soon as an index is the sum of two variables, HotSpot 17 no longer makes vector instructions of
 * them, at four times the time.
 */
final class Lanes {
  /** Observations of a block. */
  static final int COUNT = 128;

  private static final int CHAINS = 8;
  private static final long EXPONENT_BITS = 0x7FF0000000000000L;
  private static final long ONE_BITS = 0x3FF0000000000000L;
  private static final double LOG_TWO = 0.6931471805599453;

  private Lanes() {}

  /** A row of lanes for each of some things. */
  static double[][] rows(int count) {
    return new double[count][COUNT];
  }

  static void fill(double[][] rows, double value) {
    for (double[] row : rows) {
      Arrays.fill(row, value);
    }
  }

  /** y = c x. */
  static void scale(double c, double[] x, double[] y, int lanes) {
    for (int l = 0; l < lanes; l++) {
      y[l] = c * x[l];
    }
  }

  /** y += c x. */
  static void add(double c, double[] x, double[] y, int lanes) {
    for (int l = 0; l < lanes; l++) {
      y[l] = Math.fma(c, x[l], y[l]);
    }
  }

  /** y -= a x, lane by lane. */
  static void subtractProduct(double[] a, double[] x, double[] y, int lanes) {
    for (int l = 0; l < lanes; l++) {
      y[l] = Math.fma(-a[l], x[l], y[l]);
    }
  }

  /** sum += x y, lane by lane. */
  static void addProduct(double[] x, double[] y, double[] sum, int lanes) {
    for (int l = 0; l < lanes; l++) {
      sum[l] = Math.fma(x[l], y[l], sum[l]);
    }
  }

  /** The sum of a row. */
  static double sum(double[] lanes) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int at = 0; at < COUNT; at += CHAINS) {
      s0 += lanes[at];
      s1 += lanes[at + 1];
      s2 += lanes[at + 2];
      s3 += lanes[at + 3];
      s4 += lanes[at + 4];
      s5 += lanes[at + 5];
      s6 += lanes[at + 6];
      s7 += lanes[at + 7];
    }
    return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
  }

  /**
   * The logarithm of the product of one row of positive lanes, which is set to 1 after. A product
   * of normal numbers neither overflows nor underflows: exponents are added apart.
   */
  static double takeLogProduct(double[] lanes) {
    double mantissa = 1;
    long exponent = 0;
    for (int at = 0; at < COUNT; at++) {
      mantissa *= lanes[at];
      long bits = Double.doubleToRawLongBits(mantissa);
      if (bits < ONE_BITS - (500L << 52) || bits > ONE_BITS + (500L << 52)) {
        exponent += Math.getExponent(mantissa);
        mantissa = Double.longBitsToDouble((bits & ~EXPONENT_BITS) | ONE_BITS);
      }
    }
    Arrays.fill(lanes, 1);
    return StrictMath.log(mantissa) + exponent * LOG_TWO;
  }
}
