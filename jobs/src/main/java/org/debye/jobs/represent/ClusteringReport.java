package org.debye.jobs.represent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.debye.jobs.report.TextTable;
import org.debye.spark.OpenSession;
import org.debye.spark.representation.ClusteringOrder.Way;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/**
 * Tables of a {@link ClusteringStudy}.
 *
 * @param rows of its cells, by id
 */
record ClusteringReport(
    ClusteringStudy study, OpenSession spark, Map<String, SweepResultRow> rows) {

  /** What a clustering is scored by. */
  enum Score {
    SILHOUETTE("silhouette", "Silhouette of spectral clusters"),
    INFORMATION(
        "normalised_mutual_information",
        "Normalised mutual information of spectral clusters and labels");

    private final String metric;
    private final String title;

    Score(String metric, String title) {
      this.metric = metric;
      this.title = title;
    }

    /** Of the table. */
    String file() {
      return metric.replace('_', '-');
    }
  }

  /**
   * Datasets of as many clusters, the mean over them of each way, and of the four ways mean and
   * root mean square deviation, as the thesis has them.
   */
  TextTable summary(Score score) {
    Map<Integer, List<DatasetRow>> groups = groups();
    List<String> header = new ArrayList<>(List.of("vectors"));
    groups.forEach((count, datasets) -> header.add(group(count, datasets)));
    List<List<String>> lines = new ArrayList<>();
    for (ComparedVectors vectors : study.compared()) {
      List<String> line = new ArrayList<>(List.of(vectors.title()));
      for (List<DatasetRow> datasets : groups.values()) {
        line.add(
            spread(
                Arrays.stream(Way.values())
                    .mapToDouble(
                        way ->
                            mean(
                                datasets.stream()
                                    .mapToDouble(one -> value(vectors, one, way, score))))));
      }
      lines.add(line);
    }
    return new TextTable(
        score.title + ": mean over datasets, ± over four ways to cluster", header, lines);
  }

  /** A line for each dataset and kind of vectors. */
  TextTable details(Score score) {
    List<String> header = new ArrayList<>(List.of("dataset", "clusters", "vectors"));
    Arrays.stream(Way.values()).map(Way::title).forEach(header::add);
    header.add("mean ± rms");
    List<List<String>> lines = new ArrayList<>();
    for (DatasetRow dataset : study.clustered()) {
      for (ComparedVectors vectors : study.compared()) {
        double[] values =
            Arrays.stream(Way.values())
                .mapToDouble(way -> value(vectors, dataset, way, score))
                .toArray();
        List<String> line =
            new ArrayList<>(
                List.of(
                    dataset.name(),
                    Integer.toString(study.clusters(dataset.datasetId())),
                    vectors.title()));
        Arrays.stream(values).mapToObj(ClusteringReport::text).forEach(line::add);
        line.add(spread(Arrays.stream(values)));
        lines.add(line);
      }
    }
    return new TextTable(score.title, header, lines);
  }

  private Map<Integer, List<DatasetRow>> groups() {
    Map<Integer, List<DatasetRow>> groups = new TreeMap<>();
    for (DatasetRow dataset : study.clustered()) {
      groups
          .computeIfAbsent(study.clusters(dataset.datasetId()), count -> new ArrayList<>())
          .add(dataset);
    }
    return groups;
  }

  private static String group(int clusters, List<DatasetRow> datasets) {
    return clusters
        + " clusters, "
        + (datasets.size() == 1 ? datasets.get(0).name() : datasets.size() + " datasets");
  }

  private double value(ComparedVectors vectors, DatasetRow dataset, Way way, Score score) {
    SweepResultRow row = rows.get(study.cell(spark, vectors, dataset, way).id());
    return row == null ? Double.NaN : row.metrics().getOrDefault(score.metric, Double.NaN);
  }

  /** Of those that there are. */
  private static double mean(DoubleStream values) {
    return values.filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private static String spread(DoubleStream values) {
    double[] there = values.filter(Double::isFinite).toArray();
    double mean = mean(Arrays.stream(there));
    double square = mean(Arrays.stream(there).map(one -> (one - mean) * (one - mean)));
    return Double.isNaN(mean)
        ? "-"
        : String.format(Locale.ROOT, "%.2f ± %.2f", mean, Math.sqrt(square));
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
