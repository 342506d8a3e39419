package org.debye.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/** An example of each picture of classifiers, with made-up data of a ramp that changes phase. */
final class ClassifierGallery {
  static final int POINTS = 4023;
  static final int FRAMES = 349;
  private static final int BOUNDARY = 185;
  private static final RandomStreams STREAMS = RandomStreams.of(4).under("gallery");

  private ClassifierGallery() {}

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("bin-counts", binCounts());
    all.put("class-strips", classStrips());
    all.put("bin-weights", binWeights(18));
    all.put("importance", importance());
    all.put("importance-models", importanceOfModels());
    all.put("importance-map", importanceMap());
    all.put("attention-spatial", spatial());
    all.put("attention-channel", channel());
    all.put("attention-temporal", temporal(1));
    all.put("attention-heads", temporal(8));
    all.put("layer-weights", layerWeights());
    all.put("ordered-pairs", orderedPairs());
    all.put("grouped-bars", groupedBars());
    return all;
  }

  /** F1 of two models by element, and what is left of it where they see less. */
  private static Figure groupedBars() {
    List<String> elements = List.of("Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu");
    List<GroupedBars.Panel> panels = new ArrayList<>();
    for (String name : List.of("T4", "S5", "O6")) {
      RandomStream random = STREAMS.under("bars").at(name.charAt(1));
      List<GroupedBars.Series> series = new ArrayList<>();
      for (String model : List.of("MLP", "CNN")) {
        series.add(new GroupedBars.Series(model, bars(random, 0.8), bars(random, 0.5)));
      }
      panels.add(new GroupedBars.Panel(name, series));
    }
    return new GroupedBars(
        "classes", elements, "F1", "pre-edge alone", "Lines: standard deviations.", panels);
  }

  private static List<GroupedBars.Bar> bars(RandomStream random, double about) {
    return Stream.generate(
            () ->
                new GroupedBars.Bar(about + 0.15 * random.nextDouble(), 0.05 * random.nextDouble()))
        .limit(8)
        .toList();
  }

  /** Recall by augmentations one after another; a pair has not been tried. */
  private static Figure orderedPairs() {
    List<String> names = List.of("jitter", "scaling", "magnitude-warp", "angle-warp", "slice");
    List<OrderedPairs.Panel> panels = new ArrayList<>();
    for (String method : List.of("specmoco", "specrr")) {
      RandomStream random = STREAMS.under("pairs").at(method.length());
      double[] values = new double[25];
      Arrays.setAll(values, i -> 100 - 12 * random.nextDouble());
      values[7] = Double.NaN;
      panels.add(new OrderedPairs.Panel(method, values));
    }
    return new OrderedPairs("views", names, "First", "Then", "Recall (%)", panels);
  }

  static SpectralAxis axis() {
    double[] values = new double[POINTS];
    Arrays.setAll(values, i -> 9.5 + 15.9 * i / (POINTS - 1));
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  /** Lines of two phases that give way to one another, moved by pressure. */
  static double[] spectrum(int frame) {
    double[] x = axis().values();
    double late = 1 / (1 + Math.exp(-(frame - BOUNDARY) / 4.0));
    double shift = 1 + 0.0002 * frame;
    double[] before = {10.6, 20, 12.3, 9, 17.5, 6, 20.6, 4};
    double[] after = {10.9, 14, 11.9, 7, 17.1, 3, 18.2, 5, 21.4, 3};
    RandomStream noise = STREAMS.at("spectrum", frame);
    double[] values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = 0.15 * noise.nextGaussian() + 0.3;
      for (int l = 0; l < before.length; l += 2) {
        values[i] += (1 - late) * line(x[i], before[l] * shift, before[l + 1]);
      }
      for (int l = 0; l < after.length; l += 2) {
        values[i] += late * line(x[i], after[l] * shift, after[l + 1]);
      }
    }
    return values;
  }

  private static double line(double x, double centre, double height) {
    double away = (x - centre) / 0.09;
    return height / (1 + away * away);
  }

  static double[] slopes(int frame, double noise) {
    double[] late = spectrum(320);
    double[] early = spectrum(20);
    RandomStream random = STREAMS.at("slopes", frame);
    double[] slopes = new double[POINTS];
    Arrays.setAll(slopes, i -> 0.02 * (late[i] - early[i]) + noise * random.nextGaussian());
    return slopes;
  }

  static List<AxisCurve> ends() {
    return List.of(
        new AxisCurve("frame 0: before", spectrum(0)),
        new AxisCurve("frame 348: after", spectrum(348)));
  }

  static BinCountPlot binCounts() {
    int[] bins = new int[16];
    double[][] of = new double[6][16];
    for (int i = 0; i < 16; i++) {
      bins[i] = i + 1;
      of[0][i] = Math.min(1 - 4 / 349.0, 0.86 + 0.011 * i - 0.02 * (i % 3));
      of[1][i] = 700;
      of[2][i] = 26 + 0.4 * i;
      of[3][i] = Math.min(1, 0.91 + 0.008 * i + (i % 2 == 0 ? 0 : 0.006));
      of[4][i] = Math.round(550 * Math.exp(-0.17 * i));
      of[5][i] = 190 * Math.exp(-0.15 * i);
    }
    return new BinCountPlot(
        "Binned networks on mgfeo",
        List.of(
            new BinCountPlot.Model("independent networks", bins, of[0], of[1], of[2]),
            new BinCountPlot.Model("end to end", bins, of[3], of[4], of[5])));
  }

  static ClassStrips classStrips() {
    double[] frames = new double[FRAMES];
    Arrays.setAll(frames, i -> i);
    List<ClassStrips.Strip> strips = new ArrayList<>();
    strips.add(new ClassStrips.Strip("truth", classes(0)));
    for (int bins : new int[] {1, 5, 11, 18, 24, 29}) {
      strips.add(new ClassStrips.Strip(bins == 1 ? "1 bin" : bins + " bins", classes(60 / bins)));
    }
    return new ClassStrips(
        "mgfeo: classes by number of bins",
        ScaledAxis.linear("Frame", frames),
        List.of("before", "after"),
        strips);
  }

  private static int[] classes(int doubt) {
    RandomStream random = STREAMS.at("classes", doubt);
    int[] classes = new int[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      double place = i - BOUNDARY + doubt * (random.nextDouble() - 0.5);
      classes[i] = place < 0 ? 0 : 1;
    }
    return classes;
  }

  static BinWeightsPlot binWeights(int bins) {
    double[] accuracies = new double[bins];
    double[] weights = new double[bins];
    RandomStream random = STREAMS.at("bins", bins);
    for (int b = 0; b < bins; b++) {
      accuracies[b] =
          Math.min(1, 0.48 + 0.5 * Math.abs(random.nextGaussian()) * (b % 4 == 1 ? 1 : 0.3));
      weights[b] = Math.max(0, 1.4337 * accuracies[b] * accuracies[b] - 0.4337);
    }
    return new BinWeightsPlot(
        "mgfeo: separability in " + bins + " bins", axis(), accuracies, weights, ends());
  }

  static ImportancePlot importance() {
    double[] after = slopes(-1, 0.004);
    double[] before = Arrays.stream(after).map(v -> -v).toArray();
    return new ImportancePlot(
        "mgfeo: what ConvSC looks at, mean of 1,581 spectra",
        axis(),
        List.of(new AxisCurve("class before", before), new AxisCurve("class after", after)),
        ImportancePlot.Scale.COMMON,
        ends());
  }

  static ImportancePlot importanceOfModels() {
    List<AxisCurve> panels = new ArrayList<>();
    String[] names = {"FCNN", "CNN", "ResNet", "LSTM", "Transformer", "ConvSCT", "ConvSC"};
    for (int m = 0; m < names.length; m++) {
      panels.add(new AxisCurve(names[m], slopes(-2 - m, 0.004 * m)));
    }
    return new ImportancePlot(
        "mgfeo: importance for the class after", axis(), panels, ImportancePlot.Scale.OWN, ends());
  }

  static ImportanceMap importanceMap() {
    int step = 3;
    int frames = FRAMES / step;
    FrameGrid intensity = new FrameGrid(axis(), frames, Pooling.MEAN);
    FrameGrid importance = new FrameGrid(axis(), frames, Pooling.MEAN);
    double[] sum = new double[POINTS];
    for (int i = 0; i < frames; i++) {
      int frame = step * i;
      double[] slopes = slopes(frame, 0.004);
      double strength = 0.3 + Math.exp(-Math.pow((frame - BOUNDARY) / 60.0, 2));
      Arrays.setAll(slopes, p -> strength * slopes[p]);
      intensity.add(i, floats(spectrum(frame)));
      importance.add(i, floats(slopes));
      Arrays.setAll(sum, p -> sum[p] + slopes[p]);
    }
    return new ImportanceMap("mgfeo: importance in ConvSCT", intensity, importance, sum, ends());
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  static AttentionMap spatial() {
    int n = 256;
    double[] numbers = new double[n];
    double[] received = new double[n];
    Arrays.setAll(numbers, i -> i);
    double[] late = spectrum(320);
    double[] coarse = new double[n];
    Arrays.setAll(coarse, i -> late[i * (POINTS - 1) / (n - 1)]);
    double[] values = new double[n * n];
    RandomStream random = STREAMS.at("spatial");
    for (int row = 0; row < n; row++) {
      double sum = 0;
      for (int column = 0; column < n; column++) {
        double logit = 0.02 * (3 + coarse[row]) * coarse[column] + 0.1 * random.nextGaussian();
        values[row * n + column] = Math.exp(logit);
        sum += values[row * n + column];
      }
      for (int column = 0; column < n; column++) {
        values[row * n + column] /= sum;
        received[column] += values[row * n + column] / n;
      }
    }
    ScaledAxis positions = ScaledAxis.linear("Position", numbers);
    return new AttentionMap(
        "mgfeo, frame 320: spatial attention of ConvSCT",
        positions,
        positions,
        ColourScale.LOGARITHMIC,
        List.of(new AttentionMap.Matrix("", values)),
        new AttentionMap.Below(
            "Attention received", positions, List.of(new AxisCurve("mean of all rows", received))));
  }

  static AttentionMap channel() {
    double[] channels = {0, 1, 2, 3, 4, 5, 6, 7};
    double[] values = new double[64];
    RandomStream random = STREAMS.at("channel");
    Arrays.setAll(values, i -> 0.02 + 0.1 * random.nextDouble() + (i % 8 == 2 ? 0.3 : 0));
    ScaledAxis axis = ScaledAxis.linear("Channel", channels);
    return new AttentionMap(
        "mgfeo, frame 320: channel attention of ConvSCT",
        axis,
        axis,
        ColourScale.LINEAR,
        List.of(new AttentionMap.Matrix("", values)),
        null);
  }

  static AttentionMap temporal(int heads) {
    double[] frames = new double[FRAMES];
    Arrays.setAll(frames, i -> i);
    List<AttentionMap.Matrix> matrices = new ArrayList<>();
    for (int h = 0; h < heads; h++) {
      double[] values = new double[FRAMES * FRAMES];
      int centre = 40 + 37 * h;
      for (int i = 0; i < values.length; i++) {
        int row = i / FRAMES;
        double near = (i % FRAMES - centre - 0.1 * row) / 12.0;
        double own = (i % FRAMES - row) / 4.0;
        values[i] = 0.001 + 0.02 * Math.exp(-near * near) + 0.006 * Math.exp(-own * own);
      }
      matrices.add(new AttentionMap.Matrix(heads == 1 ? "" : "head " + h, values));
    }
    ScaledAxis axis = ScaledAxis.linear("Frame", frames);
    AttentionMap.@Nullable Below nothing = null;
    return new AttentionMap(
        "mgfeo: temporal attention", axis, axis, ColourScale.LINEAR, matrices, nothing);
  }

  static LayerWeightsPlot layerWeights() {
    int units = 256;
    double[] weights = new double[units * POINTS];
    RandomStream random = STREAMS.at("weights");
    double[] slopes = slopes(-1, 0);
    for (int u = 0; u < units; u++) {
      double gain = random.nextGaussian();
      for (int i = 0; i < POINTS; i++) {
        weights[u * POINTS + i] = 0.01 * (2 * random.nextDouble() - 1) + 0.15 * gain * slopes[i];
      }
    }
    return new LayerWeightsPlot(
        "FCNN: weights of the first layer", ScaledAxis.of(axis()), units, weights, ends());
  }
}
