package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

/** What the pictures of classifiers show, pixel by pixel; {@link GalleryTest} draws them all. */
class ClassifierFiguresTest {
  private static final int LIGHT = ColourMap.rgb(1);
  private static final int DARK = ColourMap.rgb(0);
  private static final ScaledAxis FOUR = ScaledAxis.linear("Frame", new double[] {0, 1, 2, 3});

  @Test
  void binCountsHaveAPanelForEachKnownQuantity() throws Exception {
    double[] unknown = {Double.NaN, Double.NaN};
    BinCountPlot figure =
        new BinCountPlot(
            "bins",
            List.of(
                new BinCountPlot.Model(
                    "end to end", new int[] {1, 15}, new double[] {0.9, 1}, unknown, unknown)));
    assertThat(figure.page().grid().rows()).isEqualTo(1);
    assertThat(SvgText.of(figure).texts())
        .contains("Number of bins", "Confidence (%)", "100")
        .doesNotContain("Epochs", "Training time (s)", "end to end");
    assertThat(SvgText.of(ClassifierGallery.binCounts()).texts())
        .contains("Epochs", "Training time (s)", "independent networks", "end to end");
    assertThatThrownBy(() -> new BinCountPlot.Model("x", new int[] {1}, unknown, unknown, unknown))
        .hasMessage("x: 1 numbers of bins, 2 confidences, 2 epochs, 2 times");
  }

  @Test
  void stripsAreColouredByClassFromTheTop() throws Exception {
    ClassStrips figure =
        new ClassStrips(
            "classes",
            FOUR,
            List.of("before", "after"),
            List.of(
                new ClassStrips.Strip("truth", new int[] {0, 0, 1, 1}),
                new ClassStrips.Strip("18 bins", new int[] {0, 0, 0, -1})));
    DrawnPage drawn = DrawnPage.of(figure);
    int before = SeriesStyle.paired(0).colour().getRGB() & 0xFFFFFF;
    int after = SeriesStyle.paired(1).colour().getRGB() & 0xFFFFFF;
    assertThat(drawn.rgb(0, 0, 0.45, 0.72)).isEqualTo(before);
    assertThat(drawn.rgb(0, 0, 0.55, 0.72)).isEqualTo(after);
    assertThat(drawn.rgb(0, 0, 0.55, 0.27)).isEqualTo(before);
    assertThat(drawn.rgb(0, 0, 0.95, 0.27)).as("no class").isEqualTo(0xFFFFFF);
    assertThat(SvgText.of(figure).texts()).contains("truth", "18 bins", "before", "after", "Frame");
    assertThatThrownBy(
            () ->
                new ClassStrips(
                    "x", ScaledAxis.linear("Frame", new double[] {1, 0}), List.of(), List.of()))
        .hasMessage("Frame must rise: 0.0 follows 1.0");
  }

  @Test
  void barsAreAsHighAsBinsAreBelieved() throws Exception {
    SpectralAxis axis = Sketch.axis(100);
    BinWeightsPlot figure =
        new BinWeightsPlot("bins", axis, new double[] {1, 0.5}, new double[] {1, 0}, List.of());
    DrawnPage drawn = DrawnPage.of(figure);
    int bar = FigureStyle.BAND.getRGB() & 0xFFFFFF;
    assertThat(drawn.rgb(0, 0, 0.25, 0.9)).isEqualTo(bar);
    assertThat(drawn.rgb(0, 0, 0.25, 0.98)).isNotEqualTo(bar);
    assertThat(drawn.rgb(0, 0, 0.75, 0.1)).isNotEqualTo(bar);
    assertThat(SvgText.of(figure).texts())
        .contains("believability weight", "accuracy of points", "Scattering angle 2θ (deg)");
    assertThatThrownBy(() -> new BinWeightsPlot("x", axis, new double[2], new double[3], List.of()))
        .hasMessage("2 accuracies and 3 weights of bins of 100 points");
  }

  @Test
  void importanceIsFilledOnItsSideOfZero() throws Exception {
    SpectralAxis axis = Sketch.axis(3000);
    double[] values = new double[3000];
    Arrays.setAll(values, i -> i < 1500 ? 1 : -1);
    double[] other = Arrays.stream(values).map(v -> v / 10).toArray();
    List<AxisCurve> panels = List.of(new AxisCurve("a", values), new AxisCurve("b", other));
    ImportancePlot figure =
        new ImportancePlot("i", axis, panels, ImportancePlot.Scale.COMMON, List.of());
    DrawnPage drawn = DrawnPage.of(figure);
    int above = AxisPanes.FOR.getRGB() & 0xFFFFFF;
    int below = AxisPanes.AGAINST.getRGB() & 0xFFFFFF;
    assertThat(drawn.rgb(0, 0, 0.25, 0.8)).isEqualTo(above);
    assertThat(drawn.rgb(0, 0, 0.75, 0.2)).isEqualTo(below);
    assertThat(drawn.rgb(0, 0, 0.25, 0.2)).isNotIn(above, below);
    assertThat(drawn.rgb(1, 0, 0.25, 0.8)).as("a tenth as high").isNotIn(above, below);
    ImportancePlot own = new ImportancePlot("i", axis, panels, ImportancePlot.Scale.OWN, List.of());
    assertThat(DrawnPage.of(own).rgb(1, 0, 0.25, 0.8)).isEqualTo(above);
    assertThatThrownBy(
            () ->
                new ImportancePlot(
                    "i", Sketch.axis(9), panels, ImportancePlot.Scale.OWN, List.of()))
        .hasMessage("a has 3000 points, the axis has 9");
  }

