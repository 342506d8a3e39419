package org.debye.spark.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep needs to know beside its cells.
 *
 * @param job name on the command line, for the record of the run and the lock
 * @param inputs for the record
 * @param configuration the whole configuration as canonical text, for the record
 * @param configurationHash digest of every setting that changes a number and is in no cell's
 *     parameters; a row made under another one is out of date and is replaced
 * @param retryFailed whether failed cells of which nothing has changed are tried again
 * @param seed for the record; null where nothing random is done
 */
public record SweepSettings(
    String job,
    List<String> inputs,
    String configuration,
    String configurationHash,
    boolean retryFailed,
    @Nullable Long seed) {
  public SweepSettings {
    inputs = List.copyOf(inputs);
    if (job.isBlank()) {
      throw new IllegalArgumentException("a sweep is part of a job");
    }
  }
}
