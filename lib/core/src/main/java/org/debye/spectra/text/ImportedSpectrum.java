package org.debye.spectra.text;

import java.util.Map;
import org.debye.spectra.AxisKind;

/**
 * One spectrum out of a file.
 *
 * @param name the file's, with {@code #} and the column, quantity or group where the file holds
 *     several
 * @param axis ascending, repeated points allowed, in the kind's unit
 * @param intensity as long as the axis; NaN where the file has none
 * @param sigma as long as the axis, or empty where the file has none
 * @param metadata what the file's header says, key by key, unchanged
 */
public record ImportedSpectrum(
    String name,
    AxisKind kind,
    double[] axis,
    float[] intensity,
    float[] sigma,
    Map<String, String> metadata) {
  public ImportedSpectrum {
    if (intensity.length != axis.length || (sigma.length != 0 && sigma.length != axis.length)) {
      throw new IllegalArgumentException(
          name
              + ": "
              + axis.length
              + " points have "
              + intensity.length
              + " intensities and "
              + sigma.length
              + " errors");
    }
    metadata = Map.copyOf(metadata);
  }
}
