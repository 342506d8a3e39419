package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AbundanceDrawsTest {

  private static AbundanceDraws of(int draws, int room) {
    AbundanceDraws kept = new AbundanceDraws(1, 2, room);
    for (int draw = 0; draw < draws; draw++) {
      if (kept.wanted()) {
        kept.keep(new double[] {draw / 1024.0, 1 - draw / 1024.0});
      } else {
        kept.pass();
      }
    }
    return kept;
  }

  @Test
  void keepsEvenlySpacedDrawsInItsRoom() {
    AbundanceDraws kept = of(1000, 16);
    assertThat(kept.size()).isBetween(8, 16);
    Relabelling none = Relabelling.none(1000, new GlobalsLayout(2, 1, 1, 0));
    AbundanceSummary summary = kept.summary(none, 0.001, 0.999);
    // every 64th of 1000: 0, 64 .. 960
    assertThat(kept.size()).isEqualTo(16);
    assertThat(summary.quantiles()[0][0]).isZero();
    assertThat(summary.quantiles()[1][0]).isEqualTo(960 / 1024.0);
    assertThat(summary.mean()[0]).isCloseTo(480 / 1024.0, within(1e-12));
    assertThat(summary.mean()[1]).isCloseTo(1 - 480 / 1024.0, within(1e-7));
  }

  @Test
  void allDrawsAreKeptWhereThereIsRoom() {
    AbundanceDraws kept = of(5, 16);
    Relabelling none = Relabelling.none(5, new GlobalsLayout(2, 1, 1, 0));
    AbundanceSummary summary = kept.summary(none, 0.5);
    assertThat(kept.size()).isEqualTo(5);
    assertThat(summary.quantiles()[0][0]).isEqualTo(2 / 1024.0);
    assertThat(summary.sd()[0]).isCloseTo(Math.sqrt(2.5) / 1024, within(1e-12));
  }

  @Test
  void quantilesHoldWhatTheyClaimOfAFurtherDraw() {
    double[] values = new double[99];
    for (int at = 0; at < 99; at++) {
      values[at] = at + 1;
    }
    // 99 draws cut the line into 100 equally probable parts
    assertThat(Quantiles.ofSorted(values, 0.05)).isCloseTo(5, within(1e-12));
    assertThat(Quantiles.ofSorted(values, 0.95)).isCloseTo(95, within(1e-12));
    assertThat(Quantiles.ofSorted(values, 0.001)).isEqualTo(1);
  }
}
