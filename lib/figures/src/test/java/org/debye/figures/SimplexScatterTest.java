package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimplexScatterTest {
  @Test
  void eachEndmemberOfEachPanelHasItsEllipse() throws Exception {
    // each is drawn twice, its white rim first
    assertThat(ellipses(Gallery.corners())).isEqualTo(2 * 4 * 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void anyNumberOfEndmembersIsDrawnOverTwoCoordinates(int k) throws Exception {
    SimplexScatter one =
        new SimplexScatter("", List.of(Gallery.panel("", k, Math.max(2, k - 1), 0.05)));
    assertThat(ellipses(one)).isEqualTo(2L * k);
    SimplexScatter pairs = SimplexScatter.pairs("", Gallery.panel("", k, k - 1, 0.05));
    int all = (k - 1) * (k - 2) / 2;
    assertThat(pairs.panels()).hasSize(Math.max(1, Math.min(6, all)));
    assertThat(DrawnPage.of(pairs).page().legend()).isNotEmpty();
  }

  @Test
  void ellipseIsThatOfTheCovariance() {
    // variances 2 and 2 / 3 about (1, 2), uncorrelated
    double[] x = {3, 1, -1, 1};
    double[] y = {2, 3, 2, 1};
    CovarianceEllipse round = CovarianceEllipse.of(x, y, 0.9).orElseThrow();
    double q = 4.605170185988091; // qchisq(0.9, 2)
    assertThat(round.right()).isCloseTo(1 + Math.sqrt(q * 8 / 3), within(1e-12));
    assertThat(round.top()).isCloseTo(2 + Math.sqrt(q * 2 / 3), within(1e-12));
    assertThat(round.left() + round.right()).isCloseTo(2, within(1e-12));
  }

  @Test
  void ellipseHoldsItsShareOfANormalCloud() {
    RandomStream random = RandomStreams.of(31).at(1);
    int n = 100_000;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 3 * random.nextGaussian();
      y[i] = 0.5 * x[i] + 0.2 * random.nextGaussian();
    }
    CovarianceEllipse round = CovarianceEllipse.of(x, y, 0.9).orElseThrow();
    int inside = 0;
    for (int i = 0; i < n; i++) {
      double u = (x[i] - round.centreX()) / round.l11();
      double v = (y[i] - round.centreY() - round.l21() * u) / round.l22();
      inside += u * u + v * v <= 1 ? 1 : 0;
    }
    // four standard errors
    assertThat(inside / (double) n).isCloseTo(0.9, within(0.004));
  }

  @Test
  void twoDrawsHaveNoEllipse() throws Exception {
    assertThat(CovarianceEllipse.of(new double[] {0, 1}, new double[] {0, 1}, 0.9))
        .isEqualTo(Optional.empty());
    PointSet one = new PointSet(new double[] {0.5, 0.5}, 2);
    SimplexScatter scatter =
        new SimplexScatter(
            "", List.of(SimplexScatter.Panel.of("", one).withPosterior(List.of(one))));
    assertThat(ellipses(scatter)).isZero();
    assertThat(DrawnPage.of(scatter).count(0, 0, 0x0072B2)).isPositive();
  }

  @Test
  void nothingAndNaNAreDrawnAsNothing() throws Exception {
    PointSet missing = new PointSet(new double[] {Double.NaN, 1, 1, Double.NaN}, 2);
    for (PointSet points : List.of(PointSet.none(2), missing)) {
      SimplexScatter scatter =
          new SimplexScatter(
              "",
              List.of(
                  SimplexScatter.Panel.of("", points)
                      .withTruth(points)
                      .withEstimate("N-FINDR", points)
                      .withPosterior(List.of(points))));
      DrawnPage drawn = DrawnPage.of(scatter);
      assertThat(drawn.count(0, 0, 0xB8B8B8)).isZero();
      assertThat(drawn.count(0, 0, 0x222222)).isLessThan(2000); // the frame alone
      assertThat(SvgText.of(scatter).texts()).noneMatch(text -> text.contains("NaN"));
    }
  }

  @Test
  void manyObservationsBecomeASmallPictureOfTheirDensity() throws Exception {
    PointSet many = Gallery.mixtures(3, 2, 0.04, 100_000, Gallery.corners(3, 2));
    PointSet draws = Gallery.around(Gallery.corners(3, 2), 0, 0.1, 100_000);
    SimplexScatter scatter =
        new SimplexScatter(
            "", List.of(SimplexScatter.Panel.of("", many).withPosterior(List.of(draws))));
    SvgText svg = SvgText.of(scatter);
    assertThat(svg.images()).isEqualTo(1);
    assertThat(svg.bytes()).isLessThan(300_000);
    assertThat(svg.texts()).contains("density of observations (logarithmic)");
    assertThat(svg.texts()).doesNotContain("observed");
    // outside of the simplex is nothing, within it is something
    DrawnPage drawn = DrawnPage.of(scatter);
    assertThat(drawn.rgb(0, 0, 0.03, 0.95)).isEqualTo(0xFFFFFF);
    assertThat(drawn.rgb(0, 0, 0.5, 0.3)).isNotEqualTo(0xFFFFFF);
  }

  @Test
  void panelsOfDifferentMethodsShareOneLegend() throws Exception {
    PointSet corners = Gallery.corners(3, 2);
    SimplexScatter scatter =
        new SimplexScatter(
            "",
            List.of(
                SimplexScatter.Panel.of("a", corners).withEstimate("N-FINDR", corners),
                SimplexScatter.Panel.of("b", corners).withEstimate("VCA", corners)));
    DrawnPage drawn = DrawnPage.of(scatter);
    int vermilion = 0xD55E00;
    int green = 0x009E73;
    assertThat(drawn.count(0, 0, vermilion)).isPositive();
    assertThat(drawn.count(0, 0, green)).isZero();
    assertThat(drawn.count(0, 1, green)).isPositive();
    assertThat(drawn.count(0, 1, vermilion)).isZero();
  }

  @Test
  void longTitlesOfPanelsLoseTheirMiddles() throws Exception {
    SimplexScatter.Panel panel = Gallery.panel("first " + "word ".repeat(30) + "last", 3, 2, 0.1);
    SimplexScatter scatter = new SimplexScatter("", List.of(panel, panel, panel));
    assertThat(SvgText.of(scatter).texts())
        .filteredOn(text -> text.matches("first .*\\.\\.\\..* last"))
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).hasSizeLessThan(50));
  }

  @Test
  void unitsAreEquallyLongBothWays() {
    DrawnPage drawn = DrawnPage.of(Gallery.corners());
    Pane pane = drawn.page().grid().pane(1, 1);
    double across = pane.drawn().getWidth() / pane.across().getRange().getLength();
    double up = pane.drawn().getHeight() / pane.up().getRange().getLength();
    assertThat(across).isCloseTo(up, within(1e-9 * up));
  }

  @Test
  void otherDimensionsAreRefused() {
    PointSet plane = PointSet.none(2);
    SimplexScatter.Panel panel = SimplexScatter.Panel.of("p", plane);
    assertThatThrownBy(() -> panel.withTruth(PointSet.none(3)))
        .hasMessage("panel 'p': everything must have the observations' 2 coordinates");
    assertThatThrownBy(() -> panel.over(0, 2)).hasMessageContaining("2 coordinates");
    assertThatThrownBy(() -> new PointSet(new double[3], 2))
        .hasMessage("3 values are no points of 2 coordinates");
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(value);
  }

  private static long ellipses(Figure figure) throws Exception {
    return SvgText.of(figure).paths().stream()
        .filter(path -> path.endsWith("Z") && path.chars().filter(c -> c == 'L').count() == 179)
        .count();
  }
}
