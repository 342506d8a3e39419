package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.debye.jobs.study.encoder.FewLabelScores.Measure;
import org.debye.spark.table.SweepResultRow;

/** A study's results, variant by variant and run by run. */
final class EncoderResults {
  private final EncoderTask task;
  private final EncodersConfig config;
  private final List<EncoderCell> cells;
  private final Map<EncoderVariant, List<SweepResultRow>> byVariant = new LinkedHashMap<>();

  /**
   * Puts rows to the cells that they belong to.
   *
   * @param rows of these cells, in any order; some may be missing or failed
   */
  EncoderResults(
      EncoderTask task, EncodersConfig config, List<EncoderCell> cells, List<SweepResultRow> rows) {
    this.task = task;
    this.config = config;
    this.cells = cells;
    Map<String, SweepResultRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.cellId(), row));
    for (EncoderCell cell : cells) {
      SweepResultRow row = byId.get(cell.id());
      List<SweepResultRow> own =
          byVariant.computeIfAbsent(cell.variant(), none -> new ArrayList<>());
      if (row != null && !row.arrays().isEmpty()) {
        own.add(row);
      }
    }
  }

  EncoderTask task() {
    return task;
  }

  EncodersConfig config() {
    return config;
  }

  /** How many labels a budget is. */
  int labels(String budget) {
    return cells.stream()
        .flatMap(cell -> cell.draws().stream())
        .filter(draw -> draw.budget().equals(budget))
        .mapToInt(draw -> draw.training().length + draw.validation().length)
        .findFirst()
        .orElse(0);
  }

  /** Variants with a result, in the order of the configuration. */
  List<EncoderVariant> variants() {
    return byVariant.keySet().stream().filter(variant -> !rows(variant).isEmpty()).toList();
  }

  /** Rows of a variant's runs. */
  List<SweepResultRow> rows(EncoderVariant variant) {
    return byVariant.getOrDefault(variant, List.of());
  }

  /** What distinguishes a variant from the others of the study. */
  String title(EncoderVariant variant) {
    StringBuilder title = new StringBuilder(variant.method().key());
    if (config.coefficients().size() > 1 && !Double.isNaN(variant.coefficient())) {
      title.append(", c = ").append(variant.coefficient());
    }
    if (config.augmentations().size() > 1 && !variant.augmentation().isEmpty()) {
      title.append(", ").append(variant.views());
    }
    return title.toString();
  }

  /** How many runs of a variant have a result. */
  int runs(EncoderVariant variant) {
    return arrays(variant).size();
  }

  /** Arrays of each run, those of its cells together. */
  private Collection<Map<String, double[]>> arrays(EncoderVariant variant) {
    Map<Integer, Map<String, double[]>> byRun = new TreeMap<>();
    for (SweepResultRow row : rows(variant)) {
      byRun
          .computeIfAbsent(
              Integer.valueOf(row.parameters().getOrDefault("run", "0")), none -> new HashMap<>())
          .putAll(row.arrays());
    }
    return byRun.values();
  }

  /**
   * The mean over the datasets of a group, for each run and draw.
   *
   * @param group its number
   */
  double[] scores(EncoderVariant variant, String budget, int group, Measure measure) {
    List<Double> scores = new ArrayList<>();
    for (Map<String, double[]> row : arrays(variant)) {
      for (int draw = 0; draw < config.draws(); draw++) {
        double score = mean(row, budget, task.groups().get(group), measure, draw);
        if (Double.isFinite(score)) {
          scores.add(score);
        }
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double mean(
      Map<String, double[]> row, String budget, int[] datasets, Measure measure, int draw) {
    return Arrays.stream(datasets)
        .mapToDouble(d -> score(row, budget, task.names().get(d), measure, draw))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** The scores of one dataset, for each run and draw. */
  double[] scores(EncoderVariant variant, String budget, String dataset, Measure measure) {
    List<Double> scores = new ArrayList<>();
    for (Map<String, double[]> row : arrays(variant)) {
      for (int draw = 0; draw < config.draws(); draw++) {
        double score = score(row, budget, dataset, measure, draw);
        if (Double.isFinite(score)) {
          scores.add(score);
        }
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double score(
      Map<String, double[]> row, String budget, String dataset, Measure measure, int draw) {
    double[] values = row.get(FewLabelScores.array(budget, dataset, measure));
    return values == null || draw >= values.length ? Double.NaN : values[draw];
  }

  /** Probabilities of each run's first draw for the frames of a dataset, row major. */
  List<double[]> probabilities(EncoderVariant variant, String budget, String dataset) {
    return arrays(variant).stream()
        .map(row -> row.get(FewLabelScores.probabilities(budget, dataset)))
        .filter(Objects::nonNull)
        .toList();
  }
}
