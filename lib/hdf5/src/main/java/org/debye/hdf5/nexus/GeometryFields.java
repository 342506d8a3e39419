package org.debye.hdf5.nexus;

import java.util.List;
import org.debye.hdf5.NexusGeometry;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/** Reads the geometry of an NXdetector group, if it is whole and can be meant. */
final class GeometryFields {
  private static final double LONGEST_PIXEL = 0.01;

  private final NexusTree tree;
  private final NexusValues values;
  private final Quantity quantity;
  private final List<String> warnings;

  GeometryFields(NexusTree tree, NexusValues values, Quantity quantity, List<String> warnings) {
    this.tree = tree;
    this.values = values;
    this.quantity = quantity;
    this.warnings = warnings;
  }

  @Nullable NexusGeometry read(Located detector) {
    Double distance = length(detector, "distance");
    if (distance == null) {
      distance = length(detector, "detector_distance");
    }
    Double beamRow = number(detector, "beam_center_y");
    Double beamColumn = number(detector, "beam_center_x");
    if (distance == null || beamRow == null || beamColumn == null) {
      return null;
    }
    Double rowSize = length(detector, "y_pixel_size");
    Double columnSize = length(detector, "x_pixel_size");
    if (rowSize == null || columnSize == null) {
      return null;
    }
    if (rowSize > LONGEST_PIXEL || columnSize > LONGEST_PIXEL) {
      warnings.add(
          detector.where()
              + " gives pixels of "
              + rowSize
              + " m; its geometry is left out. Check its units.");
      return null;
    }
    return new NexusGeometry(distance, rowSize, columnSize, beamRow, beamColumn);
  }

  private @Nullable Double length(Located detector, String name) {
    return quantity.positive(tree.optional(detector, name), Units::metres, "m");
  }

  private @Nullable Double number(Located detector, String name) {
    Located field = tree.optional(detector, name);
    double[] numbers = field == null ? new double[0] : values.numbers(field);
    return numbers.length == 0 || !Double.isFinite(numbers[0]) ? null : Double.valueOf(numbers[0]);
  }
}
