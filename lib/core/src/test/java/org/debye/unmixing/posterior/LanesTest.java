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

  @Test
  void logarithmsOfLargerShares() {
    RandomStream random = STREAMS.at("shares");
    double[] z = new double[Lanes.COUNT];
    double[] q = new double[Lanes.COUNT];
    double[] log = new double[Lanes.COUNT];
    for (double spread : new double[] {0.01, 1, 5, 40, 200}) {
      for (int l = 0; l < Lanes.COUNT; l++) {
        double odds = Math.exp(spread * random.nextGaussian());
        z[l] = 1 / (1 + odds);
        q[l] = odds * z[l];
      }
      Lanes.logOfLargerShare(z, q, log);
      for (int l = 0; l < Lanes.COUNT; l++) {
        assertThat(log[l]).isCloseTo(Math.log(Math.max(z[l], q[l])), within(3e-16));
      }
    }
  }

  @Test
  void limitsBySize() {
    RandomStream random = STREAMS.at("limits");
    double[] x = new double[Lanes.COUNT];
    Arrays.setAll(x, l -> 10 * random.nextGaussian());
    double[] limited = x.clone();
    Lanes.limitBySize(limited, 5.9);
    for (int l = 0; l < Lanes.COUNT; l++) {
      assertThat(limited[l]).isCloseTo(Math.max(-5.9, Math.min(5.9, x[l])), within(5e-15));
    }
  }
}
