package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;

/**
 * Loops over the lanes of a block of observations, and sums over lanes in an order that depends on
 * nothing but their number. Every row is an array of its own that starts at lane 0, and every loop
 * has the same constant end: HotSpot 17 makes vector instructions of such loops, at a quarter of
 * the time, but not of loops whose indices are sums of variables or whose end it has to look up.
 */
final class Lanes {
  /** Observations of a block. */
  static final int COUNT = Exponentials.LANES;

  private static final int CHAINS = 8;
  private static final long EXPONENT_BITS = 0x7FF0000000000000L;
  private static final long ONE_BITS = 0x3FF0000000000000L;

  /** Four factors above it make a normal number. */
  private static final double QUARTER_RANGE = 0x1p-250;

  private static final double LOG_TWO = 0.6931471805599453;

  private static final double A1 = 0.6666666666666615;
  private static final double A2 = 0.4000000000018575;
  private static final double A3 = 0.28571428545454114;
  private static final double A4 = 0.22222224080747674;
  private static final double A5 = 0.18181740832504806;
  private static final double A6 = 0.1538661404230401;
  private static final double A7 = 0.13300374032674625;
  private static final double A8 = 0.12110168728069218;
  private static final double A9 = 0.0832450651186082;
  private static final double A10 = 0.17044163562781398;

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

  /** x, but no further from 0 than a limit. */
  static void limit(double[] x, double limit) {
    for (int l = 0; l < COUNT; l++) {
      x[l] = Math.max(-limit, Math.min(limit, x[l]));
    }
  }

  /**
   * x, but no further from 0 than a limit, to a rounding of the limit: by absolute values, which
   * become vector instructions where maxima do not.
   */
  static void limitBySize(double[] x, double limit) {
    for (int l = 0; l < COUNT; l++) {
      x[l] = 0.5 * (Math.abs(x[l] + limit) - Math.abs(x[l] - limit));
    }
  }

  /** y = c x. */
  static void scale(double c, double[] x, double[] y) {
    for (int l = 0; l < COUNT; l++) {
      y[l] = c * x[l];
    }
  }

  /** y += c x. */
  static void add(double c, double[] x, double[] y) {
    for (int l = 0; l < COUNT; l++) {
      y[l] = Math.fma(c, x[l], y[l]);
    }
  }

  /** y -= a x, lane by lane. */
  static void subtractProduct(double[] a, double[] x, double[] y) {
    for (int l = 0; l < COUNT; l++) {
      y[l] = Math.fma(-a[l], x[l], y[l]);
    }
  }

  /** sum += x y, lane by lane. */
  static void addProduct(double[] x, double[] y, double[] sum) {
    for (int l = 0; l < COUNT; l++) {
      sum[l] = Math.fma(x[l], y[l], sum[l]);
    }
  }

  /** x + shift, but no less than a bound. */
  static void addAtLeast(double shift, double least, double[] x) {
    for (int l = 0; l < COUNT; l++) {
      x[l] = Math.max(least, x[l] + shift);
    }
  }

  /** sum += c x^2, lane by lane. */
  static void addSquare(double c, double[] x, double[] sum) {
    for (int l = 0; l < COUNT; l++) {
      sum[l] = Math.fma(c * x[l], x[l], sum[l]);
    }
  }

  /** e = b + y a, and x = c - e^2 / 2. */
  static void residual(double y, double[] a, double[] b, double[] c, double[] e, double[] x) {
    for (int l = 0; l < COUNT; l++) {
      double value = Math.fma(y, a[l], b[l]);
      e[l] = value;
      x[l] = Math.fma(-0.5 * value, value, c[l]);
    }
  }

  /** e = b + y a + z h, and x -= e^2 / 2. */
  static void residual(
      double y, double[] a, double z, double[] h, double[] b, double[] e, double[] x) {
    for (int l = 0; l < COUNT; l++) {
      double value = Math.fma(z, h[l], Math.fma(y, a[l], b[l]));
      e[l] = value;
      x[l] = Math.fma(-0.5 * value, value, x[l]);
    }
  }

