package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

class FrameGridTest {
  @Test
  void narrowLineOfOneFrameDoesNotVanish() {
    SpectralAxis axis = Sketch.axis(4000);
    RandomStream random = RandomStreams.of(3).at("spikes");
    for (int trial = 0; trial < 5; trial++) {
      int frame = (int) (5000 * random.nextDouble());
      int point = (int) (4000 * random.nextDouble());
      FrameGrid grid = new FrameGrid(axis, 5000, Pooling.MAXIMUM);
      float[] flat = new float[4000];
      for (int f = 0; f < 5000; f++) {
        flat[point] = f == frame ? 9 : 0;
        grid.add(f, flat);
      }
      assertThat(grid.rows() * grid.columns().count()).isLessThanOrEqualTo(960_000);
      assertThat(grid.cell(frame * 800 / 5000, (int) (point * 1200L / 4000)))
          .as("trial %d: frame %d, point %d", trial, frame, point)
          .isEqualTo(9);
    }
  }

  @Test
  void everyPointIsInExactlyOneColumn() {
    RandomStream random = RandomStreams.of(4).at("axes");
    for (int trial = 0; trial < 30; trial++) {
      int points = 1300 + (int) (4000 * random.nextDouble());
      double[] values = new double[points];
      for (int i = 1; i < points; i++) {
        values[i] = values[i - 1] + 0.5 + random.nextDouble() * (trial % 3);
      }
      if (trial % 2 == 1) {
        double[] forward = values.clone();
        Arrays.setAll(values, i -> forward[points - 1 - i]);
      }
      AxisColumns columns = new AxisColumns(values, 1200);
      int[] seen = new int[points];
      for (int c = 0; c < columns.count(); c++) {
        assertThat(columns.to(c)).isGreaterThan(columns.from(c));
        for (int i = columns.from(c); i < columns.to(c); i++) {
          seen[i]++;
        }
      }
      assertThat(seen).as("trial %d, %d points", trial, points).doesNotContain(0);
    }
  }

  @Test
  void columnsRunFromSmallToLargeWhateverTheAxisDoes() {
    SpectralAxis falling = new SpectralAxis(AxisKind.ENERGY_EV, new double[] {30, 20, 10});
    FrameGrid grid = new FrameGrid(falling, 1, Pooling.MAXIMUM);
    grid.add(0, new float[] {3, 2, 1});
    assertThat(grid.cell(0, 0)).isEqualTo(1);
    assertThat(grid.cell(0, 2)).isEqualTo(3);
    assertThat(grid.columns().low()).isEqualTo(5);
    assertThat(grid.columns().high()).isEqualTo(35);
  }

  @Test
  void unevenAxisIsDrawnWhereItsPointsAre() {
    SpectralAxis uneven = new SpectralAxis(AxisKind.Q_PER_NM, new double[] {0, 1, 2, 10});
    FrameGrid grid = new FrameGrid(uneven, 1, Pooling.MAXIMUM);
    grid.add(0, new float[] {1, 2, 3, 4});
    int columns = grid.columns().count();
    double width = (grid.columns().high() - grid.columns().low()) / columns;
    int atFive = (int) ((5 - grid.columns().low()) / width);
    int atEight = (int) ((8 - grid.columns().low()) / width);
    assertThat(grid.cell(0, atFive)).isEqualTo(3);
    assertThat(grid.cell(0, atEight)).isEqualTo(4);
  }

  @Test
  void meanPoolsAndMissingStaysMissing() {
    SpectralAxis axis = Sketch.axis(2);
    FrameGrid grid = new FrameGrid(axis, 1600, Pooling.MEAN);
    grid.add(0, new float[] {1, Float.NaN});
    grid.add(1, new float[] {4, Float.NaN});
    assertThat(grid.cell(0, 0)).isCloseTo(2.5f, within(1e-6f));
    assertThat(grid.cell(0, 1)).isNaN();
    assertThat(grid.cell(7, 0)).isNaN();
    assertThat(grid.hasMissing()).isTrue();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    FrameGrid grid = new FrameGrid(Sketch.axis(5), 3, Pooling.MAXIMUM);
    assertThatThrownBy(() -> grid.add(3, new float[5]))
        .hasMessage("frame 3 of 5 points does not fit a map of 3 frames of 5 points");
    assertThatThrownBy(() -> grid.add(0, new float[4])).hasMessageContaining("of 4 points");
    SpectralAxis twice = new SpectralAxis(AxisKind.CHANNEL, new double[] {1, 1, 2});
    assertThatThrownBy(() -> new FrameGrid(twice, 1, Pooling.MEAN))
        .hasMessageContaining("rise or fall strictly");
  }
}
