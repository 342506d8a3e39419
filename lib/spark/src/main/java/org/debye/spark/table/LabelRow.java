package org.debye.spark.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of labels: what one frame is called, and by whom.
 *
 * @param frame of the dataset, as in {@code spectra}
 * @param timeSeconds since the first frame; null where not known
 * @param label number of the class, from 0
 * @param className its name
 * @param pressureGpa true pressure; null where nobody knows it
 * @param fractions true volume fractions by phase; empty where nobody knows them
 * @param origin who says so: {@link #simulated} for a generator, {@link #IMPORTED} for a file
 * @param runId of the run that wrote it
 */
public record LabelRow(
    String datasetId,
    long frame,
    @Nullable Double timeSeconds,
    int label,
    String className,
    @Nullable Double pressureGpa,
    Map<String, Double> fractions,
    String origin,
    String runId) {
  /** Origin of labels that a person gave. */
  public static final String IMPORTED = "import";

  private static final String SIMULATED = "simulation:";

  public LabelRow {
    fractions = Map.copyOf(fractions);
    if (label < 0 || className.isEmpty()) {
      throw new IllegalArgumentException(
          "label " + label + " '" + className + "' of " + datasetId + ", frame " + frame);
    }
  }

  /** The same for a frame of another dataset. */
  LabelRow of(String dataset) {
    return new LabelRow(
        dataset, frame, timeSeconds, label, className, pressureGpa, fractions, origin, runId);
  }

  /** Origin of the truth of a generator, such as {@code simulation:ramp-2}. */
  public static String simulated(String version) {
    return SIMULATED + version;
  }
}
