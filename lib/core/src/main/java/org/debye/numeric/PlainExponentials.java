package org.debye.numeric;

import static org.debye.numeric.ExponentialConstants.C1;
import static org.debye.numeric.ExponentialConstants.C2;
import static org.debye.numeric.ExponentialConstants.C3;
import static org.debye.numeric.ExponentialConstants.C4;
import static org.debye.numeric.ExponentialConstants.C5;
import static org.debye.numeric.ExponentialConstants.INVERSE_LOG_TWO;
import static org.debye.numeric.ExponentialConstants.LOG_TWO_HIGH;
import static org.debye.numeric.ExponentialConstants.LOG_TWO_LOW;
import static org.debye.numeric.ExponentialConstants.ROUNDER;
import static org.debye.numeric.ExponentialConstants.ROUNDER_BITS;
import static org.debye.numeric.ExponentialConstants.S1;
import static org.debye.numeric.ExponentialConstants.S2;
import static org.debye.numeric.ExponentialConstants.S3;
import static org.debye.numeric.ExponentialConstants.S4;
import static org.debye.numeric.ExponentialConstants.S5;

/**
 * {@link Exponentials} in loops that HotSpot 17 vectorises, but for those over the bits of
 * exponents.
 */
final class PlainExponentials implements Exponentials {
  private final double[] rounded = new double[LANES];
  private final double[] power = new double[LANES];
  private final double[] inversePower = new double[LANES];
  private final double[] even = new double[LANES];
  private final double[] odd = new double[LANES];

  @Override
  public void exp(double[] x, double[] exp) {
    reduce(x);
    double[] rounds = rounded;
    double[] powers = power;
    for (int l = 0; l < LANES; l++) {
      long n = Double.doubleToRawLongBits(rounds[l]) - ROUNDER_BITS;
      powers[l] = Double.longBitsToDouble((1023 + n) << 52);
    }
    double[] cosh = even;
    double[] sinh = odd;
    for (int l = 0; l < LANES; l++) {
      exp[l] = powers[l] * (cosh[l] + sinh[l]);
    }
  }

  @Override
  public int sinhCosh(double[] x, double[] sinh, double[] cosh) {
    reduce(x);
    long bits = scaleHalves();
    double[] powers = power;
    double[] inverses = inversePower;
    double[] evens = even;
    double[] odds = odd;
    for (int l = 0; l < LANES; l++) {
      double plus = powers[l] * (evens[l] + odds[l]);
      double minus = inverses[l] * (evens[l] - odds[l]);
      sinh[l] = plus - minus;
      cosh[l] = plus + minus;
    }
    return Long.SIZE - Long.numberOfLeadingZeros(bits);
  }

  /** n, cosh r and sinh r of each x. */
  private void reduce(double[] x) {
    double[] rounds = rounded;
    double[] cosh = even;
    double[] sinh = odd;
    for (int l = 0; l < LANES; l++) {
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

  /** 2^(n-1) and 2^(-n-1); the bits that are set in any |n|, less 1 where n is negative. */
  private long scaleHalves() {
    double[] rounds = rounded;
    double[] powers = power;
    double[] inverses = inversePower;
    long bits = 0;
    for (int l = 0; l < LANES; l++) {
      long n = Double.doubleToRawLongBits(rounds[l]) - ROUNDER_BITS;
      bits |= n ^ (n >> 63);
      powers[l] = Double.longBitsToDouble((1022 + n) << 52);
      inverses[l] = Double.longBitsToDouble((1022 - n) << 52);
    }
    return bits;
  }
}
