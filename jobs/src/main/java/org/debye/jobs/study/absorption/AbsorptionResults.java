package org.debye.jobs.study.absorption;

import java.util.Arrays;
import java.util.List;
import org.debye.evaluation.classification.ClassProbabilities;
import org.debye.jobs.report.Spread;
import org.debye.spark.table.SweepResultRow;

/** A study's results: element by element, model by model, fold by fold. */
final class AbsorptionResults {
  private final AbsorptionStudyConfig config;
  private final List<StudiedElement> elements;
  private final CellRows<AbsorptionCell> rows;

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
    this.rows = new CellRows<>(cells, rows);
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
    return rows.of(
        cell -> cell.model() == model && cell.task().element().equals(element.task().element()));
  }

  /** One number of each fold. */
  double[] metric(StudiedElement element, AbsorptionModel model, String name) {
    return CellRows.metric(folds(element, model), name);
  }

  /** F1 of a class, for each fold. */
  double[] classF1(StudiedElement element, AbsorptionModel model, int number) {
    return Arrays.stream(folds(element, model))
        .mapToDouble(row -> CellRows.array(row, TestScores.CLASS_F1)[number])
        .toArray();
  }

  /** Mean over folds of each place of an array. */
  double[] mean(StudiedElement element, AbsorptionModel model, String name, int length) {
    double[][] all =
        Arrays.stream(folds(element, model))
            .map(row -> CellRows.array(row, name))
            .toArray(double[][]::new);
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
            .flatMapToDouble(row -> Arrays.stream(CellRows.array(row, TestScores.TRUTH)))
            .mapToInt(value -> (int) value)
            .toArray(),
        all.stream()
            .flatMapToDouble(row -> Arrays.stream(CellRows.array(row, TestScores.PROBABILITIES)))
            .toArray());
  }

  StudiedElements studied() {
    return new StudiedElements(elements);
  }

  boolean isStandIn() {
    return studied().isStandIn();
  }

  /** Sentences below the tables. */
  List<String> remarks() {
    return studied().remarks();
  }
}
