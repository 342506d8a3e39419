package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.evaluation.classification.AbstentionCurve;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ProbabilityScores;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.value.DistinctNames;
import org.debye.spark.table.ModelRow;

/**
 * Scores of models, for people: as Table 5.1 of Sun's thesis, with what it leaves open.
 *
 * @param scores of each model
 */
public record ScoreTables(List<ModelScore> scores) {
  private static final String NONE = "-";
  private static final double GIB = 1L << 30;

  public ScoreTables {
    scores = List.copyOf(scores);
  }

  /** What each model is, what it cost, and how good it is over all datasets together. */
  public TextTable models() {
    List<List<String>> rows = new ArrayList<>();
    for (ModelScore score : scores) {
      ModelRow row = score.model().row();
      ClassProbabilities pooled = score.pooled();
      List<String> line = new ArrayList<>();
      line.add(score.model().name());
      line.add(row == null ? NONE : String.format(Locale.ROOT, "%,d", row.parameters()));
      line.add(row == null ? NONE : String.format(Locale.ROOT, "%.2f", row.seconds()));
      line.add(memory(row));
      line.add(row == null || row.epochs() == 0 ? NONE : Integer.toString(row.epochs()));
      line.add(pooled == null ? "0" : Integer.toString(pooled.count()));
      if (pooled == null) {
        line.addAll(List.of(NONE, NONE, NONE, NONE, NONE));
      } else {
        ProbabilityScores quality = ProbabilityScores.of(pooled);
        line.add(percent(pooled.confusion().accuracy()));
        line.add(percent(pooled.confusion().scores().macro().f1()));
        line.add(TextTable.number(quality.logLoss()));
        line.add(TextTable.number(quality.calibrationError()));
        line.add(TextTable.number(AbstentionCurve.of(pooled).riskArea()));
      }
      rows.add(line);
    }
    return new TextTable(
        "Models",
        List.of(
            "model",
            "parameters",
            "training (s)",
            "memory (GiB)",
            "epochs",
            "frames scored",
            "accuracy (%)",
            "macro F1 (%)",
            "log loss (nats)",
            "calibration error",
            "risk-coverage area"),
        rows);
  }

  /** How each model sees each dataset. */
  public TextTable datasets() {
    List<List<String>> rows = new ArrayList<>();
    for (ModelScore score : scores) {
      for (DatasetScore one : score.datasets()) {
        rows.add(
            List.of(
                score.model().name(),
                one.name(),
                one.scored() == null ? "0" : Integer.toString(one.scored().count()),
                one.scored() == null ? NONE : percent(one.scored().confusion().accuracy()),
                percent(one.confidence().value()),
                boundaries(score, one, false),
                boundaries(score, one, true)));
      }
    }
    return new TextTable(
        "Datasets",
        List.of(
            "model",
            "dataset",
            "frames scored",
            "accuracy (%)",
            "confidence (%)",
            "boundary",
            "of the labels"),
        rows);
  }

  /** What was taken for what, over all datasets of a model; by file name, of models in order. */
  public Map<String, TextTable> confusions() {
    Map<String, TextTable> tables = new LinkedHashMap<>();
    DistinctNames files = new DistinctNames();
    for (ModelScore score : scores) {
      ClassProbabilities pooled = score.pooled();
      if (pooled != null) {
        List<String> classes = score.model().card().classes();
        List<String> header = new ArrayList<>(List.of("class"));
        classes.forEach(name -> header.add("taken for " + name));
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < classes.size(); t++) {
          List<String> row = new ArrayList<>(List.of(classes.get(t)));
          for (int p = 0; p < classes.size(); p++) {
            row.add(Long.toString(pooled.confusion().count(t, p)));
          }
          rows.add(row);
        }
        String name = score.model().name();
        tables.put("frames-" + files.of(name), new TextTable("Frames, " + name, header, rows));
      }
    }
    return tables;
  }

  private static String boundaries(ModelScore score, DatasetScore one, boolean ofLabels) {
    List<TransitionBoundary> all = ofLabels ? one.truth() : one.boundaries();
    List<String> texts = new ArrayList<>();
    for (TransitionBoundary boundary : all) {
      double first =
          ofLabels
              ? one.trueBoundary(boundary.before(), boundary.after())
              : one.boundary(boundary.before(), boundary.after());
      String text = String.format(Locale.ROOT, "(%.0f,%.0f)", first - 1, first);
      texts.add(
          all.size() == 1
              ? text
              : score.model().card().classes().get(boundary.after()) + " " + text);
    }
    return texts.isEmpty() ? NONE : String.join(" ", texts);
  }

  private static String memory(@org.jspecify.annotations.Nullable ModelRow row) {
    Long bytes = row == null ? null : row.peakMemoryBytes();
    return bytes == null ? NONE : String.format(Locale.ROOT, "%.2f", bytes / GIB);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
