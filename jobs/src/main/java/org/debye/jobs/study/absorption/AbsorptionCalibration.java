package org.debye.jobs.study.absorption;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.debye.evaluation.classification.AbstentionCurve;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ConfusionMatrix;
import org.debye.evaluation.classification.ProbabilityScores;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.report.TextTable;

/**
 * Whether held-out probabilities can be believed, and what is gained by giving no class to the
 * spectra that a model is least sure of. Of all elements together, each site once.
 */
record AbsorptionCalibration(String name, AbsorptionResults results) {
  private static final double WANTED = 0.95;
  private static final double[] KEPT = {1, 0.9, 0.8, 0.5};
  private static final int STEPS = 20;
  private static final double PERCENT = 100;

  /** Calibration and abstention of every model. */
  TextTable table(String title) {
    List<String> header =
        new ArrayList<>(List.of("model", "sites", "calibration error", "log loss", "kept at 95 %"));
    for (double kept : KEPT) {
      header.add("macro F1 of " + Math.round(PERCENT * kept) + " %");
    }
    List<List<String>> rows = new ArrayList<>();
    for (AbsorptionModel model : results.models()) {
      ClassProbabilities answers = results.answers(model);
      ProbabilityScores scores = ProbabilityScores.of(answers);
      List<String> row =
          new ArrayList<>(
              List.of(
                  model.key(),
                  Integer.toString(answers.count()),
                  number(scores.calibrationError()),
                  number(scores.logLoss()),
                  number(AbstentionCurve.of(answers).coverageAt(WANTED))));
      int[] order = surestFirst(answers);
      for (double kept : KEPT) {
        ConfusionMatrix surest = surest(answers, order, kept);
        row.add(hasAll(surest) ? number(surest.scores().macro().f1()) : "-");
      }
      rows.add(row);
    }
    return new TextTable(title, header, rows);
  }

  /** By file name. */
  Map<String, Supplier<Figure>> figures() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    if (!results.models().isEmpty()) {
      figures.put("abstention", this::abstention);
    }
    return figures;
  }

  private Figure abstention() {
    double[] kept = new double[STEPS];
    Arrays.setAll(kept, i -> PERCENT * (i + 1) / STEPS);
    List<Curve> macro = new ArrayList<>();
    List<Curve> accuracy = new ArrayList<>();
    for (AbsorptionModel model : results.models()) {
      ClassProbabilities answers = results.answers(model);
      int[] order = surestFirst(answers);
      double[] f1 = new double[STEPS];
      double[] right = new double[STEPS];
      for (int i = 0; i < STEPS; i++) {
        ConfusionMatrix surest = surest(answers, order, kept[i] / PERCENT);
        f1[i] = hasAll(surest) ? surest.scores().macro().f1() : Double.NaN;
        right[i] = surest.accuracy();
      }
      macro.add(new Curve(model.key(), f1, Look.LINE_AND_POINTS));
      accuracy.add(new Curve(model.key(), right, Look.LINE_AND_POINTS));
    }
    return new CurvePanels(
        name + ": abstention" + (results.isStandIn() ? " (stand-in)" : ""),
        ScaledAxis.linear("Spectra that are given a class, surest first (%)", kept),
        List.of(
            Panel.of("", "Macro F1, while all classes are there", macro),
            Panel.of("", "Accuracy", accuracy)),
        CurvePanels.Span.none());
  }

  /** Of fewer classes the mean of F1 would be of others than it was. */
  private static boolean hasAll(ConfusionMatrix matrix) {
    return IntStream.range(0, matrix.classes()).allMatch(k -> matrix.support(k) > 0);
  }

  private static int[] surestFirst(ClassProbabilities answers) {
    return IntStream.range(0, answers.count())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -answers.confidence(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static ConfusionMatrix surest(ClassProbabilities answers, int[] order, double kept) {
    ConfusionMatrix matrix = ConfusionMatrix.of(answers.classes());
    Arrays.stream(order)
        .limit(Math.max(1, Math.round(kept * order.length)))
        .forEach(i -> matrix.add(answers.truth()[i], answers.label(i)));
    return matrix;
  }
}
