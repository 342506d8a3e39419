package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.debye.figures.PlaneMaps.Colouring;
import org.debye.figures.PlaneMaps.Panel;
import org.junit.jupiter.api.Test;

/** What maps of spectra show, pixel by pixel; {@link GalleryTest} draws them too. */
class PlaneMapsTest {
  private static final PointSet CORNERS = new PointSet(new double[] {0, 0, 4, 4, 0, 4, 4, 0}, 2);

  @Test
  void pointsHaveTheColourOfTheirClass() throws Exception {
    PlaneMaps figure =
        new PlaneMaps(
            "maps",
            new Colouring.ByClass(List.of("before", "after")),
            List.of(new Panel("spectra", CORNERS, new double[] {0, 0, 1, Double.NaN})));
    DrawnPage drawn = DrawnPage.of(figure);
    int before = SeriesStyle.paired(0).colour().getRGB();
    int after = SeriesStyle.paired(1).colour().getRGB();
    assertThat(drawn.count(0, 0, before)).isBetween(60, 140);
    assertThat(drawn.count(0, 0, after)).isBetween(30, 70);
    assertThat(drawn.count(0, 0, FigureStyle.CROWD.getRGB())).isBetween(5, 20);
    assertThat(SvgText.of(figure).texts())
        .contains("spectra", "before", "after", "no label", "UMAP 1", "UMAP 2")
        .doesNotContain("4");
  }

  @Test
  void pointsHaveTheColourOfTheirPlaceInACourse() throws Exception {
    PlaneMaps figure =
        new PlaneMaps(
            "maps",
            new Colouring.ByCourse("Frame"),
            List.of(
                new Panel("spectra", CORNERS, new double[] {0, 10, 10, 10}),
                new Panel("encoder", CORNERS, new double[] {10, 10, 0, 10})));
    DrawnPage drawn = DrawnPage.of(figure);
    for (int column = 0; column < 2; column++) {
      assertThat(drawn.count(0, column, ColourMap.rgb(0))).isBetween(25, 70);
      assertThat(drawn.count(0, column, ColourMap.rgb(1))).isBetween(90, 210);
    }
    assertThat(SvgText.of(figure).texts()).contains("spectra", "encoder", "Frame", "10");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Panel("spectra", CORNERS, new double[3]))
        .hasMessage("map 'spectra': 3 values of 4 points with 2 coordinates");
    assertThatThrownBy(() -> new PlaneMaps("x", new Colouring.ByCourse("Frame"), List.of()))
        .hasMessage("no map to show");
  }
}
