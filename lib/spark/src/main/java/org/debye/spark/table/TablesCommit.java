package org.debye.spark.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Commits files to several tables as if it were one commit, though Delta has none that spans two.
 * Everything is written before: the files, and a note of what goes where. Then each table takes its
 * files, under the run's id and a number that the table keeps, and the note goes. {@link Recovery}
 * finishes what a killed run has noted; a table that has taken its files does not take them twice.
 */
public final class TablesCommit {
  private static final String FOLDER = "commits";

  private final SparkSession session;
  private final Catalogue catalogue;

  TablesCommit(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /** Commits under a lock; numbers are its own. Driver only, one thread. */
  public static final class Writer {
    private final TablesCommit commit;
    private final CatalogueLock lock;
    private final String runId;
    private long number;

    /**
     * A writer for one run.
     *
     * @param runId unique to the run and this writer
     */
    public Writer(SparkSession session, Catalogue catalogue, CatalogueLock lock, String runId) {
      this.commit = new TablesCommit(session, catalogue);
      this.lock = lock;
      this.runId = runId;
    }

    /** Commits the results of cells and what belongs to them, and drops their notes. */
    public void commit(Cells cells) {
      List<Part> parts = new ArrayList<>();
      parts.add(Part.of(DrawsTable.SCHEMA, cells.draws()));
      parts.add(Part.of(PredictionsTable.SCHEMA, cells.predictions()));
      parts.add(Part.of(RepresentationsTable.SCHEMA, cells.representations()));
      parts.add(Part.of(SweepResultsTable.SCHEMA, cells.results()));
      FinishedCells finished = commit.catalogue.finishedCells(cells.study());
      List<String> notes = cells.notes().stream().map(finished::place).toList();
      commit(parts, RowKeys.ofCells(cells.study(), cells.ids()), notes);
    }

    /** Commits one fit. */
    void commit(FitFiles fit) {
      commit(fit.parts(), RowKeys.ofFit(fit.study(), fit.fitId()), List.of());
    }

    /** Commits labels. */
    void commit(List<DataFile> labels, RowKeys keys) {
      commit(List.of(Part.of(LabelsTable.SCHEMA, labels)), List.of(keys), List.of());
    }

    private void commit(List<Part> parts, List<RowKeys> keys, List<String> notes) {
      lock.confirm();
      Note note = new Note(runId, number++, parts, keys, notes);
      commit.catalogue.journal().write(note.place(), note);
      commit.forward(note);
    }
  }

  /**
   * Finished cells of a study.
   *
   * @param ids of all of them
   * @param notes that are dropped after the commit
   */
  public record Cells(
      String study,
      List<String> ids,
      List<DataFile> results,
      List<DataFile> draws,
      List<DataFile> predictions,
      List<DataFile> representations,
      List<String> notes) {}

  /**
   * The files of one fit, none of a table that it has no rows in.
   *
   * @param result its row, which says that the others are there
   */
  record FitFiles(String study, String fitId, List<DataFile> result, List<Part> others) {
    /** In the order in which the tables take them. */
    List<Part> parts() {
      List<Part> parts = new ArrayList<>(others);
      parts.add(Part.of(SweepResultsTable.SCHEMA, result));
      return parts;
    }
  }

  /** Files of one table. */
  record Part(String table, List<FileNote> files) {
    static Part of(TableSchema schema, List<DataFile> files) {
      return new Part(schema.name(), files.stream().map(FileNote::of).toList());
    }
  }

  /**
   * What is about to be committed.
   *
   * @param keys of all rows, for the case that a file has gone and the others are to be taken back
   * @param notes beneath Debye's own folder that go with the commit
   */
  record Note(String runId, long number, List<Part> parts, List<RowKeys> keys, List<String> notes) {
    String place() {
      return FOLDER + "/" + runId + "-" + number + ".json";
    }
  }

  /** Finishes the commits that a killed run has noted, holding the lock. */
  void recover() {
    for (Note note : catalogue.journal().read(FOLDER, Note.class)) {
      if (isWhole(note)) {
        forward(note);
      } else {
        new RowKeysRemoval(session, catalogue).remove(note.keys());
        catalogue.journal().remove(note.place());
      }
    }
  }

  private void forward(Note note) {
    for (Part part : note.parts()) {
      DeltaFolder folder = catalogue.folder(part.table());
      folder.commitOnce(
          part.files().stream().map(file -> file.file(folder.schema())).toList(),
          note.runId(),
          note.number());
    }
    note.notes().forEach(catalogue.journal()::remove);
    catalogue.journal().remove(note.place());
  }

  /** Whether every file is there that its table does not hold yet. */
  private boolean isWhole(Note note) {
    for (Part part : note.parts()) {
      DeltaFolder folder = catalogue.folder(part.table());
      if (!folder.holds(note.runId(), note.number())
          && !part.files().stream().allMatch(file -> file.isThere(catalogue.configuration()))) {
        return false;
      }
    }
    return true;
  }
}
