package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExponentialsTest {
  private static final RandomStreams STREAMS = RandomStreams.of(60);

  private final Exponentials exponentials = Exponentials.plain();
  private final double[] x = new double[Exponentials.LANES];
  private final double[] exp = new double[Exponentials.LANES];
  private final double[] sinh = new double[Exponentials.LANES];
  private final double[] cosh = new double[Exponentials.LANES];

  @Test
  void valuesAreExactToTheirLastBits() {
    double[] reaches = {700, 20, 0.4, 1e-5};
    for (int trial = 0; trial < 800; trial++) {
      RandomStream random = STREAMS.at("exp", trial);
      double reach = reaches[trial % reaches.length];
      Arrays.setAll(x, l -> reach * (2 * random.nextDouble() - 1));
      exponentials.exp(x, exp);
      int bits = exponentials.sinhCosh(x, sinh, cosh);
      double largest = 0;
      for (int l = 0; l < x.length; l++) {
        largest = Math.max(largest, Math.abs(x[l]));
        double expected = StrictMath.cosh(x[l]);
        assertThat(exp[l] / StrictMath.exp(x[l])).as("exp(%s)", x[l]).isCloseTo(1, within(1e-15));
        assertThat(cosh[l] / expected).as("cosh(%s)", x[l]).isCloseTo(1, within(1e-15));
        assertThat((sinh[l] - StrictMath.sinh(x[l])) / expected).isCloseTo(0, within(1e-15));
      }
      double exponent = Math.rint(largest / Math.log(2));
      assertThat(Math.scalb(1.0, bits)).isGreaterThanOrEqualTo(exponent);
      assertThat(Math.scalb(1.0, bits - 1)).isLessThanOrEqualTo(Math.max(exponent, 0.5));
    }
  }

  @Test
  void whatIsOutOfRangeIsSeen() {
    for (double bad :
        new double[] {800, -800, 1e17, -1e300, Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (int lane : new int[] {0, 77, Exponentials.LANES - 1}) {
        Arrays.fill(x, 0);
        x[lane] = bad;
        assertThat(exponentials.sinhCosh(x, sinh, cosh)).as("%s", bad).isGreaterThan(10);
      }
    }
  }

  @Test
  void withoutTheVectorModuleTheLoopsArePlain() {
    assertThat(Exponentials.fastest()).isInstanceOf(PlainExponentials.class);
  }
}
