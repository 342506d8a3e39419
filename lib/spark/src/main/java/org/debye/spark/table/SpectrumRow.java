package org.debye.spark.table;

import java.util.Map;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * A row of the {@code spectra} table.
 *
 * @param frame number in the dataset; the first one's where frames are summed
 * @param name of an imported spectrum; null for a frame
 * @param timeSeconds since the first frame; NaN where not known
 * @param exposureSeconds NaN where not known
 * @param conditions by name, in the file's unit
 * @param runId of the run that wrote it
 */
public record SpectrumRow(
    String datasetId,
    long frame,
    @Nullable String name,
    double timeSeconds,
    double exposureSeconds,
    Map<String, Double> conditions,
    String axisId,
    Spectrum spectrum,
    String runId) {

  /** Share of the axis's points at which there is an intensity, 0 to 1. */
  public double quality() {
    int known = 0;
    for (float value : spectrum.intensity()) {
      if (!Float.isNaN(value)) {
        known++;
      }
    }
    int points = spectrum.intensity().length;
    return points == 0 ? 0 : (double) known / points;
  }
}
