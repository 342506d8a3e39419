package org.debye.jobs.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.evaluation.classification.AbstentionCurve;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;

/** Pictures of scores. */
record ScoreFigures(List<ModelScore> scores) {
  private static final int STEPS = 100;

  /** By file name; those of which there is nothing to draw are left out. */
  Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (ModelScore score : scores) {
      ClassProbabilities pooled = score.pooled();
      if (pooled != null) {
        String file = score.model().name().replaceAll("[^A-Za-z0-9_.-]", "_");
        figures.put("abstention-" + file, abstention(score, AbstentionCurve.of(pooled)));
      }
    }
    return figures;
  }

  /** Accuracy of the answers that are given, over the share that is given. */
  private static Figure abstention(ModelScore score, AbstentionCurve curve) {
    double[] coverage = new double[STEPS];
    double[] accuracy = new double[STEPS];
    double[] threshold = new double[STEPS];
    int at = 0;
    for (int i = 0; i < STEPS; i++) {
      double share = (i + 1.0) / STEPS;
      while (at + 1 < curve.coverage().length && curve.coverage()[at] < share) {
        at++;
      }
      coverage[i] = 100 * share;
      accuracy[i] = 100 * curve.accuracy()[at];
      threshold[i] = 100 * curve.thresholds()[at];
    }
    return new CurvePanels(
        score.model().name() + ", what abstaining buys",
        ScaledAxis.linear("Frames answered (%)", coverage),
        List.of(
            Panel.of("", "Accuracy (%)", List.of(new Curve("accuracy", accuracy, Look.LINE))),
            Panel.of(
                "",
                "Least probability (%)",
                List.of(new Curve("threshold", threshold, Look.LINE)))),
        CurvePanels.Span.none());
  }
}
