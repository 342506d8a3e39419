package org.debye.hdf5;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its frames. Per-frame arrays are numbered as the frames of the stack; NaN
 * where a frame's value is not known.
 *
 * @param wavelength m
 * @param startTime as written in the file, ISO 8601 by NeXus
 * @param exposureSeconds length 0 (not known), 1 (the same for all) or one for each frame
 * @param timeSeconds since the first frame; length 0 or one for each frame
 * @param conditions by the name asked for; each of length 1 or one for each frame, in the file's
 *     unit
 * @param saturation counts at which a pixel is saturated
 * @param warnings sentences for the user, with file and path
 */
public record StackMetadata(
    @Nullable Double wavelength,
    @Nullable String sample,
    @Nullable String instrument,
    @Nullable String startTime,
    double[] exposureSeconds,
    double[] timeSeconds,
    Map<String, double[]> conditions,
    @Nullable Double saturation,
    @Nullable NexusGeometry geometry,
    List<String> warnings)
    implements Serializable {
  public StackMetadata {
    conditions = new TreeMap<>(conditions);
    warnings = List.copyOf(warnings);
  }

  /** Nothing known. */
  public static StackMetadata none() {
    return new StackMetadata(
        null, null, null, null, new double[0], new double[0], Map.of(), null, null, List.of());
  }

  /** The same with more warnings, each once. */
  StackMetadata warning(List<String> more) {
    Set<String> all = new LinkedHashSet<>(warnings);
    all.addAll(more);
    return new StackMetadata(
        wavelength,
        sample,
        instrument,
        startTime,
        exposureSeconds,
        timeSeconds,
        conditions,
        saturation,
        geometry,
        List.copyOf(all));
  }

  /** Exposure of a frame, s; NaN where not known. */
  public double exposure(long frame) {
    return at(exposureSeconds, frame);
  }

  /** Time of a frame since the first, s; NaN where not known. */
  public double time(long frame) {
    return at(timeSeconds, frame);
  }

  /** A condition at a frame, in the file's unit; NaN where not known. */
  public double condition(String name, long frame) {
    return at(conditions.getOrDefault(name, new double[0]), frame);
  }

  private static double at(double[] values, long frame) {
    if (values.length == 1) {
      return values[0];
    }
    return frame < values.length ? values[Math.toIntExact(frame)] : Double.NaN;
  }
}
