package org.debye.jobs.represent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.debye.spark.OpenSession;
import org.debye.spark.representation.ClusteringCell;
import org.debye.spark.representation.ClusteringOrder;
import org.debye.spark.representation.VectorSource;
import org.debye.spark.sweep.Sweep;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/**
 * Spectra and representations of datasets in clusters, in four ways each: Tables 7.2 and 7.3 of
 * Sun's thesis, as a sweep.
 *
 * @param compared what is put into clusters
 * @param datasets of which
 */
record ClusteringStudy(
    Catalogue catalogue,
    RepresentConfig config,
    List<ComparedVectors> compared,
    List<DatasetRow> datasets,
    KnownLabels labels) {
  /** Under which {@code sweep_results} has the rows. */
  static final String STUDY = "represent-clusters";

  /** How many clusters are made of a dataset; below 2 for none. */
  int clusters(String datasetId) {
    ClusterCount count = config.clustering().clusters();
    return count.isByLabels() ? labels.of(datasetId).size() : count.wanted();
  }

  /** Datasets that are put into clusters. */
  List<DatasetRow> clustered() {
    return datasets.stream().filter(row -> clusters(row.datasetId()) >= 2).toList();
  }

  /** One way with one kind of vectors of one dataset. */
  ClusteringCell cell(
      OpenSession spark, ComparedVectors vectors, DatasetRow dataset, ClusteringOrder.Way way) {
    String id = dataset.datasetId();
    VectorSource source = Objects.requireNonNull(vectors.sources().get(id));
    return new ClusteringCell(
        spark.hadoop(),
        catalogue.location(),
        source,
        labels.labels(id),
        config.clustering().order(clusters(id), way, config.seed()));
  }

  private List<ClusteringCell> cells(OpenSession spark) {
    List<ClusteringCell> cells = new ArrayList<>();
    for (DatasetRow dataset : clustered()) {
      for (ComparedVectors vectors : compared) {
        for (ClusteringOrder.Way way : ClusteringOrder.Way.values()) {
          cells.add(cell(spark, vectors, dataset, way));
        }
      }
    }
    return cells;
  }

  /** Does what is missing. */
  SweepSummary run(OpenSession spark, SweepSettings settings, SweepProgress progress) {
    return Sweep.of(spark.session(), catalogue, STUDY, settings).run(cells(spark), progress);
  }

  /** The rows of its cells, by id. */
  Map<String, SweepResultRow> rows(OpenSession spark) {
    Set<String> wanted = new HashSet<>();
    cells(spark).forEach(cell -> wanted.add(cell.id()));
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue
        .sweepResults()
        .each(
            STUDY,
            row -> {
              if (wanted.contains(row.cellId())) {
                rows.put(row.cellId(), row);
              }
            });
    return rows;
  }
}
