package org.debye.classification.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

final class ShiftedCopiesTest {
  private static final int POINTS = 200;

  @Test
  void aCopyIsTheSpectrumMovedByItsDistance() {
    for (double step : new double[] {0.5, -0.5}) {
      ShiftedCopies copies = ShiftedCopies.along(axis(step), List.of(-2.0, -0.7, 0.0, 1.0, 3.3));
      assertThat(copies.copies()).isEqualTo(5);
      for (int copy = 1; copy <= 5; copy++) {
        double shift = List.of(-2.0, -0.7, 0.0, 1.0, 3.3).get(copy - 1);
        float[] moved = peak(axis(step), 0);
        copies.change(moved, 3, POINTS, copy, RandomStreams.of(1).at(copies.stream(), 5, copy));
        float[] expected = peak(axis(step), shift);
        for (int p = 0; p < moved.length; p++) {
          // Linear between points 0.5 apart, of a curve that bends by 1/16 at most.
          assertThat(moved[p]).isCloseTo(expected[p], within(0.5f * 0.5f / 8 / 16 + 1e-5f));
        }
      }
    }
  }

  @Test
  void whatComesInFromBeyondAnEndIsTheValueThere() {
    float[] rising = new float[10];
    for (int p = 0; p < rising.length; p++) {
      rising[p] = p;
    }
    new ShiftedCopies(List.of(3.0)).change(rising, 0, 10, 1, RandomStreams.of(1).at("", 1, 1));
    assertThat(rising).containsExactly(0, 0, 0, 0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void pointsAtUnequalDistancesAreRefused() {
    double[] x = {1, 2, 4, 8};
    assertThatThrownBy(
            () -> ShiftedCopies.along(new SpectralAxis(AxisKind.ENERGY_EV, x), List.of(1.0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not at equal distances");
    assertThatThrownBy(() -> new ShiftedCopies(List.of(Double.NaN)))
        .isInstanceOf(InputException.class);
  }

  private static SpectralAxis axis(double step) {
    double[] x = new double[POINTS];
    for (int p = 0; p < POINTS; p++) {
      x[p] = 1000 + step * (p - POINTS / 2.0);
    }
    return new SpectralAxis(AxisKind.ENERGY_EV, x);
  }

  /** A Gaussian of variance 16, between three values that are no part of the spectrum. */
  private static float[] peak(SpectralAxis axis, double shift) {
    float[] values = new float[POINTS + 6];
    for (int p = 0; p < POINTS; p++) {
      double off = axis.values()[p] - 1000 - shift;
      values[3 + p] = (float) Math.exp(-off * off / 32);
    }
    return values;
  }
}
