package org.debye.jobs.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.debye.figures.AttentionMap;
import org.debye.figures.AxisCurve;
import org.debye.figures.ColourScale;
import org.debye.figures.Figure;
import org.debye.figures.FrameGrid;
import org.debye.figures.ImportanceMap;
import org.debye.figures.ImportancePlot;
import org.debye.figures.LayerWeightsPlot;
import org.debye.figures.Pooling;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.TextTable;
import org.debye.learning.explain.AttentionMatrices.Matrices;
import org.debye.learning.explain.Explanation;
import org.debye.spectra.SpectralAxis;

/**
 * The pictures of chapter 5 of Sun's thesis, 5.11 to 5.15.
 *
 * @param frames numbers of the spectra
 * @param chosen place of the frame that is looked at alone
 */
record ExplainFigures(
    ChosenModel model, String dataset, long[] frames, int chosen, Explanation found) {
  private static final int STRONGEST = 10;
  private static final int MOST_HEADS = 9;

  /** By file name; each is made when it is drawn. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    figures.put("importance-classes", this::classes);
    figures.put("importance-frame", this::frame);
    if (frames.length > 1) {
      for (int k = 0; k < classCount(); k++) {
        int of = k;
        if (classCount() > 2 || k == 1) {
          figures.put("importance-map-" + file(name(k)), () -> map(of));
        }
      }
    }
    found
        .attention()
        .forEach(
            (layer, matrices) ->
                figures.put("attention-" + file(layer), attention(layer, matrices)));
    found
        .weights()
        .forEach(
            (layer, matrix) -> figures.put("weights-" + file(layer), () -> weights(layer, matrix)));
    return figures;
  }

  private int classCount() {
    return model.card().classes().size();
  }

  private String name(int of) {
    return model.card().classes().get(of);
  }

  private SpectralAxis axis() {
    return model.card().axis().axis();
  }

  private static String file(String name) {
    return name.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private String title(String what) {
    return dataset + ", " + what + " in " + model.name();
  }

  /** First and last spectrum. */
  private List<AxisCurve> ends() {
    List<AxisCurve> ends = new ArrayList<>();
    ends.add(curve(0));
    if (frames.length > 1) {
      ends.add(curve(frames.length - 1));
    }
    return ends;
  }

  private AxisCurve curve(int place) {
    return new AxisCurve("frame " + frames[place], doubles(found.spectra().get(place)));
  }

  private Figure classes() {
    List<AxisCurve> panels = new ArrayList<>();
    for (int k = 0; k < classCount(); k++) {
      panels.add(new AxisCurve(name(k), found.summed(k)));
    }
    return new ImportancePlot(
        title("importance, sum over frames,"), axis(), panels, ImportancePlot.Scale.COMMON, ends());
  }

  private Figure frame() {
    List<AxisCurve> panels = new ArrayList<>();
    for (int k = 0; k < classCount(); k++) {
      panels.add(new AxisCurve(name(k), doubles(found.gradients().get(k)[chosen])));
    }
    return new ImportancePlot(
        title("importance, frame " + frames[chosen] + ","),
        axis(),
        panels,
        ImportancePlot.Scale.COMMON,
        List.of(curve(chosen)));
  }

  private Figure map(int of) {
    FrameGrid intensity = new FrameGrid(axis(), frames.length, Pooling.MEAN);
    FrameGrid importance = new FrameGrid(axis(), frames.length, Pooling.MEAN);
    for (int i = 0; i < frames.length; i++) {
      intensity.add(i, found.spectra().get(i));
      importance.add(i, found.gradients().get(of)[i]);
    }
    return new ImportanceMap(
        title("importance for class " + name(of)), intensity, importance, found.summed(of), ends());
  }

  /** One matrix for a single sequence; several heads, or frames, side by side up to nine. */
  private Supplier<Figure> attention(String layer, Matrices matrices) {
    long[] shape = matrices.shape();
    int rows = Math.toIntExact(shape[shape.length - 2]);
    int columns = Math.toIntExact(shape[shape.length - 1]);
    int cells = rows * columns;
    int count = matrices.values().length / cells;
    boolean ofFrames = rows == frames.length && columns == frames.length;
    boolean perFrame = count % frames.length == 0 && count >= frames.length && !ofFrames;
    return () -> {
      List<AttentionMap.Matrix> shown = new ArrayList<>();
      int each = perFrame ? count / frames.length : count;
      int from = perFrame ? chosen * each : 0;
      for (int m = 0; m < Math.min(each, MOST_HEADS); m++) {
        int start = (from + m) * cells;
        shown.add(
            new AttentionMap.Matrix(
                each == 1 ? "" : "head " + (m + 1),
                Arrays.copyOfRange(matrices.values(), start, start + cells)));
      }
      String what =
          "attention (" + layer + ")" + (ofFrames ? "" : ", frame " + frames[chosen] + ",");
      return new AttentionMap(
          title(what),
          places(layer, rows, ofFrames),
          places(layer, columns, ofFrames),
          !ofFrames && rows > 64 ? ColourScale.LOGARITHMIC : ColourScale.LINEAR,
          shown,
          null);
    };
  }

  private ScaledAxis places(String layer, int count, boolean ofFrames) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> ofFrames ? frames[i] : i);
    String label = ofFrames ? "Frame" : layer.contains("channel") ? "Channel" : "Position";
    return ScaledAxis.linear(label, values);
  }

  private Figure weights(String layer, Matrices matrix) {
    int units = Math.toIntExact(matrix.shape()[0]);
    int inputs = Math.toIntExact(matrix.shape()[1]);
    boolean ofPoints = inputs == axis().points();
    double[] numbers = new double[inputs];
    Arrays.setAll(numbers, i -> i);
    return new LayerWeightsPlot(
        model.name() + ", weights of " + layer,
        ofPoints ? ScaledAxis.of(axis()) : ScaledAxis.linear("Input", numbers),
        units,
        matrix.values(),
        ofPoints ? ends() : List.of());
  }

  /** Importance of each point for each class, summed over frames. */
  TextTable table() {
    List<String> header = new ArrayList<>(List.of(axis().kind().key()));
    header.addAll(model.card().classes());
    List<double[]> sums = IntStream.range(0, classCount()).mapToObj(found::summed).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int p = 0; p < axis().points(); p++) {
      List<String> row = new ArrayList<>();
      row.add(Double.toString(axis().values()[p]));
      for (double[] sum : sums) {
        row.add(String.format(Locale.ROOT, "%.6g", sum[p]));
      }
      rows.add(row);
    }
    return new TextTable("Importance", header, rows);
  }

  /** Where importance is greatest, peaks at least a hundredth of the axis apart. */
  TextTable strongest() {
    double[] sum = found.summed(classCount() - 1);
    List<Integer> order =
        IntStream.range(0, sum.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(sum[i])))
            .toList();
    List<Integer> chosenPoints = new ArrayList<>();
    for (int i : order) {
      boolean apart =
          chosenPoints.stream().allMatch(j -> Math.abs(i - j) > Math.max(1, sum.length / 100));
      if (apart && chosenPoints.size() < STRONGEST) {
        chosenPoints.add(i);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i : chosenPoints) {
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%.3f", axis().values()[i]), TextTable.number(sum[i])));
    }
    return new TextTable(
        "Most important for " + name(classCount() - 1) + ", by the sum of gradients over frames",
        List.of(axis().kind().label(), "importance"),
        rows);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }
}
