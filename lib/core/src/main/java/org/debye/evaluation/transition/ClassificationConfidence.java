package org.debye.evaluation.transition;

import java.util.Arrays;

/**
 * How clearly a series of frames goes from class to class: 1 - N_f / N_t (Sun, thesis, eq. 3.1),
 * where N_f of the N_t frames lie in an ambiguous region. Of two classes those are the frames
 * between the leading and the trailing run of one label; of more, an extension of ours, the frames
 * that lie in the zone of a {@link TransitionBoundary}, which for two classes is the same unless
 * the series ends in the class that it begins with. With one class there is no boundary: all frames
 * are ambiguous, and the confidence is 0.
 *
 * @param ambiguous N_f
 * @param frames N_t
 */
public record ClassificationConfidence(int ambiguous, int frames) {

  /**
   * Of labels.
   *
   * @param labels one a frame in the order of frames, at least one
   */
  public static ClassificationConfidence of(int[] labels) {
    int n = labels.length;
    int classes = (int) Arrays.stream(labels).distinct().count();
    int ambiguous =
        switch (classes) {
          case 0 -> throw new IllegalArgumentException("no label");
          case 1 -> n;
          case 2 -> betweenRuns(labels);
          default -> inZones(labels);
        };
    return new ClassificationConfidence(ambiguous, n);
  }

  /** 0 to 1. */
  public double value() {
    return 1 - (double) ambiguous / frames;
  }

  private static int betweenRuns(int[] labels) {
    int first = 0;
    while (labels[first] == labels[0]) {
      first++;
    }
    int last = labels.length - 1;
    while (labels[last] == labels[labels.length - 1]) {
      last--;
    }
    return Math.max(0, last + 1 - first);
  }

  private static int inZones(int[] labels) {
    boolean[] inside = new boolean[labels.length];
    for (TransitionBoundary boundary : TransitionBoundary.of(labels)) {
      Arrays.fill(inside, boundary.zoneFrom(), boundary.zoneTo(), true);
    }
    int count = 0;
    for (boolean one : inside) {
      count += one ? 1 : 0;
    }
    return count;
  }
}
