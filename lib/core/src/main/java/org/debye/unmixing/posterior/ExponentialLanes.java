package org.debye.unmixing.posterior;

/**
 * The exponential function of a row of lanes, in two loops: exp(x) = 2^n (cosh r + sinh r) with n
 * the integer nearest to x / log 2 and |r| at most log(2) / 2. Cosine and sine are polynomials,
 * near to the best by their values at Chebyshev nodes, that agree with the functions to 2e-17; n
 * and r are exact to 1e-17 of x (Cody and Waite's two constants, fused). The result is within 1e-15
 * of itself.
 */
final class ExponentialLanes {
  private static final double INVERSE_LOG_TWO = 0x1.71547652b82fep+0;
  private static final double LOG_TWO_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LOG_TWO_LOW = 0x1.abc9e3b39803fp-56;

  /** Added to a number below 2^51, leaves its nearest integer in the lowest bits. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long ROUNDER_BITS = 0x4338000000000000L;

  private static final double C1 = 0x1.0000000000001p-1;
  private static final double C2 = 0x1.5555555553d63p-5;
  private static final double C3 = 0x1.6c16c1788bd90p-10;
  private static final double C4 = 0x1.a019b90d2ae7ap-16;
  private static final double C5 = 0x1.289185613a3d6p-22;
  private static final double S1 = 0x1.5555555555556p-3;
  private static final double S2 = 0x1.11111111109b3p-7;
  private static final double S3 = 0x1.a01a01a7c41d5p-13;
  private static final double S4 = 0x1.71de0dae63bb3p-19;
  private static final double S5 = 0x1.af38a9b0ec855p-26;

  private final double[] rounded = new double[Lanes.COUNT];
  private final double[] power = new double[Lanes.COUNT];
  private final double[] inversePower = new double[Lanes.COUNT];
  private final double[] even = new double[Lanes.COUNT];
  private final double[] odd = new double[Lanes.COUNT];

  /** cosh r of what was last reduced. */
  double[] even() {
    return even;
  }

  /** sinh r of what was last reduced. */
  double[] odd() {
    return odd;
  }

  /** 2^n after {@link #scale}, 2^(n-1) after {@link #scaleHalves}. */
  double[] power() {
    return power;
  }

  /** 2^(-n-1) after {@link #scaleHalves}. */
  double[] inversePower() {
    return inversePower;
  }

  /** Finds n, cosh r and sinh r of each x. */
  void reduce(double[] x) {
    double[] rounds = rounded;
    double[] cosh = even;
    double[] sinh = odd;
    for (int l = 0; l < Lanes.COUNT; l++) {
      double shifted = Math.fma(x[l], INVERSE_LOG_TWO, ROUNDER);
      double n = shifted - ROUNDER;
      double r = Math.fma(n, -LOG_TWO_LOW, Math.fma(n, -LOG_TWO_HIGH, x[l]));
      double s = r * r;
      rounds[l] = shifted;
      cosh[l] =
          Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, C5, C4), C3), C2), C1), 1);
      sinh[l] =
          r
              * Math.fma(
                  s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, S5, S4), S3), S2), S1), 1);
    }
  }

  /** 2^n, for |n| at most 1022. */
  void scale() {
    double[] rounds = rounded;
    double[] powers = power;
    for (int l = 0; l < Lanes.COUNT; l++) {
      long n = Double.doubleToRawLongBits(rounds[l]) - ROUNDER_BITS;
      powers[l] = Double.longBitsToDouble((1023 + n) << 52);
    }
  }

  /**
   * 2^(n-1) and 2^(-n-1).
   *
   * @return negative if one |n| is above the limit or an x was no number
   */
  long scaleHalves(long limit) {
    double[] rounds = rounded;
    double[] powers = power;
    double[] inverses = inversePower;
    long range = 0;
    for (int l = 0; l < Lanes.COUNT; l++) {
      long n = Double.doubleToRawLongBits(rounds[l]) - ROUNDER_BITS;
      range |= (limit + n) | (limit - n);
      powers[l] = Double.longBitsToDouble((1022 + n) << 52);
      inverses[l] = Double.longBitsToDouble((1022 - n) << 52);
    }
    return range;
  }
}
