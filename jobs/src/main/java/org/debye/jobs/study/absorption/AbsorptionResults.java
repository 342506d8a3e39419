package org.debye.jobs.study.absorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.jobs.report.Spread;
import org.debye.spark.table.SweepResultRow;

/** A study's results: element by element, model by model, fold by fold. */
final class AbsorptionResults {
  private static final String SIMULATION = "simulation";

  private final AbsorptionStudyConfig config;
  private final List<StudiedElement> elements;
  private final Map<String, SweepResultRow> rows = new HashMap<>();
  private final List<AbsorptionCell> cells;

  /**
   * Puts rows to the cells that they belong to.
   *
   * @param rows of these cells, in any order; some may be missing or failed
   */
  AbsorptionResults(
      AbsorptionStudyConfig config,
      List<StudiedElement> elements,
      List<AbsorptionCell> cells,
      List<SweepResultRow> rows) {
    this.config = config;
    this.elements = elements;
    this.cells = cells;
    rows.stream()
        .filter(row -> !row.arrays().isEmpty())
        .forEach(row -> this.rows.put(row.cellId(), row));
  }

  AbsorptionStudyConfig config() {
    return config;
  }

  List<StudiedElement> elements() {
    return elements;
  }

  List<String> classes() {
    return config.classes();
  }

  /** Models with a result, in the order of the configuration. */
  List<AbsorptionModel> models() {
    return config.models().stream()
        .filter(model -> elements.stream().anyMatch(one -> folds(one, model).length > 0))
        .toList();
  }

  /** Models with a result among some, in that order. */
  List<AbsorptionModel> among(AbsorptionModel... wanted) {
    List<AbsorptionModel> there = models();
    return Arrays.stream(wanted).filter(there::contains).toList();
  }

  /** Rows of the folds of a model that have a result. */
  SweepResultRow[] folds(StudiedElement element, AbsorptionModel model) {
    return cells.stream()
        .filter(cell -> cell.model() == model)
        .filter(cell -> cell.task().element().equals(element.task().element()))
        .map(cell -> rows.get(cell.id()))
        .filter(row -> row != null)
        .toArray(SweepResultRow[]::new);
  }

  /** One number of each fold. */
  double[] metric(StudiedElement element, AbsorptionModel model, String name) {
    return Arrays.stream(folds(element, model))
        .mapToDouble(row -> row.metrics().getOrDefault(name, Double.NaN))
        .toArray();
  }

  /** F1 of a class, for each fold. */
  double[] classF1(StudiedElement element, AbsorptionModel model, int number) {
    return Arrays.stream(folds(element, model))
        .mapToDouble(row -> array(row, TestScores.CLASS_F1)[number])
        .toArray();
  }

  /** Mean over folds of each place of an array. */
  double[] mean(StudiedElement element, AbsorptionModel model, String name, int length) {
    double[][] all =
        Arrays.stream(folds(element, model)).map(row -> array(row, name)).toArray(double[][]::new);
    double[] mean = new double[length];
    Arrays.setAll(
        mean, i -> Spread.mean(Arrays.stream(all).mapToDouble(values -> values[i]).toArray()));
    return mean;
  }

  /** Held-out answers of a model, all folds of all elements together; each site once. */
  ClassProbabilities answers(AbsorptionModel model) {
    List<SweepResultRow> all =
        elements.stream().flatMap(one -> Arrays.stream(folds(one, model))).toList();
    return new ClassProbabilities(
        classes().size(),
        all.stream()
            .flatMapToDouble(row -> Arrays.stream(array(row, TestScores.TRUTH)))
            .mapToInt(value -> (int) value)
            .toArray(),
        all.stream()
            .flatMapToDouble(row -> Arrays.stream(array(row, TestScores.PROBABILITIES)))
            .toArray());
  }

  private static double[] array(SweepResultRow row, String name) {
    double[] values = row.arrays().get(name);
    if (values == null) {
      throw new IllegalStateException(row.cellId() + " has no " + name);
    }
    return values;
  }

  /** Whether a generator made the spectra. */
  boolean isStandIn() {
    return elements.stream().anyMatch(one -> one.instrument().startsWith(SIMULATION));
  }

  /** What the spectra are, for titles. */
  String origin() {
    String made =
        elements.stream()
            .map(StudiedElement::instrument)
            .filter(one -> !one.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return isStandIn() ? "stand-in, " + made : made;
  }

  /** Sentences below the tables. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (isStandIn()) {
      remarks.add(
          "A stand-in: the spectra are of the "
              + origin().substring("stand-in, ".length())
              + ", not the computed ones of Carbone et al. 2019. None of these numbers is to be"
              + " held against the published ones.");
    }
    elements.stream()
        .collect(
            Collectors.groupingBy(
                one ->
                    one.task().window().grid().points()
                        + " of the "
                        + one.task().window().measured().points()
                        + " points of a spectrum, "
                        + one.task().window().measured().step()
                        + " eV apart",
                Collectors.mapping(one -> one.task().element(), Collectors.joining(", "))))
        .forEach(
            (grid, names) ->
                remarks.add(
                    "Models see " + grid + "; over the others it can be moved: " + names + "."));
    return remarks;
  }
}
