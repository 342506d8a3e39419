package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

final class NormalProbabilityTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Test
  void isTheDistributionFunction() {
    for (double z = -30; z < 30; z += 0.0137) {
      double expected = NORMAL.cumulativeProbability(z);
      assertThat(NormalProbability.below(z)).isCloseTo(expected, within(1e-12 * expected));
    }
    assertThat(NormalProbability.below(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(NormalProbability.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(NormalProbability.below(Double.NaN)).isNaN();
  }

  @Test
  void isUndoneByTheQuantile() {
    for (double z = -30; z < 5; z += 0.0171) {
      double back = NormalQuantile.of(NormalProbability.below(z));
      assertThat(back).isCloseTo(z, within(1e-9));
    }
  }
}
