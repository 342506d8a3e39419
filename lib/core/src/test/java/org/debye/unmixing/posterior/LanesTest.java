package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final RandomStreams STREAMS = RandomStreams.of(60);

  @Test
  void theExponentialIsExactToItsLastBits() {
    ExponentialLanes exponential = new ExponentialLanes();
    double[] x = new double[Lanes.COUNT];
    for (int trial = 0; trial < 2000; trial++) {
      RandomStream random = STREAMS.at("exp", trial);
      double reach = trial % 3 == 0 ? 700 : trial % 3 == 1 ? 20 : 0.4;
      Arrays.setAll(x, l -> reach * (2 * random.nextDouble() - 1));
      exponential.reduce(x);
      exponential.scale();
      for (int l = 0; l < Lanes.COUNT; l++) {
        double value = exponential.power()[l] * (exponential.even()[l] + exponential.odd()[l]);
        assertThat(value / StrictMath.exp(x[l])).as("exp(%s)", x[l]).isCloseTo(1, within(1e-15));
      }
      assertThat(exponential.scaleHalves(1100)).isNotNegative();
      for (int l = 0; l < Lanes.COUNT; l++) {
        double even = exponential.even()[l];
        double odd = exponential.odd()[l];
        double cosh =
            exponential.power()[l] * (even + odd) + exponential.inversePower()[l] * (even - odd);
        assertThat(cosh / StrictMath.cosh(x[l])).isCloseTo(1, within(1e-15));
      }
    }
  }

  @Test
  void coordinatesOutOfRangeAreSeen() {
    ExponentialLanes exponential = new ExponentialLanes();
    for (double bad :
        new double[] {300, -300, 1e17, -1e300, Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (int lane : new int[] {0, 77, Lanes.COUNT - 1}) {
        double[] x = new double[Lanes.COUNT];
        x[lane] = bad;
        exponential.reduce(x);
        assertThat(exponential.scaleHalves(400)).as("%s", bad).isNegative();
      }
    }
  }

  @Test
  void sumsAndLogarithmsOfProducts() {
    RandomStream random = STREAMS.at("sums");
    for (double spread : new double[] {-600, -5, -0.1, 0.1, 5, 600}) {
      double[] lanes = new double[Lanes.COUNT];
      Arrays.setAll(lanes, l -> Math.exp(spread * random.nextDouble()));
      double[] kept = lanes.clone();
      double expected = Arrays.stream(lanes).map(Math::log).sum();
      assertThat(Lanes.takeLogProduct(lanes))
          .isCloseTo(expected, within(1e-14 * Lanes.COUNT * Math.abs(spread)));
      assertThat(lanes).containsOnly(1);
      double sum = Arrays.stream(kept).sum();
      assertThat(Lanes.sum(kept)).isCloseTo(sum, within(1e-14 * sum));
    }
    double[] tiny = new double[Lanes.COUNT];
    Arrays.fill(tiny, 1e-300);
    assertThat(Lanes.takeLogProduct(tiny))
        .isCloseTo(Lanes.COUNT * -300 * Math.log(10), within(1e-8));
  }
}
