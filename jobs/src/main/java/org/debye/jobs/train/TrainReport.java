package org.debye.jobs.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.value.PlainName;
import org.debye.learning.train.EpochReport;

/** What {@code train} shows of how models have learnt. */
record TrainReport(List<TrainedModel> trained) {
  private static final String NONE = "-";

  /** A line for each model. */
  TextTable models() {
    List<List<String>> rows = new ArrayList<>();
    for (TrainedModel model : trained) {
      boolean epochs = !model.reports().isEmpty();
      EpochReport last = epochs ? model.reports().get(model.reports().size() - 1) : null;
      rows.add(
          List.of(
              model.plan().name(),
              Integer.toString(model.plan().split().training().length),
              epochs ? Integer.toString(model.reports().size()) : NONE,
              last == null ? NONE : TextTable.number(last.loss()),
              last == null ? NONE : String.format(Locale.ROOT, "%.2f", 100 * last.accuracy()),
              last == null ? NONE : TextTable.number(last.validationLoss()),
              String.format(Locale.ROOT, "%.2f", model.seconds()),
              model.unchanged() ? "unchanged" : "trained"));
    }
    return new TextTable(
        "Training",
        List.of(
            "model",
            "frames",
            "epochs",
            "loss (nats)",
            "accuracy (%)",
            "validation loss",
            "time (s)",
            ""),
        rows);
  }

  /** Loss and accuracy over the epochs, by file name. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (TrainedModel model : trained) {
      if (model.reports().size() > 1) {
        String suffix =
            trained.size() == 1
                ? ""
                : "-" + PlainName.of(model.plan().name().replaceAll("^[^/]*/", ""));
        figures.put("epochs" + suffix, epochs(model));
      }
    }
    return figures;
  }

  private static Figure epochs(TrainedModel model) {
    double[] epochs = of(model, report -> report.epoch() + 1);
    List<Curve> loss = new ArrayList<>();
    List<Curve> accuracy = new ArrayList<>();
    loss.add(new Curve("training", of(model, EpochReport::loss), Look.LINE_AND_POINTS));
    accuracy.add(
        new Curve("training", of(model, one -> 100 * one.accuracy()), Look.LINE_AND_POINTS));
    if (Double.isFinite(model.reports().get(0).validationLoss())) {
      loss.add(
          new Curve("validation", of(model, EpochReport::validationLoss), Look.LINE_AND_POINTS));
      accuracy.add(
          new Curve(
              "validation",
              of(model, one -> 100 * one.validationAccuracy()),
              Look.LINE_AND_POINTS));
    }
    List<Panel> panels =
        new ArrayList<>(
            List.of(Panel.of("", "Loss (nats)", loss), Panel.of("", "Accuracy (%)", accuracy)));
    tasks(model).ifPresent(panels::add);
    return new CurvePanels(
        model.plan().name() + ", training",
        ScaledAxis.linear("Epoch", epochs),
        panels,
        CurvePanels.Span.none());
  }

  /** The loss of each task by itself (Fig. 7.7 of Sun's thesis). */
  private static Optional<Panel> tasks(TrainedModel model) {
    List<Curve> curves = new ArrayList<>();
    for (String task : model.reports().get(model.reports().size() - 1).tasks().keySet()) {
      double[] losses = of(model, one -> one.tasks().getOrDefault(task, Double.NaN));
      curves.add(new Curve(task.replace('_', ' '), losses, Look.LINE_AND_POINTS));
    }
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(Panel.of("", "Loss of each task (nats)", curves));
  }

  private static double[] of(TrainedModel model, ToDoubleFunction<EpochReport> value) {
    return model.reports().stream().mapToDouble(value).toArray();
  }
}
