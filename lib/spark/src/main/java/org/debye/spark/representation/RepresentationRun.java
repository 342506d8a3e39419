package org.debye.spark.representation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.sweep.Sweep;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellRemoval;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.FrameSpan;
import org.debye.spark.table.SweepResultRow;

/**
 * Encoders over datasets, each spectrum represented once: what the tables hold of the same encoder
 * and the same spectra is left alone. Large datasets are cut into pieces, so that memory is bounded
 * and a killed run loses little.
 */
public final class RepresentationRun {
  private RepresentationRun() {}

  /** The study under which {@code sweep_results} has the rows of a model. */
  public static String study(String model) {
    return "represent/" + model;
  }

  /**
   * What is to be there.
   *
   * @param framesPerPiece of a dataset with more frames than that
   */
  public static List<RepresentationCell> cells(
      Catalogue catalogue, EncoderOrder order, List<DatasetRow> datasets, int framesPerPiece) {
    List<RepresentationCell> cells = new ArrayList<>();
    for (DatasetRow dataset : datasets) {
      String state = state(dataset);
      if (dataset.frames() <= framesPerPiece) {
        cells.add(
            new RepresentationCell(
                order, dataset.datasetId(), FrameSpan.ALL, dataset.frames(), state));
      } else {
        List<Long> frames = List.copyOf(catalogue.spectra().frames(dataset.datasetId()));
        List<Long> sorted = frames.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += framesPerPiece) {
          int to = Math.min(sorted.size(), from + framesPerPiece);
          FrameSpan span = new FrameSpan(sorted.get(from), sorted.get(to - 1));
          cells.add(new RepresentationCell(order, dataset.datasetId(), span, to - from, state));
        }
      }
    }
    return cells;
  }

  /** What the rows of a dataset are recognised by. */
  static String state(DatasetRow dataset) {
    return dataset.fingerprint() + " " + dataset.facts().configHash() + " " + dataset.runId();
  }

  /**
   * Represents what is missing.
   *
   * @param cells of one model
   * @throws org.debye.failure.InputException where another run is writing to the catalogue
   */
  public static SweepSummary run(
      SparkSession session,
      Catalogue catalogue,
      List<RepresentationCell> cells,
      SweepSettings settings,
      SweepProgress progress) {
    String study = study(cells.get(0).order().model());
    removePiecesOfOtherCuts(session, catalogue, study, cells, settings.job());
    return Sweep.of(session, catalogue, study, settings).run(cells, progress);
  }

  /** A dataset that has grown or shrunk, or is cut otherwise, has other pieces than before. */
  private static void removePiecesOfOtherCuts(
      SparkSession session,
      Catalogue catalogue,
      String study,
      List<RepresentationCell> cells,
      String job) {
    Set<String> wanted = new HashSet<>();
    Set<Map<String, String>> owners = new HashSet<>();
    cells.forEach(
        cell -> {
          wanted.add(cell.id());
          owners.add(owner(cell.parameters()));
        });
    List<String> others = new ArrayList<>();
    catalogue
        .sweepResults()
        .each(
            study,
            row -> {
              if (!wanted.contains(row.cellId()) && owners.contains(owner(row.parameters()))) {
                others.add(row.cellId());
              }
            });
    if (!others.isEmpty()) {
      new CellRemoval(session, catalogue).removeAlone(job, study, others);
    }
  }

  /** Whose piece it is, whatever its frames. */
  private static Map<String, String> owner(Map<String, String> parameters) {
    Map<String, String> owner = new TreeMap<>(parameters);
    owner.keySet().retainAll(Set.of("model", "identity", "layer", "dataset_id"));
    return owner;
  }

  /** The rows of cells, by id. */
  public static Map<String, SweepResultRow> rows(
      Catalogue catalogue, List<RepresentationCell> cells) {
    Set<String> wanted = new HashSet<>();
    cells.forEach(cell -> wanted.add(cell.id()));
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue
        .sweepResults()
        .each(
            study(cells.get(0).order().model()),
            row -> {
              if (wanted.contains(row.cellId())) {
                rows.put(row.cellId(), row);
              }
            });
    return rows;
  }
}
