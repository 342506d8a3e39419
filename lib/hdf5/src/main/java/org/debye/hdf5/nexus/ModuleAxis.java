package org.debye.hdf5.nexus;

import java.util.List;
import java.util.regex.Pattern;
import org.debye.hdf5.tree.Attribute;
import org.debye.hdf5.tree.ObjectNode;

/**
 * What the last leading axis of a dataset of four dimensions counts. By default everything before
 * the last two counts frames, the last fastest.
 *
 * @param count modules that make a frame; 1 where the axis counts frames
 * @param only the one plane to take of every frame, or -1 for all
 * @param warnings what the user should know of it
 */
public record ModuleAxis(int count, int only, List<String> warnings) {
  private static final Pattern CXI = Pattern.compile("/entry_\\d+/.*detector_\\d+/data");
  private static final Pattern EUXFEL = Pattern.compile("/INSTRUMENT/.*/image/data");
  private static final int MOST_MODULES = 64;

  /** Decides by the path of the dataset, its dimensions and its {@code axes} attribute. */
  public static ModuleAxis of(String path, long[] dimensions, ObjectNode dataset) {
    int rank = dimensions.length;
    if (rank < 4) {
      return new ModuleAxis(1, -1, List.of());
    }
    long extent = dimensions[rank - 3];
    boolean euxfel = EUXFEL.matcher(path).find();
    if (euxfel && extent == 2) {
      return new ModuleAxis(
          2,
          0,
          List.of(path + " holds data and gain on axis " + (rank - 3) + "; frames are the data."));
    }
    boolean named = CXI.matcher(path).find() || (euxfel && extent % 8 == 0) || saysModule(dataset);
    if (named && extent > 1 && extent <= MOST_MODULES) {
      return new ModuleAxis(
          (int) extent,
          -1,
          List.of(path + " holds " + extent + " modules and does not say where they stand."));
    }
    return new ModuleAxis(
        1,
        -1,
        extent == 1
            ? List.of()
            : List.of(
                path
                    + " has "
                    + rank
                    + " dimensions; frames are numbered over all but the last two, axis "
                    + (rank - 3)
                    + " fastest."));
  }

  private static boolean saysModule(ObjectNode dataset) {
    Attribute axes = dataset.attributes().get("axes");
    return axes != null && String.join(":", axes.texts()).contains("module");
  }
}