  /** p = share w; adds p to the mass, p e to the first moment and p e^2 to the second. */
  static void moments(
      double share, double[] w, double[] e, double[] mass, double[] first, double[] second) {
    for (int l = 0; l < COUNT; l++) {
      double p = share * w[l];
      double pe = p * e[l];
      w[l] = p;
      mass[l] += p;
      first[l] += pe;
      second[l] = Math.fma(pe, e[l], second[l]);
    }
  }

  /** Adds p e to the first moment, p e f and p e^2 to the second moments. */
  static void moments(
      double[] p, double[] e, double[] f, double[] first, double[] product, double[] second) {
    for (int l = 0; l < COUNT; l++) {
      double pe = p[l] * e[l];
      first[l] += pe;
      product[l] = Math.fma(pe, f[l], product[l]);
      second[l] = Math.fma(pe, e[l], second[l]);
    }
  }

  /** The greatest of a row. */
  static double greatest(double[] lanes) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double lane : lanes) {
      greatest = Math.max(greatest, lane);
    }
    return greatest;
  }

  /** y = a x, lane by lane. */
  static void product(double[] a, double[] x, double[] y) {
    for (int l = 0; l < COUNT; l++) {
      y[l] = a[l] * x[l];
    }
  }

  /**
   * log max(z, q) of two shares z + q = 1, to 2e-16: with m the larger, 1/2 to 1, it is 2
   * artanh(r), r = (m - 1) / (m + 1), whose polynomial in r^2 goes through the values at Chebyshev
   * nodes.
   */
  static void logOfLargerShare(double[] z, double[] q, double[] log) {
    for (int l = 0; l < COUNT; l++) {
      double m = Math.fma(0.5, Math.abs(z[l] - q[l]), 0.5);
      double r = (m - 1) / (m + 1);
      double s = r * r;
      double high = Math.fma(s, Math.fma(s, Math.fma(s, A10, A9), A8), A7);
      double middle = Math.fma(s, Math.fma(s, Math.fma(s, high, A6), A5), A4);
      log[l] = r * Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, middle, A3), A2), A1), 2);
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
   * The logarithm of the product of a row, which is set to 1 after. The lanes are normal numbers,
   * all of them at least 1 or all at most 1; their product may be beyond what a double holds.
   */
  static double takeLogProduct(double[] lanes) {
    double p0 = 1;
    double p1 = 1;
    double p2 = 1;
    double p3 = 1;
    for (int at = 0; at < COUNT; at += 4) {
      p0 *= lanes[at];
      p1 *= lanes[at + 1];
      p2 *= lanes[at + 2];
      p3 *= lanes[at + 3];
    }
    double smallest = Math.min(Math.min(p0, p1), Math.min(p2, p3));
    double largest = Math.max(Math.max(p0, p1), Math.max(p2, p3));
    double log =
        smallest > QUARTER_RANGE && largest < 1 / QUARTER_RANGE
            ? StrictMath.log((p0 * p1) * (p2 * p3))
            : logProduct(lanes);
    Arrays.fill(lanes, 1);
    return log;
  }

  private static double logProduct(double[] lanes) {
    double mantissa = 1;
    long exponent = 0;
    for (double lane : lanes) {
      mantissa *= fraction(lane);
      exponent += Math.getExponent(lane) + Math.getExponent(mantissa);
      mantissa = fraction(mantissa);
    }
    return StrictMath.log(mantissa) + exponent * LOG_TWO;
  }

  /** A normal number without its exponent, between 1 and 2. */
  private static double fraction(double normal) {
    long bits = Double.doubleToRawLongBits(normal);
    return Double.longBitsToDouble((bits & ~EXPONENT_BITS) | ONE_BITS);
  }
}
