package org.debye.jobs.study.absorption;

import static org.debye.jobs.study.absorption.AbsorptionModel.CNN;
import static org.debye.jobs.study.absorption.AbsorptionModel.CNN_NOISED;
import static org.debye.jobs.study.absorption.AbsorptionModel.CNN_PRE_EDGE;
import static org.debye.jobs.study.absorption.AbsorptionModel.CNN_SHIFTED;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP_NOISED;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP_PRE_EDGE;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP_SHIFTED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.GroupedBars;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.report.Spread;

/** Pictures of what models reach: Figs 3, 5 and 6 of Carbone et al. 2019. */
record AbsorptionFigures(String name, AbsorptionResults results) {

  /** By file name. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    if (!results.among(MLP_SHIFTED, CNN_SHIFTED).isEmpty()) {
      figures.put("class-f1", this::classes);
    }
    List<AbsorptionModel> shifted = results.among(CNN_SHIFTED, CNN, MLP_SHIFTED, MLP);
    if (!shifted.isEmpty()) {
      figures.put(
          "shift",
          () ->
              robustness(
                  "shifted test spectra",
                  "Shift of the test spectra (eV)",
                  results.config().testShifts(),
                  TestScores.SHIFT_F1,
                  shifted));
    }
    List<AbsorptionModel> noised = results.among(CNN_NOISED, CNN, MLP_NOISED, MLP);
    if (!noised.isEmpty()) {
      figures.put(
          "noise",
          () ->
              robustness(
                  "noisy test spectra",
                  "Noise of the test spectra, standard deviation (edge steps)",
                  results.config().testNoise(),
                  TestScores.NOISE_F1,
                  noised));
    }
    return figures;
  }

  private String titled(String title) {
    return name + ": " + title + (results.isStandIn() ? " (stand-in)" : "");
  }

  /** F1 of each class by element; within each bar that of the pre-edge alone. */
  private Figure classes() {
    List<GroupedBars.Panel> panels = new ArrayList<>();
    for (int k = 0; k < results.classes().size(); k++) {
      List<GroupedBars.Series> series = new ArrayList<>();
      int number = k;
      for (AbsorptionModel model : results.among(MLP_SHIFTED, CNN_SHIFTED)) {
        AbsorptionModel part = model == MLP_SHIFTED ? MLP_PRE_EDGE : CNN_PRE_EDGE;
        series.add(
            new GroupedBars.Series(
                model == MLP_SHIFTED ? "MLP" : "CNN",
                bars(model, number),
                results.among(part).isEmpty() ? List.of() : bars(part, number)));
      }
      panels.add(new GroupedBars.Panel(results.classes().get(k), series));
    }
    return new GroupedBars(
        titled("F1 of each class"),
        results.elements().stream().map(one -> one.task().element()).toList(),
        "F1",
        "pre-edge alone",
        "Lines: standard deviation over folds.",
        panels);
  }

  private List<GroupedBars.Bar> bars(AbsorptionModel model, int number) {
    return results.elements().stream()
        .map(one -> results.classF1(one, model, number))
        .map(values -> new GroupedBars.Bar(Spread.mean(values), Spread.deviation(values)))
        .toList();
  }

  /** Macro F1 of each element, a panel a model. */
  private Figure robustness(
      String title,
      String across,
      List<Double> places,
      String array,
      List<AbsorptionModel> models) {
    List<Panel> panels = new ArrayList<>();
    for (AbsorptionModel model : models) {
      List<Curve> curves = new ArrayList<>();
      for (StudiedElement element : results.elements()) {
        curves.add(
            new Curve(
                element.task().element(),
                results.mean(element, model, array, places.size()),
                Look.LINE_AND_POINTS));
      }
      panels.add(new Panel(model.key(), "Macro F1", curves, 0, 1));
    }
    return new CurvePanels(
        titled("macro F1, " + title),
        ScaledAxis.linear(across, places.stream().mapToDouble(Double::doubleValue).toArray()),
        panels,
        CurvePanels.Span.none());
  }
}
