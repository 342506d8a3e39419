package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.debye.evaluation.Coverage;
import org.debye.evaluation.CoverageShare;
import org.debye.jobs.study.absorption.CellRows;
import org.debye.jobs.study.absorption.StudiedElement;
import org.debye.jobs.study.absorption.StudiedElements;
import org.debye.spark.table.SweepResultRow;

/** A study's results: element by element, model by model, fold by fold. */
final class SiteMixtureResults {
  private static final double CONFIDENCE = 0.95;

  private final SiteMixturesConfig config;
  private final StudiedElements elements;
  private final CellRows<SiteMixtureCell> rows;

  SiteMixtureResults(
      SiteMixturesConfig config,
      List<StudiedElement> elements,
      List<SiteMixtureCell> cells,
      List<SweepResultRow> rows) {
    this.config = config;
    this.elements = new StudiedElements(elements);
    this.rows = new CellRows<>(cells, rows);
  }

  SiteMixturesConfig config() {
    return config;
  }

  StudiedElements studied() {
    return elements;
  }

  List<String> classes() {
    return config.classes();
  }

  /** Symbols of the elements. */
  List<String> elements() {
    return elements.all().stream().map(one -> one.task().element()).toList();
  }

  /** Models with a result. */
  List<FractionModel> models() {
    return config.models().stream()
        .filter(model -> rows.of(cell -> cell.model() == model).length > 0)
        .toList();
  }

  /** Rows of the folds that have a result. */
  SweepResultRow[] folds(String element, FractionModel model) {
    return rows.of(cell -> cell.model() == model && cell.task().element().equals(element));
  }

  /** Rows of all elements. */
  SweepResultRow[] folds(FractionModel model) {
    return rows.of(cell -> cell.model() == model);
  }

  /** Every value of an array in all folds, of one class. */
  double[] values(FractionModel model, String name, int number) {
    int classes = classes().size();
    return Arrays.stream(folds(model))
        .flatMapToDouble(
            row -> {
              double[] all = CellRows.array(row, name);
              return IntStream.range(0, all.length / classes)
                  .mapToDouble(i -> all[i * classes + number]);
            })
        .toArray();
  }

  /**
   * How often intervals hold the truth. A fold counts as a dataset: its mixtures share sites.
   *
   * @param of rows, at least one
   * @param which classes count
   */
  CoverageShare coverage(SweepResultRow[] of, double level, IntPredicate which) {
    Coverage coverage = Coverage.of(level);
    int classes = classes().size();
    for (SweepResultRow row : of) {
      double[] truth = CellRows.array(row, MixtureScores.TRUTH);
      double[] lower = CellRows.array(row, MixtureScores.LOWER + level);
      double[] upper = CellRows.array(row, MixtureScores.UPPER + level);
      int[] some = IntStream.range(0, truth.length).filter(i -> which.test(i % classes)).toArray();
      int held =
          (int)
              Arrays.stream(some).filter(i -> lower[i] <= truth[i] && truth[i] <= upper[i]).count();
      coverage.add(some.length, held);
    }
    return coverage.result(CONFIDENCE)[0];
  }

  /** Mean width of intervals by the number of sites of a mixture, from 1; NaN where none has it. */
  double[] widthBySites(FractionModel model, double level) {
    int classes = classes().size();
    double[] sums = new double[config.mostSites()];
    double[] counts = new double[config.mostSites()];
    for (SweepResultRow row : folds(model)) {
      double[] sites = CellRows.array(row, MixtureScores.SITES);
      double[] lower = CellRows.array(row, MixtureScores.LOWER + level);
      double[] upper = CellRows.array(row, MixtureScores.UPPER + level);
      for (int i = 0; i < lower.length; i++) {
        int count = (int) sites[i / classes] - 1;
        sums[count] += upper[i] - lower[i];
        counts[count]++;
      }
    }
    Arrays.setAll(sums, i -> sums[i] / counts[i]);
    return sums;
  }

  /** Sentences below the tables. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>(elements.remarks());
    remarks.add(
        "Intervals are calibrated on mixtures of sites that were not learnt from; what they promise"
            + " holds for mixtures made in the same way, not for measured spectra.");
    return remarks;
  }
}
