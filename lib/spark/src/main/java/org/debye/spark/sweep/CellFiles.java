package org.debye.spark.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DrawsFile;
import org.debye.spark.table.FinishedCells;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.PredictionsFile;
import org.debye.spark.table.RepresentationRow;
import org.debye.spark.table.RepresentationsFile;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * Files into which a task puts what its cells keep beside their numbers; made as they are needed.
 */
final class CellFiles implements Closeable {
  private final HadoopSettings hadoop;
  private final String catalogue;
  private final String study;
  private final String runId;
  private @Nullable DrawsFile draws;
  private @Nullable PredictionsFile predictions;
  private @Nullable RepresentationsFile representations;

  CellFiles(HadoopSettings hadoop, String catalogue, String study, String runId) {
    this.hadoop = hadoop;
    this.catalogue = catalogue;
    this.study = study;
    this.runId = runId;
  }

  /** Writes what a cell keeps. */
  void keep(String cellId, CellValues values) throws IOException {
    keepDraws(cellId, values.chains());
    keepPredictions(cellId, values.predictions());
    keepRepresentations(cellId, values.representations());
  }

  /** Closes the files, and says what the cells of these rows have left. */
  FinishedCells.Finished finish(List<SweepResultRow> rows) throws IOException {
    DataFile drawn = draws == null ? null : draws.finish();
    DataFile predicted = predictions == null ? null : predictions.finish();
    DataFile represented = representations == null ? null : representations.finish();
    return new FinishedCells.Finished(rows, drawn, predicted, represented);
  }

  private void keepDraws(String cellId, List<Chain> chains) throws IOException {
    for (Chain chain : chains) {
      DrawsFile open = draws;
      if (open == null) {
        open = DrawsFile.open(hadoop.configuration(), catalogue);
        draws = open;
      }
      open.write(new DrawsFile.Owner(study, cellId, runId), chain.number(), chain.draws());
    }
  }

  private void keepPredictions(String cellId, List<CellPrediction> made) throws IOException {
    for (CellPrediction one : made) {
      PredictionsFile open = predictions;
      if (open == null) {
        open = PredictionsFile.open(hadoop.configuration(), catalogue);
        predictions = open;
      }
      open.write(
          new PredictionRow(
              cellId,
              one.model(),
              one.datasetId(),
              one.frame(),
              one.label(),
              one.probabilities(),
              one.entropy(),
              runId));
    }
  }

  private void keepRepresentations(String cellId, List<CellRepresentation> made)
      throws IOException {
    for (CellRepresentation one : made) {
      RepresentationsFile open = representations;
      if (open == null) {
        open = RepresentationsFile.open(hadoop.configuration(), catalogue);
        representations = open;
      }
      open.write(
          new RepresentationRow(
              cellId,
              one.model(),
              one.identity(),
              one.layer(),
              one.datasetId(),
              one.frame(),
              one.vector(),
              runId));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      close(draws);
    } finally {
      try {
        close(predictions);
      } finally {
        close(representations);
      }
    }
  }

  private static void close(@Nullable Closeable file) throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
