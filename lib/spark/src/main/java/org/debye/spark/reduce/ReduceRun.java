package org.debye.spark.reduce;

import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The reduce job: listed files to the tables of a catalogue. */
public final class ReduceRun {
  private final SparkSession session;
  private final ReduceSettings settings;
  private final ReduceProgress progress;

  public ReduceRun(SparkSession session, ReduceSettings settings, ReduceProgress progress) {
    this.session = session;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where nothing can be begun: an input path that is not
   *     there, a mask that cannot be read, a catalogue that another run is writing
   */
  public ReduceSummary run() {
    if (!settings.input().isEmpty()) {
      throw new UnsupportedOperationException("reducing is not built yet " + session + progress);
    }
    return new ReduceSummary(0, 0, 0, 0, 0, 0, 0, Duration.ZERO, List.of(), "");
  }
}
