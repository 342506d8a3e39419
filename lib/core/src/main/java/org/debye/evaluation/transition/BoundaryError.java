package org.debye.evaluation.transition;

import java.util.List;

/**
 * How far answers put the boundaries of a series from where its labels have them.
 *
 * @param frames mean over the boundaries that both have of how many frames one is off the other;
 *     NaN where there is none
 * @param missed boundaries of the labels that the answers do not have
 */
public record BoundaryError(double frames, int missed) {

  /**
   * Compares them.
   *
   * @param labels of a series of frames
   * @param answers of the same frames
   */
  public static BoundaryError of(int[] labels, int[] answers) {
    if (labels.length != answers.length) {
      throw new IllegalArgumentException(labels.length + " labels, " + answers.length + " answers");
    }
    List<TransitionBoundary> found = TransitionBoundary.of(answers);
    long off = 0;
    int both = 0;
    int missed = 0;
    for (TransitionBoundary truth : TransitionBoundary.of(labels)) {
      int frame = frame(found, truth);
      if (frame < 0) {
        missed++;
      } else {
        off += Math.abs(frame - truth.frame());
        both++;
      }
    }
    return new BoundaryError(both == 0 ? Double.NaN : (double) off / both, missed);
  }

  private static int frame(List<TransitionBoundary> found, TransitionBoundary wanted) {
    for (TransitionBoundary one : found) {
      if (one.before() == wanted.before() && one.after() == wanted.after()) {
        return one.frame();
      }
    }
    return -1;
  }
}
