package org.debye.spark.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.debye.provenance.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Results of cells that tasks have finished and the driver has not committed yet. The task writes a
 * note, whole or not at all, once the files of draws and the like are closed; the driver reads it,
 * writes its rows to the tables and drops it. What a killed run leaves is taken over by the next.
 */
public final class FinishedCells {
  private final Catalogue catalogue;
  private final Journal journal;
  private final String folder;

  FinishedCells(Catalogue catalogue, String study) {
    this.catalogue = catalogue;
    this.journal = catalogue.journal();
    this.folder = "cells/" + new Digest().add(study).hex();
  }

  /**
   * Cells that one task has finished together.
   *
   * @param draws of those of them that kept some; null where none did
   * @param predictions likewise
   * @param representations likewise
   */
  public record Finished(
      List<SweepResultRow> rows,
      @Nullable DataFile draws,
      @Nullable DataFile predictions,
      @Nullable DataFile representations) {
    public Finished {
      rows = List.copyOf(rows);
    }

    private List<FileNote> files() {
      return Stream.of(draws, predictions, representations)
          .filter(Objects::nonNull)
          .map(FileNote::of)
          .toList();
    }
  }

  /** Notes finished cells, and gives the name of the note. */
  public String add(Finished finished) {
    String name = UUID.randomUUID().toString();
    journal.write(place(name), Note.of(finished));
    return name;
  }

  /** Names of all notes, in no order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String file : journal.names(folder)) {
      names.add(file.substring(0, file.length() - ".json".length()));
    }
    return names;
  }

  /** What a note says. */
  public Finished read(String name) {
    return journal.one(place(name), Note.class).finished();
  }

  /** Whether the note's files are still there; true where it has none. */
  public boolean isWhole(Finished finished) {
    return finished.files().stream().allMatch(file -> file.isThere(catalogue.configuration()));
  }

  /** Forgets a note and deletes its files: the cells are run again, or are in the tables. */
  public void discard(String name) {
    List<FileNote> files = read(name).files();
    journal.remove(place(name));
    files.forEach(file -> file.delete(catalogue.configuration()));
  }

  /**
   * Discards what is left of cells that are in the tables: notes of tasks that Spark has run twice,
   * or that outlived their driver.
   */
  public void discardOf(Set<String> cellIds) {
    for (String name : names()) {
      if (read(name).rows().stream().anyMatch(row -> cellIds.contains(row.cellId()))) {
        discard(name);
      }
    }
  }

  /** Path of a note beneath Debye's own folder. */
  String place(String name) {
    return folder + "/" + name + ".json";
  }

  /** In JSON's types. Notes of an earlier Debye lack the last fields. */
  record Note(
      List<Cell> cells,
      @Nullable FileNote draws,
      @Nullable FileNote predictions,
      @Nullable FileNote representations) {
    record Cell(
        String study,
        String cellId,
        String kind,
        String fingerprint,
        Map<String, String> parameters,
        CellStatus status,
        SweepResultRow.@Nullable Problem problem,
        Map<String, Double> metrics,
        Map<String, double[]> arrays,
        double cpuSeconds,
        double wallSeconds,
        String finished,
        String runId) {
      static Cell of(SweepResultRow row) {
        return new Cell(
            row.study(),
            row.cellId(),
            row.kind(),
            row.fingerprint(),
            row.parameters(),
            row.status(),
            row.problem(),
            row.metrics(),
            row.arrays(),
            row.cpuSeconds(),
            row.wallSeconds(),
            row.finished().toString(),
            row.runId());
      }

      SweepResultRow row() {
        return new SweepResultRow(
            study,
            cellId,
            kind,
            fingerprint,
            parameters,
            status,
            problem,
            metrics,
            arrays,
            cpuSeconds,
            wallSeconds,
            Instant.parse(finished),
            runId);
      }
    }

    static Note of(Finished finished) {
      return new Note(
          finished.rows().stream().map(Cell::of).toList(),
          note(finished.draws()),
          note(finished.predictions()),
          note(finished.representations()));
    }

    Finished finished() {
      return new Finished(
          cells.stream().map(Cell::row).toList(),
          file(draws, DrawsTable.SCHEMA),
          file(predictions, PredictionsTable.SCHEMA),
          file(representations, RepresentationsTable.SCHEMA));
    }

    private static @Nullable FileNote note(@Nullable DataFile file) {
      return file == null ? null : FileNote.of(file);
    }

    private static @Nullable DataFile file(@Nullable FileNote note, TableSchema schema) {
      return note == null ? null : note.file(schema);
    }
  }
}
