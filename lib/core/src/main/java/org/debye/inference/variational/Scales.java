package org.debye.inference.variational;

/**
 * The scales s = log(1 + exp(rho)) of all families, with what is derived from them. Loops are plain
 * enough for the compiler to vectorise; exponential and logarithm are polynomials, to about 1e-14
 * of the value, of additions and fused products alone: the same on every machine.
 */
final class Scales {
  private static final double LARGEST = 700;
  private static final double INVERSE_LOG_TWO = 1.4426950408889634;
  private static final double LOG_TWO_HIGH = 0x1.62e42fee00000p-1;
  private static final double LOG_TWO_LOW = 0x1.a39ef35793c76p-33;
  private static final double ROUNDER = 0x1.8p52;
  private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
  private static final int GROUP = 8;
  private static final double SMALL_PRODUCT = 1e-290;
  private static final double LARGE_PRODUCT = 1e290;

  final double[] scale;

  /** ds/drho. */
  final double[] slope;

  private final int at;
  private final double[] power;
  private final double[] rest;

  Scales(int n) {
    scale = new double[n];
    slope = new double[n];
    power = new double[n];
    rest = new double[n];
    at = n;
  }

  /** Takes rho from the second n of the parameters. */
  void prepare(double[] parameters) {
    reduce(parameters);
    raise();
    for (int i = 0; i < scale.length; i++) {
      double e = power[i] * expNearZero(rest[i]); // exp(-|rho|)
      double rho = parameters[at + i];
      scale[i] = Math.max(rho, 0) + logOfOnePlus(e);
      slope[i] = (rho < 0 ? e : 1) / (1 + e);
    }
  }

  /** -|rho| = n log 2 + rest; n is left in the low bits of power. */
  private void reduce(double[] parameters) {
    for (int i = 0; i < power.length; i++) {
      double x = -Math.min(Math.abs(parameters[at + i]), LARGEST);
      double shifted = Math.fma(x, INVERSE_LOG_TWO, ROUNDER);
      double n = shifted - ROUNDER;
      rest[i] = Math.fma(n, -LOG_TWO_LOW, Math.fma(n, -LOG_TWO_HIGH, x));
      power[i] = shifted;
    }
  }

  private void raise() {
    for (int i = 0; i < power.length; i++) {
      long n = Double.doubleToRawLongBits(power[i]) - ROUNDER_BITS;
      power[i] = Double.longBitsToDouble((1023 + n) << 52);
    }
  }

  /** exp(r) for |r| up to log(2)/2: Taylor's series to the twelfth power. */
  private static double expNearZero(double r) {
    double p = Math.fma(r, 1.0 / 479001600, 1.0 / 39916800);
    p = Math.fma(r, p, 1.0 / 3628800);
    p = Math.fma(r, p, 1.0 / 362880);
    p = Math.fma(r, p, 1.0 / 40320);
    p = Math.fma(r, p, 1.0 / 5040);
    p = Math.fma(r, p, 1.0 / 720);
    p = Math.fma(r, p, 1.0 / 120);
    p = Math.fma(r, p, 1.0 / 24);
    p = Math.fma(r, p, 1.0 / 6);
    p = Math.fma(r, p, 0.5);
    p = Math.fma(r, p, 1);
    return Math.fma(r, p, 1);
  }

  /** log(1 + e) for e within 0 and 1: 2 artanh(e / (2 + e)) by its series in z^2, at most 1/9. */
  private static double logOfOnePlus(double e) {
    double z = e / (2 + e);
    double s = z * z;
    double p = Math.fma(s, 1.0 / 31, 1.0 / 29);
    p = Math.fma(s, p, 1.0 / 27);
    p = Math.fma(s, p, 1.0 / 25);
    p = Math.fma(s, p, 1.0 / 23);
    p = Math.fma(s, p, 1.0 / 21);
    p = Math.fma(s, p, 1.0 / 19);
    p = Math.fma(s, p, 1.0 / 17);
    p = Math.fma(s, p, 1.0 / 15);
    p = Math.fma(s, p, 1.0 / 13);
    p = Math.fma(s, p, 1.0 / 11);
    p = Math.fma(s, p, 1.0 / 9);
    p = Math.fma(s, p, 1.0 / 7);
    p = Math.fma(s, p, 1.0 / 5);
    p = Math.fma(s, p, 1.0 / 3);
    p = Math.fma(s, p, 1);
    return 2 * z * p;
  }

  /** One logarithm for eight scales, unless their product leaves the range of a double. */
  double sumOfLogs() {
    double sum = 0;
    for (int from = 0; from < scale.length; from += GROUP) {
      int end = Math.min(from + GROUP, scale.length);
      double product = 1;
      for (int i = from; i < end; i++) {
        product *= scale[i];
      }
      sum +=
          product > SMALL_PRODUCT && product < LARGE_PRODUCT
              ? StrictMath.log(product)
              : sumOfLogs(from, end);
    }
    return sum;
  }

  private double sumOfLogs(int from, int end) {
    double sum = 0;
    for (int i = from; i < end; i++) {
      sum += StrictMath.log(scale[i]);
    }
    return sum;
  }

  /** d sum log s / drho. */
  void addLogGradient(double[] gradient) {
    for (int i = 0; i < scale.length; i++) {
      gradient[at + i] += slope[i] / scale[i];
    }
  }

  /** The rho of a scale. */
  static double inverse(double scale) {
    return scale + StrictMath.log(-StrictMath.expm1(-scale));
  }
}
