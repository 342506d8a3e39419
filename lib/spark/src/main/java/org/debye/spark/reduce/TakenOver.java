package org.debye.spark.reduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.spark.table.FinishedFiles;

/**
 * Runs of a batch that a killed run has finished, and those that are left.
 *
 * @param outcomes of whole files, of which every run is wanted, each run once
 * @param left in their order
 */
record TakenOver(List<TaskOutcome> outcomes, List<FrameRun> left) {
  static TakenOver of(List<FrameRun> runs, List<FinishedFiles.Finished> finished) {
    Map<String, FrameRun> wanted = new HashMap<>();
    runs.forEach(run -> wanted.put(run.key(), run));
    List<TaskOutcome> outcomes = new ArrayList<>();
    for (FinishedFiles.Finished one : finished) {
      List<String> keys = one.stretches().stream().map(FinishedFiles.Stretch::key).toList();
      if (wanted.keySet().containsAll(keys)) {
        outcomes.add(TaskOutcome.of(one));
        keys.forEach(wanted::remove);
      }
    }
    return new TakenOver(
        outcomes, runs.stream().filter(run -> wanted.containsKey(run.key())).toList());
  }
}
