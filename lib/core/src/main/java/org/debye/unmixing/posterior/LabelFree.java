package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.unmixing.endmember.Endmembers;

/**
 * Quantities of a mixture that no renaming of its endmembers changes: the volume of the simplex,
 * the weights from the largest to the smallest, the endmembers' first coordinates from the least to
 * the greatest, the noise scales, and with more than one dimension the log determinant of the
 * noise's correlations (summed over the factors, where each endmember has its own). Diagnostics and
 * calibration of these need no relabelling.
 */
public final class LabelFree {
  private LabelFree() {}

  /**
   * Their names: {@code volume, weight[1] .. weight[K], first[1] .. first[K], s[1] .. s[D],
   * correlation}, the last where D is above 1.
   */
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
    if (layout.dimensions() > 1) {
      names.add("correlation");
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
    int d = layout.dimensions();
    double[] values = new double[1 + 2 * k + d + (d > 1 ? 1 : 0)];
    values[0] = volume(layout, globals);
    for (int place = 0; place < k; place++) {
      values[1 + place] = weights[k - 1 - place];
    }
    System.arraycopy(first, 0, values, 1 + k, k);
    System.arraycopy(globals, layout.scalesAt(), values, 1 + 2 * k, d);
    if (d > 1) {
      values[1 + 2 * k + d] = logDeterminant(layout, globals);
    }
    return values;
  }

  /** Of all correlation matrices: the sum of log L_dd^2, L_dd^2 = 1 - sum_j L_dj^2. */
  private static double logDeterminant(GlobalsLayout layout, double[] globals) {
    int d = layout.dimensions();
    double sum = 0;
    for (int factor = 0; factor < layout.factors(); factor++) {
      double[] squares = new double[d];
      Arrays.fill(squares, 1);
      int at = layout.correlationAt() + factor * layout.correlations();
      for (int column = 0; column < d; column++) {
        for (int row = column + 1; row < d; row++) {
          squares[row] -= globals[at] * globals[at];
          at++;
        }
      }
      for (double square : squares) {
        sum += StrictMath.log(Math.max(square, Double.MIN_NORMAL));
      }
    }
    return sum;
  }

  /** Volume of the simplex in its own K - 1 dimensions. */
  public static double volume(GlobalsLayout layout, double[] globals) {
    return Endmembers.free(layout.endmembers(), layout.dimensions(), layout.endmembers(globals))
        .volume();
  }
}
