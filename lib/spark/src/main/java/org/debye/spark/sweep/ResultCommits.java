package org.debye.spark.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.FinishedCells;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.table.SweepResultsFile;
import org.debye.spark.table.TablesCommit;

/**
 * Brings noted results into the tables, many at a time and one note after another, so that memory
 * is bounded by one note. Waits between commits for a multiple of what the last one took: results
 * are safe already, and commits take time from the cells. Driver only, one thread.
 */
final class ResultCommits {
  /** Spark setting: seconds between commits, at least. */
  private static final String SECONDS = "spark.debye.sweep.commit.seconds";

  /** Spark setting: cells that are committed though the time has not come. */
  private static final String CELLS = "spark.debye.sweep.commit.cells";

  /** Commits take at most this share of the driver's time, of one core. */
  private static final double SHARE = 0.005;

  private final Configuration conf;
  private final Catalogue catalogue;
  private final String study;
  private final TablesCommit.Writer writer;
  private final double seconds;
  private final int cells;
  private final List<TaskReport.Note> waiting = new ArrayList<>();
  private long count;
  private long last = System.nanoTime();
  private double pause;

  ResultCommits(
      SparkSession session, Catalogue catalogue, CatalogueLock lock, String study, String runId) {
    SparkConf settings = session.sparkContext().getConf();
    this.conf = session.sparkContext().hadoopConfiguration();
    this.catalogue = catalogue;
    this.study = study;
    this.writer = new TablesCommit.Writer(session, catalogue, lock, runId);
    this.seconds = settings.getDouble(SECONDS, 5);
    this.cells = settings.getInt(CELLS, 5000);
    this.pause = seconds;
  }

  /** Notes that are to be committed some time. */
  void add(List<TaskReport.Note> notes) {
    waiting.addAll(notes);
    notes.forEach(note -> count += note.cells().size());
  }

  /** Commits if it is time. */
  void whenDue() {
    if (count >= cells || (System.nanoTime() - last) / 1e9 >= pause) {
      now();
    }
  }

  /** Commits what there is. */
  void now() {
    if (!waiting.isEmpty()) {
      long begun = System.nanoTime();
      commit();
      last = System.nanoTime();
      pause = Math.max(seconds, (last - begun) / 1e9 / SHARE);
    }
  }

  private void commit() {
    waiting.sort(Comparator.comparing(note -> note.cells().get(0).id()));
    FinishedCells finished = catalogue.finishedCells(study);
    List<String> ids = new ArrayList<>();
    List<DataFile> draws = new ArrayList<>();
    List<DataFile> predictions = new ArrayList<>();
    List<DataFile> representations = new ArrayList<>();
    try (SweepResultsFile file = SweepResultsFile.open(conf, catalogue.location())) {
      for (TaskReport.Note note : waiting) {
        FinishedCells.Finished one = finished.read(note.name());
        for (SweepResultRow row : one.rows()) {
          file.write(row);
          ids.add(row.cellId());
        }
        if (one.draws() != null) {
          draws.add(one.draws());
        }
        if (one.predictions() != null) {
          predictions.add(one.predictions());
        }
        if (one.representations() != null) {
          representations.add(one.representations());
        }
      }
      List<String> names = waiting.stream().map(TaskReport.Note::name).toList();
      writer.commit(
          new TablesCommit.Cells(
              study, ids, List.of(file.finish()), draws, predictions, representations, names));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    waiting.clear();
    count = 0;
  }
}
