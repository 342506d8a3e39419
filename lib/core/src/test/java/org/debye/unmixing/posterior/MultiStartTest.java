package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class MultiStartTest {
  private static final GlobalsLayout LAYOUT = new GlobalsLayout(2, 1, 1, 0);

  /** Globals w, w, C, C, s around given endmembers. */
  private static StartSummary start(
      double first, double second, double likelihood, int count, long seed) {
    RandomStream random = RandomStreams.of(seed).at("start");
    double[] draws = new double[count * LAYOUT.width()];
    for (int draw = 0; draw < count; draw++) {
      double[] one = {
        0.5,
        0.5,
        first + 0.1 * random.nextGaussian(),
        second + 0.1 * random.nextGaussian(),
        0.2 + 0.01 * random.nextGaussian()
      };
      System.arraycopy(one, 0, draws, draw * one.length, one.length);
    }
    return new StartSummary(LAYOUT, draws, likelihood, 0.5);
  }

  @Test
  void keepsTheHighestMeanLogLikelihoodWhateverTheNumberOfDraws() {
    MultiStart chosen =
        MultiStart.choose(
            List.of(start(0, 1, -3, 2000, 1), start(0, 1, 4, 300, 2), start(0, 1, 3, 500, 3)));
    assertThat(chosen.kept()).isEqualTo(1);
    assertThat(chosen.inMode()).isEqualTo(2);
    assertThat(chosen.worstRHat()).isBetween(0.99, 1.01);
    assertThat(chosen.worstEffectiveDraws()).isGreaterThan(400);
  }

  @Test
  void startsInARenamedModeAreInTheSameMode() {
    MultiStart chosen =
        MultiStart.choose(List.of(start(1, 0, 3.5, 500, 4), start(0, 1, 4, 500, 5)));
    assertThat(chosen.sameMode()).containsExactly(true, true);
    assertThat(chosen.matchings().get(0)).containsExactly(1, 0);
    assertThat(chosen.worstRHat()).isLessThan(1.01);
  }

  @Test
  void anotherPlaceIsAnotherMode() {
    MultiStart chosen =
        MultiStart.choose(List.of(start(0, 3, 3.9, 500, 6), start(0, 1, 4, 500, 7)));
    assertThat(chosen.sameMode()).containsExactly(false, true);
  }

  @Test
  void startsOfOneModeThatDisagreeHaveALargeRHat() {
    MultiStart chosen =
        MultiStart.choose(List.of(start(0, 1.1, 3.9, 500, 8), start(0, 1, 4, 500, 9)));
    assertThat(chosen.sameMode()).containsExactly(true, true);
    assertThat(chosen.worstRHat()).isGreaterThan(1.1);
  }

  @Test
  void aLikelihoodThatIsNoNumberIsNeverKept() {
    MultiStart chosen =
        MultiStart.choose(List.of(start(0, 1, Double.NaN, 300, 10), start(0, 1, -9, 300, 11)));
    assertThat(chosen.kept()).isEqualTo(1);
    assertThat(chosen.sameMode()).containsExactly(false, true);
  }
}
