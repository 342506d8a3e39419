package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.debye.evaluation.classification.AbstentionCurve;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.evaluation.classification.ClassScores;
import org.debye.evaluation.classification.ProbabilityScores;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.jobs.predict.ChosenModel;
import org.debye.spark.table.MetricRow;
import org.jspecify.annotations.Nullable;

/**
 * A model's answers beside labels.
 *
 * @param part of the labelled frames that count
 * @param unknown labelled frames whose class the model does not know
 */
public record ModelScore(ChosenModel model, Part part, List<DatasetScore> datasets, long unknown) {
  public ModelScore {
    datasets = List.copyOf(datasets);
  }

  /** All frames that count, or null where there is none. */
  public @Nullable ClassProbabilities pooled() {
    int classes = model.card().classes().size();
    List<ClassProbabilities> all = new ArrayList<>();
    int frames = 0;
    for (DatasetScore one : datasets) {
      if (one.scored() != null) {
        all.add(one.scored());
        frames += one.scored().count();
      }
    }
    if (frames == 0) {
      return null;
    }
    int[] truth = new int[frames];
    double[] values = new double[frames * classes];
    int at = 0;
    for (ClassProbabilities one : all) {
      System.arraycopy(one.truth(), 0, truth, at, one.count());
      System.arraycopy(one.values(), 0, values, at * classes, one.values().length);
      at += one.count();
    }
    return new ClassProbabilities(classes, truth, values);
  }

  /** Rows for the table of metrics. */
  public List<MetricRow> metrics(String fitId, String runId) {
    List<MetricRow> rows = new ArrayList<>();
    add(rows, fitId, null, pooled(), runId);
    for (DatasetScore one : datasets) {
      add(rows, fitId, one.datasetId(), one.scored(), runId);
      row(
          rows,
          fitId,
          one.datasetId(),
          "classification_confidence",
          one.confidence().value(),
          runId);
      for (TransitionBoundary truth : one.truth()) {
        String name =
            model.card().classes().get(truth.before())
                + "_to_"
                + model.card().classes().get(truth.after());
        double found = one.boundary(truth.before(), truth.after());
        double wanted = one.trueBoundary(truth.before(), truth.after());
        row(rows, fitId, one.datasetId(), "boundary_" + name, found, runId);
        row(rows, fitId, one.datasetId(), "true_boundary_" + name, wanted, runId);
      }
    }
    return rows;
  }

  private void add(
      List<MetricRow> rows,
      String fitId,
      @Nullable String datasetId,
      @Nullable ClassProbabilities scored,
      String runId) {
    if (scored != null) {
      ClassScores scores = scored.confusion().scores();
      ProbabilityScores quality = ProbabilityScores.of(scored);
      row(rows, fitId, datasetId, "frames", scored.count(), runId);
      row(rows, fitId, datasetId, "accuracy", scored.confusion().accuracy(), runId);
      row(rows, fitId, datasetId, "macro_precision", scores.macro().precision(), runId);
      row(rows, fitId, datasetId, "macro_recall", scores.macro().recall(), runId);
      row(rows, fitId, datasetId, "macro_f1", scores.macro().f1(), runId);
      row(rows, fitId, datasetId, "weighted_f1", scores.weighted().f1(), runId);
      row(rows, fitId, datasetId, "log_loss", quality.logLoss(), runId);
      row(rows, fitId, datasetId, "brier", quality.brier(), runId);
      row(rows, fitId, datasetId, "calibration_error", quality.calibrationError(), runId);
      double area = AbstentionCurve.of(scored).riskArea();
      row(rows, fitId, datasetId, "risk_coverage_area", area, runId);
    }
  }

  private void row(
      List<MetricRow> rows,
      String fitId,
      @Nullable String datasetId,
      String name,
      double value,
      String runId) {
    if (Double.isFinite(value)) {
      rows.add(new MetricRow(fitId, model.name(), part.key(), null, datasetId, name, value, runId));
    }
  }
}
