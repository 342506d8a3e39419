package org.debye.evaluation.transition;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a series of labelled frames goes from one class to the next.
 *
 * @param before label of the class that ends
 * @param after label of the class that begins
 * @param frame the place, from 0, of the first frame after the boundary: the split that fewest
 *     frames contradict, the middle one of several
 * @param zoneFrom first frame of the ambiguous zone
 * @param zoneTo one past its last frame; {@code zoneFrom} and {@code frame} for a clear boundary
 */
public record TransitionBoundary(int before, int after, int frame, int zoneFrom, int zoneTo) {

  /** The boundaries between the classes in their {@link ClassOrder}; none of one class. */
  public static List<TransitionBoundary> of(int[] labels) {
    ClassOrder order = ClassOrder.of(labels);
    List<TransitionBoundary> boundaries = new ArrayList<>();
    for (int rank = 0; rank + 1 < order.count(); rank++) {
      boundaries.add(between(order, rank));
    }
    return boundaries;
  }

  private static TransitionBoundary between(ClassOrder order, int rank) {
    int[] ranks = order.ranks();
    int firstLate = -1;
    int lastEarly = -1;
    int wrong = 0; // of a split before all frames: the early ones
    for (int i = 0; i < ranks.length; i++) {
      boolean early = ranks[i] <= rank;
      wrong += early ? 1 : 0;
      lastEarly = early ? i : lastEarly;
      firstLate = !early && firstLate < 0 ? i : firstLate;
    }
    int least = Integer.MAX_VALUE;
    int low = 0;
    int high = 0;
    for (int split = 1; split < ranks.length; split++) {
      wrong += ranks[split - 1] <= rank ? -1 : 1;
      if (wrong < least) {
        least = wrong;
        low = split;
      }
      high = wrong == least ? split : high;
    }
    int frame = (low + high) / 2;
    boolean clear = firstLate > lastEarly;
    return new TransitionBoundary(
        order.classes()[rank],
        order.classes()[rank + 1],
        frame,
        clear ? frame : firstLate,
        clear ? frame : lastEarly + 1);
  }

  /** Frames that cannot be told to be on one side or the other. */
  public int zone() {
    return zoneTo - zoneFrom;
  }
}
