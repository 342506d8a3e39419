package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyDataset;
import org.debye.study.StudyMethod;
import org.jspecify.annotations.Nullable;

/** An unmixing study's results: by dataset, method and start. */
final class MixtureResults {
  private final List<DatasetOutcome> datasets = new ArrayList<>();
  private final List<StudyMethod> methods;
  private final Map<StudyMethod, Integer> failed = new EnumMap<>(StudyMethod.class);
  private final double middleAlpha1;
  private final double middleSigma;

  /**
   * Puts rows to the cells that they belong to.
   *
   * @param cells starts, and what kept starts went on to
   * @param rows of these cells, in any order; some may be missing
   */
  MixtureResults(List<MixtureCell> cells, List<SweepResultRow> rows) {
    Map<String, SweepResultRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.cellId(), row));
    Map<StudyDataset, Map<StudyMethod, List<SweepResultRow>>> grouped =
        new java.util.LinkedHashMap<>();
    Map<StudyDataset, SweepResultRow> kept = new HashMap<>();
    for (MixtureCell cell : cells) {
      SweepResultRow row = byId.get(cell.id());
      if (row != null && cell.kept()) {
        kept.put(cell.cell().dataset(), row);
      } else if (row != null) {
        grouped
            .computeIfAbsent(cell.cell().dataset(), key -> new EnumMap<>(StudyMethod.class))
            .computeIfAbsent(cell.cell().method(), key -> new ArrayList<>())
            .add(row);
      }
    }
    grouped.forEach(
        (dataset, byMethod) -> datasets.add(outcome(dataset, byMethod, kept.get(dataset))));
    methods =
        Arrays.stream(StudyMethod.values())
            .filter(one -> datasets.stream().anyMatch(set -> set.method(one) != null))
            .toList();
    middleAlpha1 = middle(datasets.stream().mapToDouble(DatasetOutcome::alpha1).toArray());
    middleSigma = middle(datasets.stream().mapToDouble(DatasetOutcome::sigma).toArray());
  }

  private DatasetOutcome outcome(
      StudyDataset dataset,
      Map<StudyMethod, List<SweepResultRow>> byMethod,
      @Nullable SweepResultRow kept) {
    Map<StudyMethod, MethodOutcome> outcomes = new EnumMap<>(StudyMethod.class);
    byMethod.forEach(
        (method, rows) -> {
          MethodOutcome.of(method, rows, dataset.model())
              .map(one -> method == StudyMethod.HMC && kept != null ? one.goneOn(kept) : one)
              .ifPresent(one -> outcomes.put(method, one));
          MethodOutcome outcome = outcomes.get(method);
          int lost = outcome == null ? rows.size() : outcome.failed();
          failed.merge(method, lost, Integer::sum);
        });
    return new DatasetOutcome(dataset, outcomes);
  }

  /** Half of the distinct values are at or below it. */
  private static double middle(double[] values) {
    double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
    return distinct.length == 0 ? Double.NaN : distinct[(distinct.length - 1) / 2];
  }

  /** In the order of the grid; those of which no cell has a row are left out. */
  List<DatasetOutcome> datasets() {
    return datasets;
  }

  /** Methods of which some dataset has a result. */
  List<StudyMethod> methods() {
    return methods;
  }

  /** Starts of a method that have no result. */
  int failed(StudyMethod method) {
    return failed.getOrDefault(method, 0);
  }

  /** All datasets, then the quadrants of the grid that have one. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("all", "All", datasets));
    String[] alpha1 = {bound("≤", middleAlpha1), bound(">", middleAlpha1)};
    String[] sigma = {bound("≤", middleSigma), bound(">", middleSigma)};
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      boolean mixed = quadrant % 2 == 1;
      boolean noisy = quadrant / 2 == 1;
      List<DatasetOutcome> within =
          datasets.stream()
              .filter(one -> one.alpha1() > middleAlpha1 == mixed)
              .filter(one -> one.sigma() > middleSigma == noisy)
              .toList();
      if (!within.isEmpty() && within.size() < datasets.size()) {
        String name = "alpha1 " + alpha1[mixed ? 1 : 0] + ", sigma " + sigma[noisy ? 1 : 0];
        String label = "α₁ " + alpha1[mixed ? 1 : 0] + ", σ " + sigma[noisy ? 1 : 0];
        parts.add(new Part(name, label, within));
      }
    }
    return parts;
  }

  private static String bound(String sign, double value) {
    return sign + " " + org.debye.jobs.report.TextTable.number(value);
  }

  /**
   * Datasets that are looked at together.
   *
   * @param name for tables
   * @param label for figures
   */
  record Part(String name, String label, List<DatasetOutcome> datasets) {}
}
