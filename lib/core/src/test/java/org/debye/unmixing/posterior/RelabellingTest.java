package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class RelabellingTest {
  private static final GlobalsLayout LAYOUT = new GlobalsLayout(3, 2, 1, 0);
  private static final int[][] RENAMINGS = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  /** Draws of three endmembers with their own spreads: w, C, s, L. */
  private static double[] draws(int count, double roaming, long seed) {
    double[] draws = new double[count * LAYOUT.width()];
    RandomStream random = RandomStreams.of(seed).at("draws");
    for (int draw = 0; draw < count; draw++) {
      double[] one = {
        0.5 + 0.02 * random.nextGaussian(),
        0.45 + 0.02 * random.nextGaussian(),
        0.05 + 0.01 * random.nextGaussian(),
        0.05 * random.nextGaussian(),
        0.05 * random.nextGaussian(),
        1 + 0.05 * random.nextGaussian(),
        0.05 * random.nextGaussian(),
        roaming * random.nextGaussian(),
        1 + roaming * random.nextGaussian(),
        0.1,
        0.1,
        0.3
      };
      System.arraycopy(one, 0, draws, draw * one.length, one.length);
    }
    return draws;
  }

  private static double[] renamed(double[] draws, long seed) {
    double[] out = new double[draws.length];
    RandomStream random = RandomStreams.of(seed).at("renamings");
    for (int at = 0; at < draws.length; at += LAYOUT.width()) {
      LAYOUT.relabel(draws, at, RENAMINGS[random.nextInt(6)], 0, out, at);
    }
    return out;
  }

  @Test
  void drawsWithRandomLabelsBecomeOneMode() {
    double[] draws = draws(400, 0.3, 1);
    Relabelling relabelling = Relabelling.of(renamed(draws, 2), LAYOUT, 17);
    double[] settled = relabelling.apply(renamed(draws, 2));
    assertThat(relabelling.switches()).isGreaterThan(250);
    // equal to the truth but for one renaming of all draws
    int agreeing = 0;
    for (int[] labels : RENAMINGS) {
      double[] whole = new double[draws.length];
      for (int at = 0; at < draws.length; at += LAYOUT.width()) {
        LAYOUT.relabel(draws, at, labels, 0, whole, at);
      }
      agreeing += Arrays.equals(whole, settled) ? 1 : 0;
    }
    assertThat(agreeing).isEqualTo(1);
  }

  /** Nearest to a pivot would exchange the roaming endmember with one that it passes behind. */
  @Test
  void anEndmemberThatRoamsAmongTheOthersKeepsItsLabelAndTheyKeepTheirs() {
    double[] draws = draws(400, 3, 3);
    Relabelling relabelling = Relabelling.of(draws, LAYOUT, 0);
    assertThat(relabelling.switches()).isZero();
    assertThat(relabelling.apply(draws)).isEqualTo(draws);
  }

  @Test
  void scalesAndASharedCorrelationKeepTheirPlaces() {
    double[] draws = draws(50, 0.3, 4);
    double[] settled = Relabelling.of(renamed(draws, 5), LAYOUT, 0).apply(renamed(draws, 5));
    for (int at = 0; at < draws.length; at += LAYOUT.width()) {
      assertThat(settled[at] + settled[at + 1] + settled[at + 2])
          .isCloseTo(draws[at] + draws[at + 1] + draws[at + 2], within(1e-12));
      assertThat(Arrays.copyOfRange(settled, at + 9, at + 12)).containsExactly(0.1, 0.1, 0.3);
    }
  }

  @Test
  void aFactorForEachEndmemberGoesWithIt() {
    GlobalsLayout layout = new GlobalsLayout(2, 3, 2, 1);
    double[] globals = new double[layout.width()];
    Arrays.setAll(globals, at -> at);
    // w 0 1, C 2..4 5..7, s 8..10, L 11..13 14..16, alpha1 17
    assertThat(layout.relabelled(globals, new int[] {1, 0}))
        .containsExactly(1, 0, 5, 6, 7, 2, 3, 4, 8, 9, 10, 14, 15, 16, 11, 12, 13, 17);
  }
}
