package org.debye.hdf5.nexus;

import java.util.ArrayList;
import java.util.List;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/** Mask, flat field and place of a detector's module, as its NXdetector group has them. */
public final class DetectorFields {
  private static final List<String> MASKS = List.of("pixel_mask", "detectorSpecific/pixel_mask");
  private static final List<String> FLATS = List.of("flatfield", "detectorSpecific/flatfield");

  private final LinkResolver resolver;
  private final NexusTree tree;
  private final NexusValues values;
  private final Located detector;
  private final FrameShape image;
  private final List<String> warnings = new ArrayList<>();

  public DetectorFields(LinkResolver resolver, Located detector, FrameShape image) {
    this.resolver = resolver;
    this.tree = new NexusTree(resolver);
    this.values = new NexusValues(resolver);
    this.detector = detector;
    this.image = image;
  }

  /** What the user should know of what was left out. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * The pixel mask of integers, one image for each module or one for all; null if there is none.
   */
  public @Nullable DatasetPlan pixelMask() {
    DatasetPlan mask = first(MASKS);
    if (mask != null && mask.pixelType().floating()) {
      warnings.add(detector.where() + " has a pixel_mask of fractions; it is left out.");
      return null;
    }
    return mask;
  }

  /** The flat field to divide by; null if there is none, it was applied, or it is all NaN. */
  public @Nullable DatasetPlan flatField() {
    DatasetPlan flat = first(FLATS);
    if (flat == null || applied()) {
      return null;
    }
    if (!flat.pixelType().floating() || flat.pixelType().bytes() < 4) {
      warnings.add(
          detector.where() + " has a flatfield that is not of float32 or float64; it is left out.");
      return null;
    }
    if (!usable()) {
      warnings.add(
          Hdf5File.name(flat.file())
              + ":"
              + flat.path()
              + " holds no positive number (all NaN, mostly); the flat field is left out."
              + " Give one as flat if the frames need it.");
      return null;
    }
    return flat;
  }

  /**
   * Where the module stands, {row, column} in pixels, from LAMBDA's {@code translation/distance}
   * (x, y, z); empty where it is not given in pixels.
   */
  public double[] offset() {
    Located field = tree.optional(detector, "translation/distance");
    double[] numbers = field == null ? new double[0] : values.numbers(field);
    String unit = field == null ? null : values.unit(field);
    boolean pixels = unit == null || unit.startsWith("pixel");
    return numbers.length >= 2 && pixels ? new double[] {numbers[1], numbers[0]} : new double[0];
  }

  private boolean applied() {
    for (String name :
        List.of(
            "flatfield_applied",
            "flatfield_correction_applied",
            "detectorSpecific/flatfield_correction_applied")) {
      Located field = tree.optional(detector, name);
      double[] flag = field == null ? new double[0] : values.numbers(field);
      if (flag.length > 0) {
        return flag[0] != 0;
      }
    }
    return false;
  }

  /** Whether any value is finite and positive. */
  private boolean usable() {
    for (String name : FLATS) {
      Located field = tree.optional(detector, name);
      double[] numbers = field == null ? new double[0] : values.numbers(field);
      for (double value : numbers) {
        if (value > 0 && Double.isFinite(value)) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable DatasetPlan first(List<String> names) {
    for (String name : names) {
      Located field = tree.optional(detector, name);
      if (field == null || !field.node().isDataset()) {
        continue;
      }
      try {
        Located open = resolver.fresh(field);
        DatasetPlan plan = DatasetPlan.of(open.file(), open.node().address(), open.path());
        if (plan.rows() == image.rows() && plan.columns() == image.columns() && plan.frames() > 0) {
          return plan;
        }
        warnings.add(
            field.where()
                + " is "
                + plan.rows()
                + " x "
                + plan.columns()
                + ", but frames are "
                + image
                + "; it is left out.");
      } catch (InputException e) {
        warnings.add(e.getMessage() + " It is left out.");
      }
    }
    return null;
  }
}
