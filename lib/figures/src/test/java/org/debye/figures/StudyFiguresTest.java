package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyFiguresTest {
  private static final double[] NONE = {};

  @Test
  void cellsOfAGridHaveTheirColoursUnderOneScale() {
    DrawnPage drawn = DrawnPage.of(Gallery.errorGrid());
    for (int i = 0; i < 48; i++) {
      if (i != 20) {
        double value = 0.01 * (1 + i % 8) * (1 + i / 8);
        int expected = ColourMap.rgb((value - 0.01) / (0.48 - 0.01));
        double across = (i % 8 + 0.5) / 8;
        int below = i / 8;
        double up = (below + 0.5) / 6;
        assertThat(drawn.rgb(0, 0, across, up)).as("cell " + i).isEqualTo(expected);
        assertThat(drawn.rgb(0, 1, across, up)).isEqualTo(expected);
      }
    }
    // the cell without a value is hatched
    assertThat(drawn.count(0, 0, 0xFFFFFF)).isBetween(500, 2200);
    assertThat(drawn.page().legend().get(0).text()).isEqualTo("no value");
  }

  @Test
  void scatteredPointsFillBinsWithTheirMean() {
    double[] x = {0, 0.1, 1, 1, 0.2, 0.9, 1, 0, 0, 0.1, 0.9, 0.8};
    double[] y = {0, 0.1, 1, 0.9, 0.2, 0.1, 0, 1, 0.9, 0.8, 0.8, 0.7};
    double[] values = {1, 2, 10, 20, 6, 5, 7, Double.NaN, Double.NaN, Double.NaN, 30, 40};
    StudyCells cells = StudyCells.of(x, y, ErrorMaps.Tiling.BINS);
    assertThat(cells.isGrid()).isFalse();
    assertThat(cells.means(values)).containsExactly(3, 6, Double.NaN, 25);
    assertThat(cells.raster(2)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void nearestPointOwnsItsSurroundings() {
    double[] x = {0, 1, 0.4};
    double[] y = {0, 100, 60};
    StudyCells cells = StudyCells.of(x, y, ErrorMaps.Tiling.NEAREST);
    int[] raster = cells.raster(10);
    assertThat(raster[0]).isZero();
    assertThat(raster[99]).isEqualTo(1);
    assertThat(raster[54]).isEqualTo(2);
    assertThat(cells.means(new double[] {1, Double.NaN, 3})).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void repeatedPointsAreNoGrid() {
    double[] x = {0, 1, 0, 1};
    assertThat(StudyCells.of(x, new double[] {0, 0, 1, 1}, ErrorMaps.Tiling.BINS).isGrid())
        .isTrue();
    assertThat(StudyCells.of(x, new double[] {0, 0, 0, 1}, ErrorMaps.Tiling.BINS).isGrid())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(ErrorMaps.Tiling.class)
  void emptyOnePointAndMissingStudiesAreDrawn(ErrorMaps.Tiling tiling) throws Exception {
    for (double[] values : List.of(NONE, new double[] {2}, new double[] {Double.NaN})) {
      ErrorMaps maps =
          new ErrorMaps(
              "",
              ScaledAxis.logarithmic("a", values),
              ScaledAxis.linear("b", values),
              "error",
              ColourScale.LOGARITHMIC,
              tiling,
              List.of(new ErrorMaps.Panel("m", values)));
      assertThat(SvgText.of(maps).texts()).contains("a", "b", "error", "m");
    }
    assertThatThrownBy(
            () ->
                new ErrorMaps(
                    "",
                    ScaledAxis.linear("a", NONE),
                    ScaledAxis.linear("b", NONE),
                    "",
                    ColourScale.LINEAR,
                    tiling,
                    List.of(new ErrorMaps.Panel("m", new double[2]))))
        .hasMessage("m has 2 values for 0 points");
  }

  @Test
  void densityIsSilvermansKernelEstimate() {
    double[] values = {-1.3, -0.4, -0.1, 0.2, 0.35, 0.9, 2.1};
    Density density = Density.of(values, -4, 4);
    double area = Arrays.stream(density.y()).sum() * 8 / (Density.CELLS - 1);
    assertThat(area).isCloseTo(1, within(1e-6));
    // scipy.stats.norm.pdf of width 0.3982228315693125, averaged, at -1, 0 and 1
    double[] expected = {0.16687231440673603, 0.46033544252161124, 0.20207259286200588};
    for (int i = 0; i < 3; i++) {
      double place = (i - 1 + 4) / 8.0 * (Density.CELLS - 1);
      int left = (int) place;
      double share = place - left;
      double found = density.y()[left] * (1 - share) + density.y()[left + 1] * share;
      assertThat(found).isCloseTo(expected[i], within(5e-4));
    }
    assertThat(Density.of(NONE, 0, 1).highest()).isZero();
    assertThat(Density.of(new double[] {0.5, Double.NaN}, 0, 1).highest()).isPositive();
  }

  @Test
  void pointsBeyondTheLimitsAreCounted() throws Exception {
    double[] truth = new double[200];
    double[] estimate = new double[200];
    for (int i = 0; i < 200; i++) {
      truth[i] = i / 100.0;
      estimate[i] = truth[i] + (i % 2 == 0 ? 0.1 : -0.1);
    }
    estimate[7] = 50;
    estimate[9] = -70;
    estimate[11] = Double.NaN;
    for (EstimateAgainstTruth.View view : EstimateAgainstTruth.View.values()) {
      EstimateAgainstTruth figure =
          new EstimateAgainstTruth(
              "",
              "length (mm)",
              view,
              List.of(new EstimateAgainstTruth.Method("m", estimate, truth)));
      assertThat(SvgText.of(figure).texts())
          .contains("n = 199, 2 beyond the limits", "median |error| 0.1", "Truth (mm)")
          .contains("length (mm)");
    }
  }

  @Test
  void estimatesOfNothingOrOfManyAreDrawn() throws Exception {
    int many = 100_000;
    RandomStream random = RandomStreams.of(32).at(1);
    double[] truth = random.doubles(many).toArray();
    double[] estimate = Arrays.stream(truth).map(t -> t + 0.1 * random.nextGaussian()).toArray();
    EstimateAgainstTruth figure =
        new EstimateAgainstTruth(
            "",
            "x",
            EstimateAgainstTruth.View.ERROR,
            List.of(
                new EstimateAgainstTruth.Method("none", NONE, NONE),
                new EstimateAgainstTruth.Method("one", new double[] {0.5}, new double[] {0.4}),
                new EstimateAgainstTruth.Method("many", estimate, truth)));
    SvgText svg = SvgText.of(figure);
    assertThat(svg.texts()).contains("n = 0", "median |error| -", "n = 1", "median |error| 0.1");
    assertThat(svg.bytes()).isLessThan(400_000);
    assertThatThrownBy(() -> new EstimateAgainstTruth.Method("m", NONE, truth))
        .hasMessage("m has 0 estimates of 100000 true values");
  }

  @Test
  void coverageStandsWhereItsValueIs() {
    CoveragePlot plot =
        new CoveragePlot(
            "",
            "95 % bounds",
            List.of(
                new CoveragePlot.Panel(
                    "All",
                    List.of(
                        new CoveragePlot.Method(
                            "HMC", List.of(new CoveragePlot.Level(0.5, 0.7, 0.65, 0.75)))))));
    DrawnPage drawn = DrawnPage.of(plot);
    Pane pane = drawn.page().grid().pane(0, 0);
    double low = pane.up().getLowerBound();
    double share = (70 - low) / pane.up().getRange().getLength();
    assertThat(drawn.rgb(0, 0, 0.5, share)).isEqualTo(0x0072B2);
    double nominal = (50 - low) / pane.up().getRange().getLength();
    assertThat(drawn.rgb(0, 0, 0.5, nominal)).isNotEqualTo(0x0072B2);
    assertThatThrownBy(() -> new CoveragePlot.Level(0.5, 0.8, 0.1, 0.7))
        .hasMessageContaining("of nominal 0.5 is none");
    assertThatThrownBy(() -> new CoveragePlot.Level(50, 0.8, 0.1, 0.9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coverageOfNothingIsDrawn() {
    CoveragePlot.Level nothing = new CoveragePlot.Level(0.9, Double.NaN, Double.NaN, Double.NaN);
    CoveragePlot.Method method = new CoveragePlot.Method("HMC", List.of(nothing));
    for (List<CoveragePlot.Method> methods :
        List.of(List.<CoveragePlot.Method>of(), List.of(method))) {
      CoveragePlot plot =
          new CoveragePlot("", "b", List.of(new CoveragePlot.Panel("All", methods)));
      assertThat(DrawnPage.of(plot).count(0, 0, 0x0072B2)).isZero();
    }
  }

  @Test
  void costsBelowZeroHaveNoPlace() throws Exception {
    CostPlot plot =
        new CostPlot(
            "",
            ScaledAxis.linear("a", new double[] {1, 2, 3}),
            "ratio",
            List.of(
                new CostPlot.Series("s", new double[] {-1, 0, 100}),
                new CostPlot.Series("t", new double[] {Double.NaN, -1, 0})));
    assertThat(SvgText.of(plot).texts()).contains("s, median 100", "t, median -");
  }
}
