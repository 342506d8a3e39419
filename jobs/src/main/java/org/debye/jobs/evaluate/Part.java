package org.debye.jobs.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.debye.spark.table.ModelRow;

/** Which labelled frames a model is scored on. */
public enum Part {
  /** Those that it was neither trained with nor checked by. */
  UNSEEN,
  /** All, training frames among them. */
  ALL;

  boolean has(ModelRow model, String datasetId, long frame) {
    return this == ALL
        || (!in(model.trainingFrames(), datasetId, frame)
            && !in(model.validationFrames(), datasetId, frame));
  }

  /** As the table of metrics has it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean in(Map<String, long[]> frames, String datasetId, long frame) {
    long[] own = frames.get(datasetId);
    return own != null && Arrays.binarySearch(own, frame) >= 0;
  }
}
