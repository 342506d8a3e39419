package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.unmixing.endmember.Endmembers;

/**
 * Quantities of a mixture that no renaming of its endmembers changes: the volume of the simplex,
 * the weights from the largest to the smallest, the endmembers' first coordinates from the least to
 * the greatest, the noise scales. Diagnostics and calibration of these need no relabelling.
 */
public final class LabelFree {
  private LabelFree() {}

  /** Their names: {@code volume, weight[1] .. weight[K], first[1] .. first[K], s[1] .. s[D]}. */
  public static List<String> names(GlobalsLayout layout) {
    List<String> names = new ArrayList<>(List.of("volume"));
    for (int k = 1; k <= layout.endmembers(); k++) {
      names.add("weight[" + k + "]");
    }
    for (int k = 1; k <= layout.endmembers(); k++) {
      names.add("first[" + k + "]");
    }
    for (int d = 1; d <= layout.dimensions(); d++) {
      names.add("s[" + d + "]");
    }
    return List.copyOf(names);
  }

  /** Their values for one vector of globals, in the order of {@link #names}. */
  public static double[] values(GlobalsLayout layout, double[] globals) {
    int k = layout.endmembers();
    double[] weights = Arrays.copyOf(globals, k);
    Arrays.sort(weights);
    double[] first = new double[k];
    Arrays.setAll(first, at -> globals[layout.endmembersAt() + at * layout.dimensions()]);
    Arrays.sort(first);
    double[] values = new double[1 + 2 * k + layout.dimensions()];
    values[0] = volume(layout, globals);
    for (int place = 0; place < k; place++) {
      values[1 + place] = weights[k - 1 - place];
    }
    System.arraycopy(first, 0, values, 1 + k, k);
    System.arraycopy(globals, layout.scalesAt(), values, 1 + 2 * k, layout.dimensions());
    return values;
  }

  /** Volume of the simplex in its own K - 1 dimensions. */
  public static double volume(GlobalsLayout layout, double[] globals) {
    return Endmembers.free(layout.endmembers(), layout.dimensions(), layout.endmembers(globals))
        .volume();
  }
}
