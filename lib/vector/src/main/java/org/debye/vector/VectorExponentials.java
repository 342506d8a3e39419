package org.debye.vector;

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

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.Exponentials;

/**
 * {@link Exponentials} in the widest vectors of the machine: also the exponents' bits, which
 * HotSpot 17 does not vectorise by itself. Lanes do not meet, so the width does not change a bit.
 * Each method stays small: beyond 8000 bytecodes of inlined vector operations HotSpot would put
 * vectors on the heap.
 */
public final class VectorExponentials implements Exponentials {
  private static final VectorSpecies<Double> DOUBLES = Widest.DOUBLES;
  private static final VectorSpecies<Long> LONGS =
      VectorSpecies.of(long.class, DOUBLES.vectorShape());
  private static final int WIDTH = DOUBLES.length();
  static final int EXPONENT_SHIFT = 52;

  /** For {@link java.util.ServiceLoader}. */
  public VectorExponentials() {}

  @Override
  public void exp(double[] x, double[] exp) {
    for (int l = 0; l < LANES; l += WIDTH) {
      exp(DoubleVector.fromArray(DOUBLES, x, l)).intoArray(exp, l);
    }
  }

  /** exp(x), where |x| is at most 708. */
  static DoubleVector exp(DoubleVector value) {
    DoubleVector rounded =
        value.fma(
            DoubleVector.broadcast(DOUBLES, INVERSE_LOG_TWO),
            DoubleVector.broadcast(DOUBLES, ROUNDER));
    DoubleVector n = rounded.sub(DoubleVector.broadcast(DOUBLES, ROUNDER));
    DoubleVector high = n.fma(DoubleVector.broadcast(DOUBLES, -LOG_TWO_HIGH), value);
    DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -LOG_TWO_LOW), high);
    DoubleVector s = r.mul(r);
    DoubleVector even =
        s.fma(DoubleVector.broadcast(DOUBLES, C5), DoubleVector.broadcast(DOUBLES, C4))
            .fma(s, DoubleVector.broadcast(DOUBLES, C3))
            .fma(s, DoubleVector.broadcast(DOUBLES, C2))
            .fma(s, DoubleVector.broadcast(DOUBLES, C1))
            .fma(s, DoubleVector.broadcast(DOUBLES, 1.0));
    DoubleVector odd =
        s.fma(DoubleVector.broadcast(DOUBLES, S5), DoubleVector.broadcast(DOUBLES, S4))
            .fma(s, DoubleVector.broadcast(DOUBLES, S3))
            .fma(s, DoubleVector.broadcast(DOUBLES, S2))
            .fma(s, DoubleVector.broadcast(DOUBLES, S1))
            .fma(s, DoubleVector.broadcast(DOUBLES, 1.0))
            .mul(r);
    LongVector exponent =
        rounded.reinterpretAsLongs().sub(LongVector.broadcast(LONGS, ROUNDER_BITS));
    DoubleVector power =
        exponent
            .add(LongVector.broadcast(LONGS, 1023))
            .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
            .reinterpretAsDoubles();
    return power.mul(even.add(odd));
  }

  @Override
  public int sinhCosh(double[] x, double[] sinh, double[] cosh) {
    LongVector bits = LongVector.zero(LONGS);
    for (int l = 0; l < LANES; l += WIDTH) {
      DoubleVector value = DoubleVector.fromArray(DOUBLES, x, l);
      DoubleVector rounded =
          value.fma(
              DoubleVector.broadcast(DOUBLES, INVERSE_LOG_TWO),
              DoubleVector.broadcast(DOUBLES, ROUNDER));
      DoubleVector n = rounded.sub(DoubleVector.broadcast(DOUBLES, ROUNDER));
      DoubleVector high = n.fma(DoubleVector.broadcast(DOUBLES, -LOG_TWO_HIGH), value);
      DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -LOG_TWO_LOW), high);
      DoubleVector s = r.mul(r);
      DoubleVector even =
          s.fma(DoubleVector.broadcast(DOUBLES, C5), DoubleVector.broadcast(DOUBLES, C4))
              .fma(s, DoubleVector.broadcast(DOUBLES, C3))
              .fma(s, DoubleVector.broadcast(DOUBLES, C2))
              .fma(s, DoubleVector.broadcast(DOUBLES, C1))
              .fma(s, DoubleVector.broadcast(DOUBLES, 1.0));
      DoubleVector odd =
          s.fma(DoubleVector.broadcast(DOUBLES, S5), DoubleVector.broadcast(DOUBLES, S4))
              .fma(s, DoubleVector.broadcast(DOUBLES, S3))
              .fma(s, DoubleVector.broadcast(DOUBLES, S2))
              .fma(s, DoubleVector.broadcast(DOUBLES, S1))
              .fma(s, DoubleVector.broadcast(DOUBLES, 1.0))
              .mul(r);
      LongVector exponent =
          rounded.reinterpretAsLongs().sub(LongVector.broadcast(LONGS, ROUNDER_BITS));
      LongVector sign = exponent.lanewise(VectorOperators.ASHR, Long.SIZE - 1);
      bits = bits.or(exponent.lanewise(VectorOperators.XOR, sign));
      LongVector half = LongVector.broadcast(LONGS, 1022);
      DoubleVector power =
          half.add(exponent).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsDoubles();
      DoubleVector inverse =
          half.sub(exponent).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsDoubles();
      DoubleVector plus = power.mul(even.add(odd));
      DoubleVector minus = inverse.mul(even.sub(odd));
      plus.sub(minus).intoArray(sinh, l);
      plus.add(minus).intoArray(cosh, l);
    }
    return Long.SIZE - Long.numberOfLeadingZeros(bits.reduceLanes(VectorOperators.OR));
  }
}
