package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.Test;

class CurveFiguresTest {
  private final SpectralAxis axis = Sketch.axis(4000);

  @Test
  void waterfallLabelsItsCurvesAndItsAxes() throws Exception {
    List<Waterfall.Curve> curves = new ArrayList<>();
    for (int frame : Waterfall.chosen(349, 16)) {
      curves.add(new Waterfall.Curve("#" + frame, Sketch.intensity(axis, frame, 349)));
    }
    Waterfall figure = new Waterfall("ramp_0001", axis, "Frame", curves);
    SvgText svg = SvgText.of(figure);
    assertThat(svg.texts())
        .contains("ramp_0001", "Frame", "#0", "#348", "Scattering angle 2θ (deg)")
        .anyMatch(text -> text.matches("20(\\.0)?"))
        // labels stand there, not data
        .noneMatch(text -> text.matches("2[1-9].*|20\\.[1-9].*"));
    assertThat(svg.bytes()).isLessThan(2_000_000);
    BufferedImage image = FigureFile.image(figure);
    assertThat(image.getWidth()).isEqualTo(1800);
    assertThat(Sketch.inkShare(image)).isBetween(0.02, 0.5);
  }

  @Test
  void screeNamesBothAxesAndWhatIsKept() throws Exception {
    SvgText svg = SvgText.of(new ScreePlot("ramp", new double[] {0.6, 0.3, 0.06, 0.04}, 2));
    assertThat(svg.texts())
        .contains(
            "ramp: 2 components hold 90.00 %",
            "Explained variance (%)", "Cumulative explained variance (%)", "Principal component");
    assertThatThrownBy(() -> new ScreePlot("x", new double[] {1}, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 of 1 components");
  }

  @Test
  void classesBeyondTheColoursAreWrittenBesideTheirCurves() throws Exception {
    assertThat(SvgText.of(Gallery.classCurves(9)).texts()).contains("3: cluster 2", "Frame: class");
    assertThat(SvgText.of(Gallery.classCurves(2)).texts())
        .contains("3", "Frame", "cluster 0", "cluster 1");
    CurvePanels panels = Gallery.curvePanels();
    assertThatThrownBy(
            () ->
                new CurvePanels(
                    "x",
                    ScaledAxis.linear("Frame", new double[3]),
                    panels.panels(),
                    CurvePanels.Span.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cluster 0 has 90 values for 3 places");
  }

  @Test
  void firstCurveIsTheLowestAndAllStayInThePicture() {
    float[] low = new float[axis.points()];
    float[] high = new float[axis.points()];
    Arrays.fill(low, 1);
    Arrays.fill(high, 1);
    low[2000] = 50;
    high[1000] = 50;
    ChartRenderingInfo info = new ChartRenderingInfo();
    List<Waterfall.Curve> curves =
        List.of(new Waterfall.Curve("a", low), new Waterfall.Curve("b", high));
    BufferedImage image =
        new Waterfall("w", axis, "Frame", curves).chart().createBufferedImage(900, 600, info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    int column = (int) (area.getX() + 0.7 * area.getWidth() / 1.1);
    List<Double> darkest = new ArrayList<>();
    boolean inside = false;
    for (int y = (int) area.getMaxY() - 2; y > area.getY() + 1; y--) {
      double luminance = Sketch.luminance(image.getRGB(column, y));
      boolean ink = luminance < 200;
      if (ink && !inside) {
        darkest.add(luminance);
      } else if (ink) {
        darkest.set(darkest.size() - 1, Math.min(luminance, darkest.get(darkest.size() - 1)));
      }
      inside = ink;
    }
    assertThat(darkest).hasSize(2);
    assertThat(darkest.get(0)).isLessThan(darkest.get(1) - 40);
  }

  @Test
  void chosenFramesAreEvenAndHoldBothEnds() {
    assertThat(Waterfall.chosen(1, 10)).containsExactly(0);
    assertThat(Waterfall.chosen(3, 10)).containsExactly(0, 1, 2);
    assertThat(Waterfall.chosen(100, 4)).containsExactly(0, 33, 66, 99);
    assertThat(Waterfall.chosen(5000, 1000)).hasSize(Waterfall.MOST).contains(0, 4999);
  }

  @Test
  void waterfallRefusesWhatItCannotShow() {
    assertThatThrownBy(() -> new Waterfall("w", axis, "Frame", List.of()))
        .hasMessage("a waterfall shows 1 to 24 curves, got 0");
    List<Waterfall.Curve> odd = List.of(new Waterfall.Curve("7", new float[3]));
    assertThatThrownBy(() -> new Waterfall("w", axis, "Frame", odd))
        .hasMessage("curve 7 has 3 points, the axis has 4000");
  }

  @Test
  void waterfallOfNothingIsDrawnAllTheSame() {
    float[] none = new float[axis.points()];
    Arrays.fill(none, Float.NaN);
    Waterfall figure =
        new Waterfall(
            "w",
            axis,
            "Frame",
            List.of(
                new Waterfall.Curve("0", none),
                new Waterfall.Curve("1", new float[axis.points()])));
    assertThat(Sketch.inkShare(FigureFile.image(figure))).isGreaterThan(0.005);
  }

  @Test
  void thinnedCurveKeepsExtremesAndGaps() {
    float[] values = Sketch.intensity(axis, 3, 10);
    values[1234] = 900;
    values[2345] = -900;
    for (int i = 3000; i < 3010; i++) {
      values[i] = Float.NaN;
    }
    XYSeries series = Curves.series("x", axis.values(), values, 5);
    assertThat(series.getItemCount()).isLessThanOrEqualTo(3000);
    assertThat(series.getMaxY()).isEqualTo(905);
    assertThat(series.getMinY()).isEqualTo(-895);
    boolean gap = false;
    for (int i = 0; i < series.getItemCount(); i++) {
      double x = series.getX(i).doubleValue();
      boolean missing = Double.isNaN(series.getY(i).doubleValue());
      gap |= missing;
      assertThat(!missing || (x >= axis.values()[3000] && x <= axis.values()[3009])).isTrue();
    }
    assertThat(gap).isTrue();
  }

  @Test
  void spectrumShowsWhatItHas() throws Exception {
    float[] intensity = Sketch.intensity(axis, 0, 1);
    float[] sigma = new float[axis.points()];
    float[] baseline = new float[axis.points()];
    Arrays.fill(sigma, 8);
    Arrays.fill(baseline, 40);
    sigma[50] = Float.NaN;
    Spectrum all = new Spectrum(intensity, sigma, baseline);
    SpectrumFigure figure = new SpectrumFigure("scan 7", axis, all);
    assertThat(SvgText.of(figure).texts())
        .contains(
            "scan 7", "measured", "± one standard error", "baseline", "Intensity (arb. units)");
    BufferedImage full = FigureFile.image(figure);
    assertThat(count(full, FigureStyle.BAND.getRGB())).isGreaterThan(20_000);
    assertThat(count(full, FigureStyle.VERMILION.getRGB())).isGreaterThan(2_000);
    SpectrumFigure bare =
        new SpectrumFigure("scan 7", axis, new Spectrum(intensity, Spectrum.NONE, Spectrum.NONE));
    assertThat(SvgText.of(bare).texts()).contains("measured").doesNotContain("baseline");
    assertThat(count(FigureFile.image(bare), FigureStyle.BAND.getRGB())).isZero();
    assertThatThrownBy(
            () ->
                new SpectrumFigure("x", axis, new Spectrum(intensity, new float[2], Spectrum.NONE)))
        .hasMessageContaining("4000 intensities, 2 errors and 0 baseline values");
  }

  private static long count(BufferedImage image, int rgb) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(p -> p == rgb)
        .count();
  }
}
