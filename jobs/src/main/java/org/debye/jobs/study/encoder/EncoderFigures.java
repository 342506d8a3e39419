package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.OrderedPairs;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.report.Spread;
import org.debye.jobs.study.encoder.FewLabelScores.Measure;
import org.debye.jobs.value.DistinctNames;
import org.debye.learning.predict.Prediction;

/** Pictures of a study of encoders. */
record EncoderFigures(EncoderResults results, String name) {
  private static final int MOST_PANELS = 6;
  private static final int BINS = 10;
  private static final int FEWEST = 20;
  private static final double DECADE = 10;

  /** By file name. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    String budget = results.config().budgets().get(0).text();
    if (results.variants().isEmpty()) {
      return figures;
    }
    if (results.config().budgets().size() > 2) {
      figures.put("label-budgets", this::budgets);
    }
    if (results.config().augmentations().size() > 1) {
      figures.put("augmentations", () -> augmentations(budget));
    }
    figures.put("reliability", () -> reliability(budget));
    DistinctNames files = new DistinctNames();
    for (int d = 0; d < results.task().names().size(); d++) {
      int dataset = d;
      String file = files.of(results.task().names().get(d));
      figures.put("probabilities-" + file, () -> probabilities(dataset, budget));
    }
    return figures;
  }

  /** Probability of each class, frame by frame, a panel a method (Figs 6.9, 7.8 and 7.9). */
  private Figure probabilities(int dataset, String budget) {
    String title = results.task().names().get(dataset);
    List<String> classes = results.task().classes();
    double[] frames =
        Arrays.stream(results.task().datasets().get(dataset).frames())
            .mapToDouble(frame -> frame)
            .toArray();
    List<Panel> panels = new ArrayList<>();
    for (EncoderVariant variant : results.variants()) {
      List<double[]> runs = results.probabilities(variant, budget, title);
      if (!runs.isEmpty() && panels.size() < MOST_PANELS) {
        double[] rows = runs.get(0);
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
          curves.add(new Curve(classes.get(k), column(rows, k, classes.size()), Look.LINE));
        }
        panels.add(new Panel(results.title(variant), "Probability (%)", curves, -4, 104));
      }
    }
    return new CurvePanels(
        name + ": " + title + ", labels " + budget,
        ScaledAxis.linear("Frame", frames),
        panels,
        CurvePanels.Span.none());
  }

  /** Recall over pairs of augmentations, a panel a method (Fig. 7.12). */
  private Figure augmentations(String budget) {
    AugmentationPairs pairs = new AugmentationPairs(results, budget);
    List<String> names = pairs.names();
    List<OrderedPairs.Panel> panels = new ArrayList<>();
    for (String method : pairs.methods()) {
      double[] values = new double[names.size() * names.size()];
      for (int i = 0; i < values.length; i++) {
        double[] recall =
            pairs.recall(method, names.get(i / names.size()), names.get(i % names.size()));
        values[i] = recall.length == 0 ? Double.NaN : 100 * Spread.mean(recall);
      }
      panels.add(new OrderedPairs.Panel(method, values));
    }
    return new OrderedPairs(
        name + ": augmentations, labels " + budget,
        names,
        "First",
        "Then",
        "Recall, mean over all datasets (%)",
        panels);
  }

  /** Mean recall of every method over the number of labels, a panel a group. */
  private Figure budgets() {
    List<Budget> budgets = new ArrayList<>(results.config().budgets());
    budgets.sort(Comparator.comparingInt(one -> results.labels(one.text())));
    double[] labels = budgets.stream().mapToDouble(one -> results.labels(one.text())).toArray();
    List<Panel> panels = new ArrayList<>();
    for (int g = 0; g < results.task().groups().size(); g++) {
      int group = g;
      List<Curve> curves = new ArrayList<>();
      for (EncoderVariant variant : results.variants()) {
        double[] recall =
            budgets.stream()
                .mapToDouble(
                    one ->
                        100
                            * Spread.mean(
                                results.scores(variant, one.text(), group, Measure.RECALL)))
                .toArray();
        curves.add(new Curve(results.title(variant), recall, Look.LINE_AND_POINTS));
      }
      panels.add(Panel.of(results.task().groupNames().get(g), "Recall (%)", curves));
    }
    return new CurvePanels(
        name + ": what labels teach",
        labels[labels.length - 1] < DECADE * labels[0]
            ? ScaledAxis.linear("Labels", labels)
            : ScaledAxis.logarithmic("Labels", labels),
        panels,
        CurvePanels.Span.none());
  }

  /**
   * Share of right answers over their probability, in ten bins, all datasets and runs together, the
   * first draw of each; bins of few answers are left out. The diagonal is what it should be.
   */
  private Figure reliability(String budget) {
    double[] middle = new double[BINS];
    Arrays.setAll(middle, bin -> 100 * (bin + 0.5) / BINS);
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("as it should be", middle, Look.LINE));
    for (EncoderVariant variant : results.variants()) {
      curves.add(new Curve(results.title(variant), shares(variant, budget), Look.LINE_AND_POINTS));
    }
    return new CurvePanels(
        name + ": reliability, labels " + budget,
        ScaledAxis.linear("Probability of the answer (%)", middle),
        List.of(new Panel("", "Right (%)", curves, -4, 104)),
        CurvePanels.Span.none());
  }

  private double[] shares(EncoderVariant variant, String budget) {
    double[] right = new double[BINS];
    double[] answers = new double[BINS];
    for (int d = 0; d < results.task().names().size(); d++) {
      int[] labels = results.task().datasets().get(d).labels();
      for (double[] rows : results.probabilities(variant, budget, results.task().names().get(d))) {
        count(rows, labels, right, answers);
      }
    }
    double[] shares = new double[BINS];
    Arrays.setAll(
        shares, bin -> answers[bin] < FEWEST ? Double.NaN : 100 * right[bin] / answers[bin]);
    return shares;
  }

  private void count(double[] rows, int[] labels, double[] right, double[] answers) {
    int classes = results.task().classes().size();
    for (int i = 0; i < labels.length; i++) {
      Prediction one = Prediction.of(Arrays.copyOfRange(rows, i * classes, (i + 1) * classes));
      int bin = Math.min((int) (BINS * one.probabilities()[one.likeliest()]), BINS - 1);
      answers[bin]++;
      right[bin] += one.likeliest() == labels[i] ? 1 : 0;
    }
  }

  private static double[] column(double[] rows, int k, int classes) {
    double[] column = new double[rows.length / classes];
    Arrays.setAll(column, i -> 100 * rows[i * classes + k]);
    return column;
  }
}
