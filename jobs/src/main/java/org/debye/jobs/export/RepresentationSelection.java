package org.debye.jobs.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.value.FrameRange;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.spark.representation.RepresentationRun;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.RepresentationParquet;
import org.debye.spark.table.RepresentationRow;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * Which representations of a catalogue are exported, ordered by dataset and frame. Of an encoder
 * that was trained again it is those that were made last. Few are in memory: a piece of a dataset.
 */
final class RepresentationSelection {
  private final Catalogue catalogue;
  private final List<SweepResultRow> pieces;
  private final @Nullable FrameRange frames;

  private RepresentationSelection(
      Catalogue catalogue, List<SweepResultRow> pieces, @Nullable FrameRange frames) {
    this.catalogue = catalogue;
    this.pieces = pieces;
    this.frames = frames;
  }

  /**
   * Chooses.
   *
   * @throws InputException there are none
   */
  static RepresentationSelection of(ExportConfig config) {
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    Set<String> datasets =
        new HashSet<>(new SpectraSelection(catalogue, config.dataset(), null).ids());
    String model = String.valueOf(config.model());
    List<SweepResultRow> rows = new ArrayList<>();
    catalogue
        .sweepResults()
        .each(
            RepresentationRun.study(model),
            row -> {
              if (isOf(row, config.layer()) && datasets.contains(parameter(row, "dataset_id"))) {
                rows.add(row);
              }
            });
    SweepResultRow newest =
        rows.stream()
            .max(Comparator.comparing(SweepResultRow::finished))
            .orElseThrow(() -> none(catalogue, model, config.layer()));
    List<SweepResultRow> pieces =
        rows.stream()
            .filter(row -> parameter(row, "identity").equals(parameter(newest, "identity")))
            .sorted(
                Comparator.comparing((SweepResultRow row) -> parameter(row, "dataset_id"))
                    .thenComparingLong(row -> Long.parseLong(parameter(row, "first_frame"))))
            .toList();
    return new RepresentationSelection(catalogue, pieces, config.frames());
  }

  private static boolean isOf(SweepResultRow row, RepresentationLayer layer) {
    return row.status() != CellStatus.FAILED && parameter(row, "layer").equals(layer.key());
  }

  private static String parameter(SweepResultRow row, String name) {
    return row.parameters().getOrDefault(name, "");
  }

  private static InputException none(Catalogue catalogue, String model, RepresentationLayer layer) {
    return InputException.of(
        FailureCode.MISSING_METADATA,
        catalogue.location(),
        "the chosen datasets have no " + layer.key() + " by " + model,
        "Make it: represent model=" + model + " layer=" + layer.key() + ".");
  }

  /** CSV: {@code dataset_id,frame,v0,v1 ...}; every number reads back to the same bits. */
  long writeCsv(Path target) throws IOException {
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      for (Iterator<RepresentationRow> rows = rows(); rows.hasNext(); written++) {
        RepresentationRow row = rows.next();
        if (written == 0) {
          out.write(header(row.vector().length));
        }
        out.write(line(row));
      }
    }
    return written;
  }

  private static String header(int width) {
    StringBuilder out = new StringBuilder("dataset_id,frame");
    for (int i = 0; i < width; i++) {
      out.append(",v").append(i);
    }
    return out.append('\n').toString();
  }

  private static String line(RepresentationRow row) {
    StringBuilder out = new StringBuilder(row.datasetId()).append(',').append(row.frame());
    for (float value : row.vector()) {
      out.append(',').append(value);
    }
    return out.append('\n').toString();
  }

  /** The table's columns in a bare file {@code representations.parquet}. */
  long writeParquet(Path folder) throws IOException {
    return new RepresentationParquet(catalogue).write(rows(), "file://" + folder.toAbsolutePath());
  }

  private Iterator<RepresentationRow> rows() {
    return pieces.stream()
        .flatMap(piece -> catalogue.representations().read(piece.cellId()).stream())
        .filter(row -> frames == null || frames.contains(row.frame()))
        .iterator();
  }
}
