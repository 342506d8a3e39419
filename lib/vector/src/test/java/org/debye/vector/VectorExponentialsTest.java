package org.debye.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class VectorExponentialsTest {
  private final Exponentials plain = Exponentials.plain();
  private final Exponentials vector = new VectorExponentials();
  private final double[] x = new double[Exponentials.LANES];

  @Test
  void isFoundWhereTheModuleIs() {
    assertThat(Exponentials.fastest()).isInstanceOf(VectorExponentials.class);
  }

  /** Also after the just-in-time compiler took over, and also for what is no result at all. */
  @Test
  void everyBitIsThatOfThePlainLoops() {
    double[] reaches = {800, 20, 1, 1e-9, 1e20};
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, -1e308};
    for (int trial = 0; trial < 6_000; trial++) {
      RandomStream random = RandomStreams.of(70).at(trial);
      double reach = reaches[trial % reaches.length];
      Arrays.setAll(x, l -> reach * (2 * random.nextDouble() - 1));
      if (trial % 7 == 0) {
        x[trial % x.length] = odd[trial % odd.length];
      }
      double[] expected = new double[x.length];
      double[] found = new double[x.length];
      plain.exp(x, expected);
      vector.exp(x, found);
      assertThat(found).as("exp, trial %d", trial).containsExactly(expected);
      double[] expectedSinh = new double[x.length];
      double[] foundSinh = new double[x.length];
      int bits = plain.sinhCosh(x, expectedSinh, expected);
      assertThat(vector.sinhCosh(x, foundSinh, found)).isEqualTo(bits);
      assertThat(found).as("cosh, trial %d", trial).containsExactly(expected);
      assertThat(foundSinh).as("sinh, trial %d", trial).containsExactly(expectedSinh);
    }
  }
}
