package org.debye.spark.sweep;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.FinishedCells;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * What a task does, shipped to it: runs cells one after another, writes what they keep to {@link
 * CellFiles} and their numbers to a note, and gives back the note's name.
 *
 * @param catalogue where
 */
record CellTask(
    HadoopSettings hadoop,
    String catalogue,
    String study,
    String configurationHash,
    String runId,
    CellMeasurement.Company company)
    implements Serializable {

  /** After so long, what is finished is noted, though the task goes on. */
  private static final long NOTE_NANOS = 1_000_000_000;

  CellTask alone() {
    return new CellTask(
        hadoop, catalogue, study, configurationHash, runId, CellMeasurement.Company.NONE);
  }

  /** Runs the cells of a task. */
  TaskReport run(List<SweepCell> cells) throws IOException {
    return run(cells, NOTE_NANOS);
  }

  /** The same, with a note every so long. */
  TaskReport run(List<SweepCell> cells, long noteNanos) throws IOException {
    List<TaskReport.Note> notes = new ArrayList<>();
    List<String> outOfMemory = new ArrayList<>();
    int from = 0;
    while (from < cells.size()) {
      try (Stretch stretch = new Stretch()) {
        long begun = System.nanoTime();
        do {
          SweepCell cell = cells.get(from++);
          Optional<CellMeasurement> measured = CellMeasurement.of(cell, company);
          if (measured.isPresent()) {
            stretch.add(cell, measured.get());
          } else {
            outOfMemory.add(cell.id());
          }
        } while (from < cells.size() && System.nanoTime() - begun < noteNanos);
        stretch.note(notes);
      }
    }
    return new TaskReport(notes, outOfMemory);
  }

  /** Cells that are noted together. */
  private final class Stretch implements AutoCloseable {
    private final List<SweepResultRow> rows = new ArrayList<>();
    private final List<TaskReport.Ended> ended = new ArrayList<>();
    private final CellFiles files = new CellFiles(hadoop, catalogue, study, runId);

    void add(SweepCell cell, CellMeasurement measured) throws IOException {
      CellOutcome outcome = measured.outcome();
      SweepResultRow.Problem problem = problem(outcome);
      rows.add(
          new SweepResultRow(
              study,
              cell.id(),
              cell.kind(),
              SweepPlan.fingerprint(cell, configurationHash),
              cell.parameters(),
              outcome.status(),
              problem,
              outcome.values().metrics(),
              outcome.values().arrays(),
              measured.cpuSeconds(),
              measured.wallSeconds(),
              Instant.now().truncatedTo(ChronoUnit.MICROS),
              runId));
      ended.add(
          new TaskReport.Ended(
              cell.id(),
              cell.kind(),
              cell.cost(),
              outcome.status(),
              problem == null ? "" : problem.message(),
              measured.cpuSeconds(),
              measured.wallSeconds()));
      files.keep(cell.id(), outcome.values());
    }

    void note(List<TaskReport.Note> notes) throws IOException {
      if (!rows.isEmpty()) {
        FinishedCells finished =
            Catalogue.at(catalogue, hadoop.configuration()).finishedCells(study);
        notes.add(new TaskReport.Note(finished.add(files.finish(rows)), ended));
      }
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }

  private static SweepResultRow.@Nullable Problem problem(CellOutcome outcome) {
    if (outcome instanceof CellOutcome.Failed failed) {
      return new SweepResultRow.Problem(failed.code().name(), failed.message());
    } else if (outcome instanceof CellOutcome.Flagged flagged) {
      return new SweepResultRow.Problem(flagged.code(), flagged.message());
    }
    return null;
  }
}
