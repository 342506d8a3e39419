package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.debye.spectra.SpectralAxis;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.Test;

class FrameMapTest {
  private static final FrameMap.Contrast LINEAR = new FrameMap.Contrast(ColourScale.LINEAR, 0, 1);

  @Test
  void cellsStandWhereTheirAxesSay() {
    SpectralAxis axis = Sketch.axis(101);
    FrameGrid grid = new FrameGrid(axis, 10, Pooling.MAXIMUM);
    for (int f = 0; f < 10; f++) {
      float[] values = new float[101];
      values[25] = 1; // 12.5 degrees, every frame
      values[75] = f == 9 ? 1 : 0; // 17.5 degrees, the last frame only
      values[50] = Float.NaN;
      grid.add(f, values);
    }
    ChartRenderingInfo info = new ChartRenderingInfo();
    BufferedImage image =
        new FrameMap("map", grid, LINEAR, null).chart().createBufferedImage(900, 600, info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    assertThat(colour(image, area, 25, 101, 0.05)).isEqualTo(0xFDE725);
    assertThat(colour(image, area, 25, 101, 0.95)).isEqualTo(0xFDE725);
    assertThat(colour(image, area, 75, 101, 0.95)).isEqualTo(0xFDE725);
    assertThat(colour(image, area, 75, 101, 0.05)).isEqualTo(0x440154);
    assertThat(colour(image, area, 10, 101, 0.5)).isEqualTo(0x440154);
    assertThat(colour(image, area, 50, 101, 0.5)).isEqualTo(ColourMap.MISSING);
  }

  @Test
  void largeNoisyMapIsASmallWellFormedSvgWithItsLabels() throws Exception {
    SpectralAxis axis = Sketch.axis(4000);
    FrameGrid grid = new FrameGrid(axis, 500, Pooling.MAXIMUM);
    double[] pressure = new double[500];
    for (int f = 0; f < 500; f++) {
      grid.add(f, Sketch.intensity(axis, f, 500));
      pressure[f] = 0.5 + 0.17 * f;
    }
    FrameMap map =
        new FrameMap(
            "ramp_0001 <a&b>",
            grid,
            FrameMap.Contrast.usual(),
            Condition.named("pressure_GPa", pressure));
    SvgText svg = SvgText.of(map);
    assertThat(svg.bytes()).isLessThan(2_000_000);
    assertThat(svg.images()).isEqualTo(1);
    assertThat(svg.texts())
        .contains(
            "ramp_0001 <a&b>",
            "Scattering angle 2θ (deg)",
            "Frame",
            "Pressure (GPa)",
            "Intensity (arb. units), square-root scale",
            "17.5", // 100 frames up
            "100")
        .doesNotContain("Grey: no data");
    assertThat(Sketch.inkShare(FigureFile.image(map))).isGreaterThan(0.5);
  }

  @Test
  void mapsOfNearlyNothingAreDrawnAllTheSame() throws Exception {
    SpectralAxis axis = Sketch.axis(2);
    for (ColourScale scale : ColourScale.values()) {
      for (float value : new float[] {Float.NaN, 0, -3, 7}) {
        FrameGrid grid = new FrameGrid(axis, 1, Pooling.MEAN);
        float[] values = new float[2];
        Arrays.fill(values, value);
        grid.add(0, values);
        FrameMap map =
            new FrameMap(
                "x",
                grid,
                new FrameMap.Contrast(scale, 0, 1),
                new Condition("T (K)", new double[] {Double.NaN}));
        assertThat(Sketch.inkShare(FigureFile.image(map)))
            .as("%s %s", scale, value)
            .isGreaterThan(0.3);
        assertThat(SvgText.of(map).texts().contains("Grey: no data")).isEqualTo(Float.isNaN(value));
      }
    }
  }

  @Test
  void logarithmicBarIsTickedInDecades() throws Exception {
    SpectralAxis axis = Sketch.axis(50);
    FrameGrid grid = new FrameGrid(axis, 1, Pooling.MAXIMUM);
    float[] values = new float[50];
    for (int i = 0; i < 50; i++) {
      values[i] = (float) Math.pow(10, 3.0 * i / 49);
    }
    grid.add(0, values);
    FrameMap map =
        new FrameMap("x", grid, new FrameMap.Contrast(ColourScale.LOGARITHMIC, 0, 1), null);
    assertThat(SvgText.of(map).texts())
        .contains("1", "2", "5", "10", "50", "200", "Intensity (arb. units), logarithmic scale");
    assertThat(DecadeAxis.label(2, -2)).isEqualTo("0.02");
    assertThat(DecadeAxis.label(5, 3)).isEqualTo("5000");
    assertThat(DecadeAxis.label(1, 7)).isEqualTo("1e7");
  }

  @Test
  void conditionsAreNamedAndRounded() {
    assertThat(Condition.named("pressure_GPa", new double[] {1}).label())
        .isEqualTo("Pressure (GPa)");
    assertThat(Condition.named("sample_temperature_K", new double[] {1}).label())
        .isEqualTo("Sample temperature (K)");
    assertThat(Condition.named("load", new double[] {1}).label()).isEqualTo("Load");
    Condition small = new Condition("x", new double[] {0.00123, Double.NaN});
    assertThat(small.text(0)).isEqualTo("0.00123");
    assertThat(small.text(1)).isEmpty();
    assertThat(small.text(-1)).isEmpty();
    assertThat(small.text(2)).isEmpty();
    assertThat(new Condition("x", new double[] {1234.7}).text(0)).isEqualTo("1235");
  }

  private static int colour(
      BufferedImage image, Rectangle2D area, int column, int columns, double up) {
    int x = (int) (area.getX() + (column + 0.5) / columns * area.getWidth());
    int y = (int) (area.getMaxY() - up * area.getHeight());
    return image.getRGB(x, y) & 0xFFFFFF;
  }
}
