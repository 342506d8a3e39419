package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;

/** Pictures of a study of encoders. */
record EncoderFigures(EncoderResults results, String name) {
  private static final int MOST_PANELS = 6;

  /** By file name. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    String budget = results.config().budgets().get(0).text();
    for (int d = 0; d < results.task().names().size(); d++) {
      int dataset = d;
      String file = results.task().names().get(d).replaceAll("[^A-Za-z0-9_.-]", "_");
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
      double[] rows = results.probabilities(variant, budget, title);
      if (rows != null && panels.size() < MOST_PANELS) {
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

  private static double[] column(double[] rows, int k, int classes) {
    double[] column = new double[rows.length / classes];
    Arrays.setAll(column, i -> 100 * rows[i * classes + k]);
    return column;
  }
}
