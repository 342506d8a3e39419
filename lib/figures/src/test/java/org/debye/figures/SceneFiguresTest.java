package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneFiguresTest {
  private static final double[] NONE = {};

  @Test
  void pixelsStandInTheirRowsAndColumns() {
    // row 0: 0, 0.5, 1; row 1: 1, missing, 0
    double[] byRow = {0, 0.5, 1, 1, Double.NaN, 0};
    double[] byColumn = {0, 1, 0.5, Double.NaN, 1, 0};
    DrawnPage rows = map(ImageShape.PixelOrder.ROW_BY_ROW, byRow);
    DrawnPage columns = map(ImageShape.PixelOrder.COLUMN_BY_COLUMN, byColumn);
    for (DrawnPage drawn : List.of(rows, columns)) {
      assertThat(drawn.rgb(0, 0, 1 / 6.0, 0.75)).isEqualTo(0x440154);
      assertThat(drawn.rgb(0, 0, 3 / 6.0, 0.75)).isEqualTo(ColourMap.rgb(0.5));
      assertThat(drawn.rgb(0, 0, 5 / 6.0, 0.75)).isEqualTo(0xFDE725);
      assertThat(drawn.rgb(0, 0, 1 / 6.0, 0.25)).isEqualTo(0xFDE725);
      assertThat(drawn.rgb(0, 0, 5 / 6.0, 0.25)).isEqualTo(0x440154);
      assertThat(drawn.count(0, 0, 0xFFFFFF)).isGreaterThan(500);
      // slanted lines cross the middle of the lower row, where there is no value
      double darkest = 255;
      for (int i = 0; i < 40; i++) {
        darkest = Math.min(darkest, Sketch.luminance(drawn.rgb(0, 0, 0.4 + 0.005 * i, 0.25)));
      }
      assertThat(darkest).isLessThan(220);
      assertThat(drawn.area(0, 0).getWidth() / drawn.area(0, 0).getHeight()).isBetween(1.45, 1.55);
    }
  }

  private static DrawnPage map(ImageShape.PixelOrder order, double[] abundance) {
    return DrawnPage.of(
        new AbundanceMaps(
            "",
            new ImageShape(2, 3, order),
            "",
            List.of(new AbundanceMaps.Map("a", abundance, NONE))));
  }

  @Test
  void widthsHaveAScaleOfTheirOwn() {
    AbundanceMaps maps =
        new AbundanceMaps(
            "",
            new ImageShape(1, 2, ImageShape.PixelOrder.ROW_BY_ROW),
            "90 % interval",
            List.of(
                new AbundanceMaps.Map("a", new double[] {0.2, 0.8}, new double[] {0, 0.04}),
                new AbundanceMaps.Map("b", new double[] {0.8, 0.2}, new double[] {0.02, 0.04})));
    DrawnPage drawn = DrawnPage.of(maps);
    assertThat(drawn.rgb(0, 0, 0.25, 0.5)).isEqualTo(ColourMap.rgb(0.2));
    assertThat(drawn.rgb(1, 0, 0.75, 0.5)).isEqualTo(ColourMap.rgb(1));
    assertThat(drawn.rgb(1, 1, 0.25, 0.5)).isEqualTo(ColourMap.rgb(0.5));
  }

  @Test
  void imagesOfOtherSizesAreRefused() {
    assertThatThrownBy(
            () ->
                new AbundanceMaps(
                    "",
                    new ImageShape(2, 2, ImageShape.PixelOrder.ROW_BY_ROW),
                    "",
                    List.of(new AbundanceMaps.Map("a", new double[3], NONE))))
        .hasMessage("a has 3 abundances and 0 widths for 2 x 2 pixels");
    assertThatThrownBy(() -> new ImageShape(0, 2, ImageShape.PixelOrder.ROW_BY_ROW))
        .hasMessage("no image has 0 x 2 pixels");
  }

  @Test
  void endmembersThatOverlapStandApart() {
    assertThat(DrawnPage.of(Gallery.endmembers(0.05, 3)).page().grid().rows()).isEqualTo(3);
    assertThat(DrawnPage.of(Gallery.endmembers(1, 3)).page().grid().rows()).isEqualTo(1);
    assertThat(DrawnPage.of(Gallery.endmembers(0.05, 5)).page().grid().columns()).isEqualTo(2);
  }

  @Test
  void bandsLieAboutTheirLineAndEndAtGaps() throws Exception {
    double[] axis = {1, 2, 3, 4, 5};
    double[] centre = {1, 1, Double.NaN, 1, 1};
    double[] low = {0.5, 0.5, Double.NaN, 0.5, 0.5};
    double[] high = {1.5, 1.5, Double.NaN, 1.5, 1.5};
    EndmemberBands figure =
        new EndmemberBands(
            "",
            ScaledAxis.linear("Energy (eV)", axis),
            "Intensity (arb. units)",
            EndmemberBands.Arrangement.APART,
            List.of(
                EndmemberBands.Endmember.of(
                    "a", centre, EndmemberBands.Band.none(), new EndmemberBands.Band(low, high))));
    DrawnPage drawn = DrawnPage.of(figure);
    int band = drawn.rgb(0, 0, 0.1, 0.8);
    assertThat(band).isNotEqualTo(0xFFFFFF);
    assertThat(drawn.rgb(0, 0, 0.9, 0.8)).isEqualTo(band);
    assertThat(drawn.rgb(0, 0, 0.4, 0.8)).isEqualTo(0xFFFFFF);
    assertThat(SvgText.of(figure).texts()).contains("90 % band").doesNotContain("50 % band");
    assertThatThrownBy(
            () -> figure.endmembers().get(0).withReference("r", new double[2]).references().get(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () ->
                new EndmemberBands(
                    "",
                    figure.axis(),
                    "",
                    EndmemberBands.Arrangement.APART,
                    List.of(figure.endmembers().get(0).withReference("r", new double[2]))))
        .hasMessage("endmember a has 2 values on an axis of 5 points");
  }

  @Test
  void longAndEmptySpectraAreDrawn() throws Exception {
    double[] axis = new double[100_000];
    double[] values = new double[100_000];
    Arrays.setAll(axis, i -> i);
    Arrays.setAll(values, i -> Math.sin(i / 1000.0));
    double[] missing = {Double.NaN, Double.NaN};
    for (double[][] pair : new double[][][] {{axis, values}, {{1, 2}, missing}, {{1}, {2}}}) {
      EndmemberBands figure =
          new EndmemberBands(
              "",
              ScaledAxis.linear("x", pair[0]),
              "y",
              EndmemberBands.Arrangement.AUTOMATIC,
              List.of(
                  EndmemberBands.Endmember.of(
                      "a", pair[1], EndmemberBands.Band.none(), EndmemberBands.Band.none())));
      SvgText svg = SvgText.of(figure);
      assertThat(svg.bytes()).isLessThan(200_000);
      assertThat(svg.texts()).noneMatch(text -> text.contains("NaN"));
    }
  }

  @Test
  void seriesAreDrawnInTheirOrderAlongTheAxis() throws Exception {
    double[] across = {3, 1, 2, Double.NaN};
    double[] abundance = {1, 0, 0.5, 0.7};
    AbundanceSeries figure =
        new AbundanceSeries(
            "",
            ScaledAxis.linear("Load (N)", across),
            "90 % interval",
            List.of(new AbundanceSeries.Series("a", abundance, NONE, NONE)));
    DrawnPage drawn = DrawnPage.of(figure);
    // a straight line from 0 to 1: its middle is on it
    assertThat(drawn.rgb(0, 0, 0.5, 0.5)).isEqualTo(0x0072B2);
    assertThat(drawn.rgb(0, 0, 0.25, 0.75)).isEqualTo(0xFFFFFF);
    assertThat(SvgText.of(figure).texts()).contains("Load (N)").doesNotContain("90 % interval");
    assertThatThrownBy(
            () ->
                new AbundanceSeries(
                    "",
                    figure.across(),
                    "",
                    List.of(new AbundanceSeries.Series("a", abundance, NONE, abundance))))
        .hasMessage("a has 4 abundances and 0 limits for 4 frames");
  }
}
