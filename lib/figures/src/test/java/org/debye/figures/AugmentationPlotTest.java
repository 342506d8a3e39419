package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

/** What the picture of augmentations shows; {@link GalleryTest} draws it too. */
class AugmentationPlotTest {
  private static final SpectralAxis AXIS = Sketch.axis(200);

  @Test
  void bothCurvesAreInEachPanelAndTheirLightnessDiffers() {
    double[] before = new double[200];
    double[] same = new double[200];
    double[] raised = new double[200];
    Arrays.fill(raised, 1);
    AugmentationPlot figure =
        new AugmentationPlot(
            "a", AXIS, before, List.of(new AxisCurve("none", same), new AxisCurve("up", raised)));
    DrawnPage drawn = DrawnPage.of(figure);
    assertThat(coloured(drawn, 0, 1)).as("seen beside the line over it").isGreaterThan(300);
    assertThat(coloured(drawn, 0, -1)).isGreaterThan(300);
    assertThat(coloured(drawn, 1, 1)).isGreaterThan(300);
    assertThat(coloured(drawn, 1, -1)).isGreaterThan(300);
    int light = AugmentationPage.BEFORE.getRGB();
    int dark = AugmentationPage.AFTER.getRGB();
    assertThat(Sketch.luminance(light & 0xFFFFFF) - Sketch.luminance(dark & 0xFFFFFF))
        .isGreaterThan(80);
  }

  @Test
  void panelsAreNamedAndAxesHaveUnits() throws Exception {
    AugmentationPlot eight = AugmentationGallery.each();
    assertThat(eight.page().grid().columns()).isEqualTo(2);
    assertThat(eight.page().grid().rows()).isEqualTo(4);
    List<String> texts = SvgText.of(eight).texts();
    assertThat(texts)
        .contains(
            "magnitude warp (0.3, 4 knots)",
            "slice, angle warp, magnitude warp",
            "Intensity (arb. units)",
            "spectrum",
            "augmented");
    assertThat(texts.stream().filter("Scattering angle 2θ (deg)"::equals))
        .as("below the lowest panel of each column")
        .hasSize(2);
    assertThat(AugmentationGallery.composed().page().grid().columns()).isEqualTo(1);
  }

  @Test
  void curvesOfOtherLengthsAreRefused() {
    double[] right = new double[200];
    assertThatThrownBy(() -> new AugmentationPlot("a", AXIS, right, List.of()))
        .hasMessage("no augmentation to show");
    assertThatThrownBy(
            () ->
                new AugmentationPlot(
                    "a", AXIS, right, List.of(new AxisCurve("short", new double[3]))))
        .hasMessage("short has 3 points, the axis has 200");
    assertThatThrownBy(
            () ->
                new AugmentationPlot("a", AXIS, new double[9], List.of(new AxisCurve("x", right))))
        .hasMessage("the spectrum has 9 points, the axis has 200");
  }

  /** Pixels with more red than blue, or less: of one line or the other, its soft edges included. */
  private static int coloured(DrawnPage drawn, int row, int sign) {
    Rectangle2D area = drawn.area(row, 0);
    int count = 0;
    for (int y = (int) area.getMinY(); y < area.getMaxY(); y++) {
      for (int x = (int) area.getMinX(); x < area.getMaxX(); x++) {
        Color colour = new Color(drawn.image().getRGB(x, y));
        count += sign * (colour.getRed() - colour.getBlue()) > 20 ? 1 : 0;
      }
    }
    return count;
  }
}
