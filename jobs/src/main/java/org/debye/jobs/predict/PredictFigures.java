package org.debye.jobs.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.PredictionRow;

/** A dataset's classes along its frames. */
public record PredictFigures(
    String model, List<String> classes, DatasetRow dataset, List<PredictionRow> predictions) {
  static final int MOST = 9;

  PredictFigures(ChosenModel model, DatasetRow dataset, List<PredictionRow> predictions) {
    this(model.name(), model.card().classes(), dataset, predictions);
  }

  boolean isEmpty() {
    return predictions.isEmpty();
  }

  /** Probability of each class, and the entropy. */
  Figure probabilities() {
    double[] frames = predictions.stream().mapToDouble(PredictionRow::frame).toArray();
    List<Curve> curves = new ArrayList<>();
    for (String name : classes) {
      curves.add(new Curve(name, percent(name), Look.LINE_AND_POINTS));
    }
    double[] entropy =
        predictions.stream()
            .mapToDouble(row -> row.entropy() == null ? Double.NaN : row.entropy())
            .toArray();
    return new CurvePanels(
        dataset.name() + ", classes by " + model,
        ScaledAxis.linear("Frame", frames),
        List.of(
            Panel.percent("Probability (%)", curves),
            Panel.of("", "Entropy (nats)", List.of(new Curve("entropy", entropy, Look.LINE)))),
        CurvePanels.Span.none());
  }

  private double[] percent(String name) {
    double[] values = new double[predictions.size()];
    Arrays.setAll(
        values,
        i -> {
          Map<String, Double> probabilities = predictions.get(i).probabilities();
          return 100 * probabilities.getOrDefault(name, Double.NaN);
        });
    return values;
  }
}
