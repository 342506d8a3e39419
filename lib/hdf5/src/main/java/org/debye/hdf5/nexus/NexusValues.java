package org.debye.hdf5.nexus;

import org.debye.failure.InputException;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.chunk.DatasetReader;
import org.debye.hdf5.chunk.FirstElement;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.tree.Datatype;
import org.debye.hdf5.tree.Values;
import org.jspecify.annotations.Nullable;

/**
 * Small datasets as numbers and text. What cannot be read is empty: a damaged remark must not cost
 * the frames.
 */
final class NexusValues {
  private static final long MOST_NUMBERS = 1 << 22;

  private final LinkResolver resolver;

  NexusValues(LinkResolver resolver) {
    this.resolver = resolver;
  }

  /** All elements in storage order; length 0 where they are no numbers or cannot be read. */
  double[] numbers(Located stale) {
    Located field = resolver.fresh(stale);
    try {
      boolean readable =
          field.node().isDataset()
              && field.node().datatype().numeric()
              && field.node().dataspace().elements() <= MOST_NUMBERS;
      return readable ? read(field) : new double[0];
    } catch (InputException e) {
      return new double[0];
    }
  }

  private static double[] read(Located field) {
    Datatype type = field.node().datatype();
    byte[] plain = field.node().plainBytes();
    if (plain != null) {
      return Values.numbers(type, plain);
    }
    DatasetPlan plan = DatasetPlan.of(field.file(), field.node().address(), field.path());
    double[] numbers = new double[Math.toIntExact(field.node().dataspace().elements())];
    byte[] frame = new byte[plan.frameBytes()];
    Datatype little = type.littleEndian();
    // The file stays open for its other fields, so the reader is not closed.
    DatasetReader reader = new DatasetReader(plan, field.file().file());
    int at = 0;
    for (long f = 0; f < plan.frames(); f++) {
      reader.readFrame(f, frame);
      double[] part = Values.numbers(little, frame);
      System.arraycopy(part, 0, numbers, at, part.length);
      at += part.length;
    }
    return numbers;
  }

  /** The first text, or null. */
  @Nullable String text(Located stale) {
    Located field = resolver.fresh(stale);
    try {
      boolean readable =
          field.node().isDataset()
              && field.node().datatype().text()
              && field.node().dataspace().elements() <= MOST_NUMBERS;
      if (!readable) {
        return null;
      }
      byte[] plain = field.node().plainBytes();
      byte[] stored =
          plain == null
              ? FirstElement.read(field.file(), field.node().address(), field.path())
              : plain;
      return stored == null ? null : field.node().firstText(stored);
    } catch (InputException e) {
      return null;
    }
  }

  /** The unit of a field, or null. */
  @Nullable String unit(Located field) {
    try {
      String units = field.node().attributeText("units");
      return units == null ? field.node().attributeText("unit") : units;
    } catch (InputException e) {
      return null;
    }
  }

  boolean hasUnit(Located field) {
    String unit = unit(field);
    return unit != null && !unit.isBlank();
  }
}
