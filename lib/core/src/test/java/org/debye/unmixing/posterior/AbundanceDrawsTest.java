package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.debye.inference.transform.Logits;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.NoiseModel;
import org.junit.jupiter.api.Test;

final class AbundanceDrawsTest {

  /** Draw d has the abundances (d + 1) / 1024 and the rest. */
  private static AbundanceDraws of(int draws, int room) {
    MixingModel model = new MixingModel(2, 1, 1, 1, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    MixingLayout layout = new MixingLayout(model, 1, MixingPrior.ofModel(), Logits.STRETCHED);
    AbundanceDraws kept = new AbundanceDraws(layout, room);
    double[] position = new double[layout.coordinates()];
    for (int draw = 0; draw < draws; draw++) {
      double part = (draw + 1) / 1024.0;
      layout.unconstrain(
          new Mixture(
              new double[] {0.5, 0.5},
              new double[2],
              new double[] {0.1},
              new double[] {1},
              new double[] {part, 1 - part}),
          1,
          position);
      kept.take(position);
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
    assertThat(summary.quantiles()[0][0]).isCloseTo(1 / 1024.0, within(1e-7));
    assertThat(summary.quantiles()[1][0]).isCloseTo(961 / 1024.0, within(1e-6));
    assertThat(summary.mean()[0]).isCloseTo(481 / 1024.0, within(1e-6));
    assertThat(summary.mean()[1]).isCloseTo(1 - 481 / 1024.0, within(1e-6));
  }

  @Test
  void allDrawsAreKeptWhereThereIsRoom() {
    AbundanceDraws kept = of(5, 16);
    Relabelling none = Relabelling.none(5, new GlobalsLayout(2, 1, 1, 0));
    AbundanceSummary summary = kept.summary(none, 0.5);
    assertThat(kept.size()).isEqualTo(5);
    assertThat(summary.quantiles()[0][0]).isCloseTo(3 / 1024.0, within(1e-8));
    assertThat(summary.sd()[0]).isCloseTo(Math.sqrt(2.5) / 1024, within(1e-8));
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
