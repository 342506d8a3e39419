package org.debye.jobs.study.absorption;

import static org.debye.jobs.study.absorption.AbsorptionModel.CNN_PRE_EDGE;
import static org.debye.jobs.study.absorption.AbsorptionModel.CNN_SHIFTED;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP_PRE_EDGE;
import static org.debye.jobs.study.absorption.AbsorptionModel.MLP_SHIFTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.debye.jobs.report.Spread;
import org.debye.jobs.report.TextTable;

/** The tables of the study. */
record AbsorptionTables(AbsorptionResults results) {

  /** For the console and the folder. */
  Map<String, TextTable> shown() {
    Map<String, TextTable> shown = new LinkedHashMap<>();
    shown.put("class-counts", counts());
    if (results.models().isEmpty()) {
      return shown;
    }
    shown.put("macro-f1", macro());
    shown.put("class-f1", classwise());
    if (results.among(MLP_PRE_EDGE, CNN_PRE_EDGE).size() > 0) {
      shown.put("pre-edge-loss", loss());
    }
    shown.put(
        "calibration",
        new AbsorptionCalibration("", results)
            .table(
                titled(
                    "Held-out probabilities of all absorbers together, and what is gained where"
                        + " only the surest get a class")));
    return shown;
  }

  /** For the folder alone. */
  Map<String, TextTable> files() {
    Map<String, TextTable> files = new LinkedHashMap<>();
    files.put(
        "shift", robustness("test shift (eV)", TestScores.SHIFT_F1, results.config().testShifts()));
    files.put(
        "noise",
        robustness("test noise (edge steps)", TestScores.NOISE_F1, results.config().testNoise()));
    files.put("folds", folds());
    return files;
  }

  private String titled(String title) {
    return results.studied().titled(title);
  }

  /** Table I. */
  private TextTable counts() {
    List<List<String>> rows = new ArrayList<>();
    int[] sums = new int[results.classes().size()];
    for (StudiedElement element : results.elements()) {
      int[] counts = element.counts();
      for (int k = 0; k < sums.length; k++) {
        sums[k] += counts[k];
      }
      rows.add(countRow(element.task().element(), counts));
    }
    rows.add(countRow("all", sums));
    List<String> header = new ArrayList<>(List.of("absorber"));
    header.addAll(results.classes());
    header.add("total");
    return new TextTable(titled("Sites of each class"), header, rows);
  }

  private static List<String> countRow(String name, int[] counts) {
    List<String> row = new ArrayList<>(List.of(name));
    Arrays.stream(counts).forEach(count -> row.add(Integer.toString(count)));
    row.add(Integer.toString(Arrays.stream(counts).sum()));
    return row;
  }

  /** Table II, of all models: macro F1 by element. */
  private TextTable macro() {
    List<AbsorptionModel> models = results.models();
    List<String> header = new ArrayList<>(List.of("absorber"));
    models.forEach(model -> header.add(model.key()));
    List<List<String>> rows = new ArrayList<>();
    for (StudiedElement element : results.elements()) {
      List<String> row = new ArrayList<>(List.of(element.task().element()));
      for (AbsorptionModel model : models) {
        row.add(Spread.number(results.metric(element, model, TestScores.MACRO_F1)));
      }
      rows.add(row);
    }
    List<String> row = new ArrayList<>(List.of("average"));
    for (AbsorptionModel model : models) {
      row.add(
          Spread.number(
              overElements(
                  results.elements(), one -> results.metric(one, model, TestScores.MACRO_F1))));
    }
    rows.add(row);
    return new TextTable(titled("Macro F1, mean and standard deviation over folds"), header, rows);
  }

  /** The numbers of Fig. 3. */
  private TextTable classwise() {
    List<AbsorptionModel> models = results.models();
    List<String> header = new ArrayList<>(List.of("absorber", "class"));
    models.forEach(model -> header.add(model.key()));
    List<List<String>> rows = new ArrayList<>();
    for (StudiedElement element : results.elements()) {
      for (int k = 0; k < results.classes().size(); k++) {
        List<String> row =
            new ArrayList<>(List.of(element.task().element(), results.classes().get(k)));
        for (AbsorptionModel model : models) {
          row.add(Spread.number(results.classF1(element, model, k)));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        titled("F1 of each class, mean and standard deviation over folds"), header, rows);
  }

  /** Table III: what a model loses that sees the pre-edge region alone. */
  private TextTable loss() {
    List<AbsorptionModel> parts = results.among(MLP_PRE_EDGE, CNN_PRE_EDGE);
    List<String> header = new ArrayList<>(List.of("elements"));
    for (AbsorptionModel part : parts) {
      results.classes().forEach(name -> header.add(part.key() + ", " + name));
    }
    List<List<String>> rows = new ArrayList<>();
    for (boolean early : new boolean[] {true, false}) {
      List<StudiedElement> some =
          results.elements().stream().filter(one -> one.isEarly() == early).toList();
      if (some.isEmpty()) {
        continue;
      }
      List<String> row = new ArrayList<>(List.of(early ? "early" : "late"));
      for (AbsorptionModel part : parts) {
        for (int k = 0; k < results.classes().size(); k++) {
          int number = k;
          row.add(Spread.number(overElements(some, one -> losses(one, part, number))));
        }
      }
      rows.add(row);
    }
    return new TextTable(
        titled("F1 that is lost where the pre-edge region alone is seen (early: up to Mn)"),
        header,
        rows);
  }

  private double[] losses(StudiedElement element, AbsorptionModel part, int number) {
    AbsorptionModel whole = part == MLP_PRE_EDGE ? MLP_SHIFTED : CNN_SHIFTED;
    double[] all = results.classF1(element, whole, number);
    double[] some = results.classF1(element, part, number);
    double[] lost = new double[all.length == some.length ? all.length : 0];
    Arrays.setAll(lost, fold -> all[fold] - some[fold]);
    return lost;
  }

  /** Mean over elements, for each fold that all of them have. */
  private static double[] overElements(
      List<StudiedElement> elements, Function<StudiedElement, double[]> numbers) {
    List<double[]> all = elements.stream().map(numbers).toList();
    int folds = all.stream().mapToInt(values -> values.length).min().orElse(0);
    double[] mean = new double[folds];
    Arrays.setAll(
        mean,
        fold -> all.stream().mapToDouble(values -> values[fold]).average().orElse(Double.NaN));
    return mean;
  }

  /** Macro F1 over what is done to the test spectra. */
  private TextTable robustness(String place, String array, List<Double> places) {
    List<List<String>> rows = new ArrayList<>();
    for (AbsorptionModel model : results.models()) {
      for (StudiedElement element : results.elements()) {
        double[] mean = results.mean(element, model, array, places.size());
        for (int i = 0; i < mean.length; i++) {
          rows.add(
              List.of(
                  model.key(),
                  element.task().element(),
                  places.get(i).toString(),
                  TextTable.number(mean[i])));
        }
      }
    }
    return new TextTable(
        titled("Robustness"), List.of("model", "absorber", place, "macro F1"), rows);
  }

  /** Every fold. */
  private TextTable folds() {
    List<List<String>> rows = new ArrayList<>();
    for (StudiedElement element : results.elements()) {
      for (AbsorptionModel model : results.models()) {
        for (var row : results.folds(element, model)) {
          row.metrics()
              .forEach(
                  (metric, value) ->
                      rows.add(
                          List.of(
                              row.cellId(), metric, String.format(Locale.ROOT, "%.4f", value))));
        }
      }
    }
    return new TextTable(titled("Folds"), List.of("cell", "metric", "value"), rows);
  }
}
