package org.debye.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the parts of a stack say: per-frame values one after the other, others of the first.
 */
final class MetadataJoin {
  private final String name;
  private final long frames;
  private final List<String> warnings = new ArrayList<>();

  /** What one part says; null where it could not be read. */
  record Part(@Nullable StackMetadata metadata, long frames) {}

  MetadataJoin(String name, long frames) {
    this.name = name;
    this.frames = frames;
  }

  StackMetadata join(List<Part> parts) {
    StackMetadata first = null;
    TreeSet<String> names = new TreeSet<>();
    for (Part part : parts) {
      if (part.metadata != null) {
        first = first == null ? part.metadata : first;
        names.addAll(part.metadata.conditions().keySet());
      }
    }
    if (first == null) {
      return StackMetadata.none();
    }
    Map<String, double[]> conditions = new TreeMap<>();
    for (String condition : names) {
      conditions.put(
          condition,
          series(
              parts, condition, part -> part.conditions().getOrDefault(condition, new double[0])));
    }
    return new StackMetadata(
        first.wavelength(),
        first.sample(),
        first.instrument(),
        first.startTime(),
        series(parts, "exposure", StackMetadata::exposureSeconds),
        sinceFirst(series(parts, "time", StackMetadata::timeSeconds)),
        conditions,
        first.saturation(),
        first.geometry(),
        warnings);
  }

  /** One value where all parts have the same, else one for each frame; NaN where there is none. */
  private double[] series(List<Part> parts, String what, Function<StackMetadata, double[]> values) {
    boolean any = false;
    boolean constant = true;
    double single = Double.NaN;
    for (Part part : parts) {
      double[] own = own(part, values);
      int count = Math.toIntExact(part.frames);
      if (own.length == 1) {
        constant &= !any || own[0] == single;
        single = own[0];
        any = true;
      } else if (own.length > 0 && own.length == count) {
        constant = false;
        any = true;
      } else if (own.length > 0) {
        warnings.add(
            name
                + ": "
                + own.length
                + " values of "
                + what
                + " for "
                + count
                + " frames; they are left out.");
      }
    }
    if (!any) {
      return new double[0];
    }
    return constant ? new double[] {single} : all(parts, values);
  }

  private double[] all(List<Part> parts, Function<StackMetadata, double[]> values) {
    double[] all = new double[Math.toIntExact(frames)];
    Arrays.fill(all, Double.NaN);
    int at = 0;
    for (Part part : parts) {
      double[] own = own(part, values);
      int count = Math.toIntExact(part.frames);
      if (own.length == 1) {
        Arrays.fill(all, at, at + count, own[0]);
      } else if (own.length == count) {
        System.arraycopy(own, 0, all, at, count);
      }
      at += count;
    }
    return all;
  }

  private static double[] own(Part part, Function<StackMetadata, double[]> values) {
    return part.metadata == null ? new double[0] : values.apply(part.metadata);
  }

  private static double[] sinceFirst(double[] seconds) {
    if (seconds.length < 2) {
      return new double[0];
    }
    double first = Double.NaN;
    for (double value : seconds) {
      first = Double.isNaN(first) ? value : first;
    }
    double[] since = new double[seconds.length];
    for (int i = 0; i < since.length; i++) {
      since[i] = seconds[i] - first;
    }
    return since;
  }
}
