package org.debye.spark.reduce;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.FinishedFiles;
import org.debye.spectra.SpectralAxis;

/**
 * What a task gives back: a file that waits to be committed, and what is in it.
 *
 * @param files none where no spectrum was made
 * @param axes of the spectra, by id
 */
record TaskOutcome(List<DataFile> files, List<RunOutcome> runs, Map<String, SpectralAxis> axes)
    implements Serializable {

  /** Whether the next run may take the file over, should this one be killed: no frame failed. */
  boolean complete() {
    return !files.isEmpty() && runs.stream().allMatch(run -> run.missing() == 0);
  }

  /**
   * As a note of a complete outcome.
   *
   * @param keys of the runs
   */
  FinishedFiles.Finished finished(List<String> keys) {
    List<FinishedFiles.Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      RunOutcome run = runs.get(i);
      stretches.add(
          new FinishedFiles.Stretch(
              keys.get(i),
              run.datasetId(),
              run.first(),
              run.written(),
              Objects.requireNonNull(run.axisId())));
    }
    return new FinishedFiles.Finished(files.get(0), stretches, axes);
  }

  /** What a killed run has noted. */
  static TaskOutcome of(FinishedFiles.Finished finished) {
    List<RunOutcome> runs =
        finished.stretches().stream()
            .map(
                one ->
                    new RunOutcome(
                        one.datasetId(), one.first(), one.written(), 0, null, one.axisId()))
            .toList();
    return new TaskOutcome(List.of(finished.file()), runs, finished.axes());
  }
}