  @Test
  void importanceOfEachFrameIsLightForTheClassAndDarkAgainst() {
    SpectralAxis axis = Sketch.axis(100);
    FrameGrid intensity = new FrameGrid(axis, 4, Pooling.MEAN);
    FrameGrid importance = new FrameGrid(axis, 4, Pooling.MEAN);
    for (int frame = 0; frame < 4; frame++) {
      float[] slopes = new float[100];
      Arrays.fill(slopes, 0, 50, frame < 2 ? 1 : -1);
      intensity.add(frame, Sketch.intensity(axis, frame, 4));
      importance.add(frame, slopes);
    }
    DrawnPage drawn =
        DrawnPage.of(new ImportanceMap("m", intensity, importance, new double[100], none()));
    assertThat(drawn.rgb(1, 0, 0.25, 0.25)).as("first frames are below").isEqualTo(LIGHT);
    assertThat(drawn.rgb(1, 0, 0.25, 0.75)).isEqualTo(DARK);
    assertThat(drawn.rgb(1, 0, 0.75, 0.75)).isEqualTo(ColourMap.rgb(0.5));
    FrameGrid other = new FrameGrid(axis, 5, Pooling.MEAN);
    assertThatThrownBy(() -> new ImportanceMap("m", intensity, other, new double[100], none()))
        .hasMessageContaining("importance of 5 frames");
  }

  @Test
  void attentionHasItsFirstRowAtTheTop() throws Exception {
    double[] values = new double[16];
    values[3] = 1; // frame 0 attends to frame 3
    List<AttentionMap.Matrix> one = List.of(new AttentionMap.Matrix("", values));
    AttentionMap figure = new AttentionMap("a", FOUR, FOUR, ColourScale.LINEAR, one, null);
    DrawnPage drawn = DrawnPage.of(figure);
    assertThat(drawn.rgb(0, 0, 0.9, 0.9)).isEqualTo(LIGHT);
    assertThat(drawn.rgb(0, 0, 0.1, 0.1)).isEqualTo(DARK);
    assertThat(drawn.area(0, 0).getWidth()).isEqualTo(drawn.area(0, 0).getHeight());
    assertThat(SvgText.of(figure).texts()).contains("Frame", "Attention", "0", "3");
    assertThat(SvgText.of(ClassifierGallery.spatial()).texts())
        .contains("Position", "Attention, logarithmic scale", "Attention received");
    AttentionMap.Below below = new AttentionMap.Below("x", FOUR, none());
    List<AttentionMap.Matrix> two = List.of(one.get(0), one.get(0));
    assertThatThrownBy(() -> new AttentionMap("a", FOUR, FOUR, ColourScale.LINEAR, two, below))
        .hasMessage("2 matrices of 4 x 4 positions above one picture");
  }

  @Test
  void layerWeightsKeepASingleStrongOne() throws Exception {
    int inputs = 4001;
    double[] weights = new double[2 * inputs];
    weights[inputs + 777] = -3;
    double[] values = new double[inputs];
    Arrays.setAll(values, i -> i);
    BufferedImage image =
        MatrixImage.of(weights, 2, inputs, new Colours(ColourScale.LINEAR, -3, 3));
    assertThat(image.getWidth()).isEqualTo(1000);
    assertThat(image.getRGB(194, 1) & 0xFFFFFF).isEqualTo(DARK);
    assertThat(image.getRGB(194, 0) & 0xFFFFFF).isEqualTo(ColourMap.rgb(0.5));
    LayerWeightsPlot figure =
        new LayerWeightsPlot("w", ScaledAxis.linear("Unit before", values), 2, weights, none());
    assertThat(SvgText.of(figure).texts()).contains("Unit before", "Unit", "Weight, r.m.s.");
    assertThatThrownBy(
            () ->
                new LayerWeightsPlot(
                    "w", ScaledAxis.linear("Unit before", values), 3, weights, none()))
        .hasMessage("8002 weights of 3 units and 4001 inputs");
  }

  @Test
  void coloursAroundZeroSurviveWhatIsAllZeroOrMissing() {
    assertThat(Colours.aroundZero(Arrays.stream(new double[] {0, 0}), 0.1).high()).isEqualTo(1);
    assertThat(Colours.aroundZero(Arrays.stream(new double[] {Double.NaN}), 0.1).high())
        .isEqualTo(1);
    Colours most = Colours.aroundZero(Arrays.stream(new double[] {0, 0, 0, 0, -2}), 0.5);
    assertThat(most.low()).isEqualTo(-2);
    assertThat(most.high()).isEqualTo(2);
  }

  @Test
  void anAxisThatFallsIsDrawnFromItsLeastValue() {
    double[] falling = {4, 3, 2, 1};
    SpectralAxis axis = new SpectralAxis(AxisKind.ENERGY_EV, falling);
    BinWeightsPlot figure =
        new BinWeightsPlot("b", axis, new double[] {1, 0}, new double[] {1, 0}, none());
    int bar = FigureStyle.BAND.getRGB() & 0xFFFFFF;
    assertThat(DrawnPage.of(figure).rgb(0, 0, 0.75, 0.5)).isEqualTo(bar);
    assertThat(DrawnPage.of(figure).rgb(0, 0, 0.25, 0.5)).isNotEqualTo(bar);
  }

  private static List<AxisCurve> none() {
    return List.of();
  }
}
