package org.debye.spark.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sweep has done.
 *
 * @param done cells in order, of this run
 * @param flagged of this run
 * @param failed of this run
 * @param takenOver those of the three that a killed run had finished
 * @param unchanged cells that the tables held and that were left alone
 * @param failedBefore those of the unchanged that had failed
 * @param cpuSeconds of all cells of this run, those taken over included
 * @param duration of the run, from the lock to the last commit
 * @param problems sentences on the first failed and flagged cells, failed ones first, ordered by id
 * @param runId in the {@code run_id} columns; rows of it exist only where something was written
 */
public record SweepSummary(
    long done,
    long flagged,
    long failed,
    long takenOver,
    long unchanged,
    long failedBefore,
    double cpuSeconds,
    Duration duration,
    List<String> problems,
    String runId) {
  public SweepSummary {
    problems = List.copyOf(problems);
  }

  /** Both, where a second sweep did what the results of a first one called for. */
  public SweepSummary and(SweepSummary second) {
    List<String> both = new ArrayList<>(problems);
    both.addAll(second.problems);
    return new SweepSummary(
        done + second.done,
        flagged + second.flagged,
        failed + second.failed,
        takenOver + second.takenOver,
        unchanged + second.unchanged,
        failedBefore + second.failedBefore,
        cpuSeconds + second.cpuSeconds,
        duration.plus(second.duration),
        both,
        second.runId);
  }

  /** Whether some cell has failed, now or before: exit code 3. */
  public boolean incomplete() {
    return failed + failedBefore > 0;
  }
}
