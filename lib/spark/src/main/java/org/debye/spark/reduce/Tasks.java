package org.debye.spark.reduce;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.util.LongAccumulator;
import org.debye.failure.FailureCode;
import org.debye.hdf5.FileOpener;
import org.debye.hdf5.PlanSettings;
import org.debye.hdf5.Planning;
import org.debye.hdf5.StackPlanner;
import org.debye.spark.file.HadoopFileOpener;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.FinishedFiles;
import org.debye.spark.table.SpectraFile;

/**
 * What tasks do, shipped to them: plan datasets, and make spectra of runs.
 *
 * @param spectra counts spectra for the progress line only; results do not depend on it
 */
record Tasks(
    HadoopSettings hadoop,
    PlanSettings planSettings,
    String catalogue,
    String runId,
    LongAccumulator spectra)
    implements Serializable {
  private static final System.Logger LOG = System.getLogger(Tasks.class.getName());

  /** A dataset and what its files turned out to be. */
  record Planned(Work work, Planning planning) implements Serializable {}

  /** Opens the dataset's files. Never throws for what is in them. */
  Planned plan(Work work) {
    try {
      return new Planned(work, new StackPlanner(opener(), planSettings).plan(work.candidate()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, work.datasetId() + " could not be planned", e);
      return new Planned(
          work,
          new Planning.Failed(
              FailureCode.INTERNAL, RunReduction.internal(work.candidate().name(), e)));
    }
  }

  /** Makes the spectra of a task's runs into one file. */
  Iterator<TaskOutcome> reduce(Iterator<FrameRun> runs, CorrectionImages images)
      throws IOException {
    List<RunOutcome> outcomes = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    FinishedFiles finished = Catalogue.at(catalogue, hadoop.configuration()).finished();
    try (SpectraFile file = SpectraFile.open(hadoop.configuration(), catalogue)) {
      RunReduction reduction =
          new RunReduction(opener(), new ReductionBuilder(images), runId, file);
      long written = 0;
      while (runs.hasNext()) {
        FrameRun run = runs.next();
        RunOutcome outcome = reduction.reduce(run);
        keys.add(run.key());
        outcomes.add(outcome);
        written += outcome.written();
        spectra.add(outcome.written());
      }
      List<DataFile> files = written > 0 ? List.of(file.finish()) : discard(file);
      TaskOutcome outcome = new TaskOutcome(files, outcomes, Map.copyOf(reduction.axes()));
      if (outcome.complete()) {
        finished.add(outcome.finished(keys));
      }
      return List.of(outcome).iterator();
    }
  }

  /** What a killed run has left. */
  List<FinishedFiles.Finished> finished() {
    return Catalogue.at(catalogue, hadoop.configuration()).finished().all();
  }

  private static List<DataFile> discard(SpectraFile file) throws IOException {
    file.discard();
    return List.of();
  }

  private FileOpener opener() {
    return new HadoopFileOpener(hadoop);
  }
}
