package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTest {
  static Stream<String> names() {
    return Gallery.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void equalDataMakeEqualBytes(String name) throws Exception {
    byte[] first = svg(figure(name));
    assertThat(svg(figure(name))).isEqualTo(first);
    assertThat(first.length).isLessThan(1_000_000);
    SvgText text = SvgText.of(figure(name));
    assertThat(text.texts()).allSatisfy(t -> assertThat(t).doesNotContain("NaN"));
  }

  /** Panes lie within the page, above the legend, and do not meet. */
  @ParameterizedTest
  @MethodSource("names")
  void nothingCoversThePanes(String name) {
    DrawnPage drawn = DrawnPage.of((PageFigure) figure(name));
    PaneGrid grid = drawn.page().grid();
    Rectangle2D page =
        new Rectangle2D.Double(0, 30, drawn.image().getWidth(), drawn.image().getHeight() - 60);
    for (int a = 0; a < grid.rows() * grid.columns(); a++) {
      for (int b = 0; b < a; b++) {
        if (there(grid, a) && there(grid, b)) {
          assertThat(area(grid, a).intersects(area(grid, b))).isFalse();
        }
      }
      if (there(grid, a)) {
        assertThat(page.contains(area(grid, a))).isTrue();
        assertThat(area(grid, a).getWidth()).isGreaterThan(60);
        assertThat(area(grid, a).getHeight()).isGreaterThan(60);
      }
    }
  }

  @Test
  void pngIsTheSameTwiceAndTwicePointsWide() throws IOException {
    Figure figure = Gallery.corners();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    FigureFile.png(figure, first);
    FigureFile.png(figure, second);
    assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
    assertThat(FigureFile.image(figure).getWidth()).isEqualTo(1800);
  }

  @Test
  void axesAndLegendsSpeakOfWhatTheyShow() throws Exception {
    Map<String, Set<String>> expected =
        Map.of(
            "simplex-corners",
            Set.of("α₁ = 10, σ = 0.3", "N-FINDR", "posterior draws", "Coordinate 2"),
            "errors-bins",
            Set.of("Concentration α₁", "Noise scale σ", "Frobenius error (dimensionless)", "0.5"),
            "truth-error",
            Set.of("Estimate − truth (dimensionless)", "Truth (dimensionless)", "no error"),
            "coverage",
            Set.of("Nominal coverage (%)", "VI mean field", "Bars: 95 % binomial bounds."),
            "trace",
            Set.of("C[1,1]", "Draw", "chain 4", "divergent draw"),
            "endmembers-apart",
            Set.of("Wavelength (nm)", "Reflectance", "90 % band", "reference", "N-FINDR"),
            "abundance-maps",
            Set.of("Abundance", "Width, 90 % interval", "endmember 3", "no value"),
            "abundance-series",
            Set.of("Pressure (GPa)", "Abundance", "90 % interval"),
            "cost",
            Set.of("CPU time beside mean-field VI", "HMC / VI, median 8.21"),
            "energy",
            Set.of("E-BFMI 0.278", "chain 4"));
    for (Map.Entry<String, Set<String>> entry : expected.entrySet()) {
      Figure figure = figure(entry.getKey());
      assertThat(SvgText.of(figure).texts()).as(entry.getKey()).containsAll(entry.getValue());
    }
  }

  private static Figure figure(String name) {
    return Objects.requireNonNull(Gallery.all().get(name), name);
  }

  private static byte[] svg(Figure figure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FigureFile.svg(figure, out);
    return out.toByteArray();
  }

  private static boolean there(PaneGrid grid, int place) {
    return grid.has(place / grid.columns(), place % grid.columns());
  }

  private static Rectangle2D area(PaneGrid grid, int place) {
    return grid.pane(place / grid.columns(), place % grid.columns()).drawn();
  }
}
