package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Assignment;

/**
 * One of the K! equal parts of a posterior that does not know its labels: where the endmembers are,
 * in their own order, at least as near to those of a reference as in any other order. A chain that
 * keeps to it needs a metric for one order of the labels only. Not thread safe.
 */
final class LabelDomain {
  private final MixingLayout layout;
  private final double[] reference;
  private final double[] cost;
  private final double[] weights;
  private final double[] ordered;

  /**
   * @param reference globals in the layout's coordinates, of which the endmembers are taken
   */
  LabelDomain(MixingLayout layout, double[] reference) {
    this.layout = layout;
    int endmembers = layout.endmembers();
    this.reference = Arrays.copyOfRange(reference, layout.endmembersAt(), layout.scalesAt());
    cost = new double[endmembers * endmembers];
    weights = new double[endmembers];
    ordered = new double[endmembers];
  }

  /**
   * Whether a point is in the domain.
   *
   * @param position globals in the layout's coordinates
   */
  boolean holds(double[] position) {
    int[] order = order(position);
    for (int label = 0; label < order.length; label++) {
      if (order[label] != label) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same point under the labels that bring it into the domain.
   *
   * @param position globals in the layout's coordinates
   * @param out another array, overwritten
   */
  void fold(double[] position, double[] out) {
    int[] order = order(position);
    int dimensions = layout.dimensions();
    System.arraycopy(position, 0, out, 0, layout.abundancesAt());
    layout.weightTransform().constrain(position, 0, weights, 0);
    for (int label = 0; label < order.length; label++) {
      ordered[label] = weights[order[label]];
      carry(position, layout.endmembersAt(), dimensions, order[label], label, out);
      if (layout.correlationFactors() > 1) {
        int each = layout.factorTransform().coordinates();
        carry(position, layout.correlationAt(), each, order[label], label, out);
      }
    }
    layout.weightTransform().unconstrain(ordered, 0, out, 0);
  }

  private static void carry(double[] from, int at, int each, int old, int label, double[] to) {
    System.arraycopy(from, at + old * each, to, at + label * each, each);
  }

  /** By label of the domain, the point's own. */
  private int[] order(double[] position) {
    int endmembers = layout.endmembers();
    int dimensions = layout.dimensions();
    for (int label = 0; label < endmembers; label++) {
      for (int own = 0; own < endmembers; own++) {
        double square = 0;
        for (int d = 0; d < dimensions; d++) {
          double there = position[layout.endmembersAt() + own * dimensions + d];
          double apart = there - reference[label * dimensions + d];
          square += apart * apart;
        }
        cost[label * endmembers + own] = square;
      }
    }
    return Assignment.minimise(cost, endmembers, endmembers);
  }
}
