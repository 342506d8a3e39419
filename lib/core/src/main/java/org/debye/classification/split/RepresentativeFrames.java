package org.debye.classification.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Frames that stand for their ramp: every n-th of it, the first among them, without those next to a
 * change of class.
 *
 * @param stride every how many frames one is taken, from the first on
 * @param droppedBefore frames taken that are left out before each change of class
 * @param droppedAfter and after it
 */
public record RepresentativeFrames(int stride, int droppedBefore, int droppedAfter) {
  /** Chapter 5 of Sun's thesis: 31 of 349, as in the authors' program. */
  public static final RepresentativeFrames OF_ONE_RAMP = new RepresentativeFrames(10, 3, 1);

  /**
   * Of D1, D4, D8 and D9 the 286 spectra of the thesis's chapter 6: of 872 frames every third is
   * one of 292, less one before each of the six changes. The thesis names neither the rule nor the
   * four datasets; these are those of its chapter 7.
   */
  public static final RepresentativeFrames OF_FOUR_RAMPS = new RepresentativeFrames(3, 1, 0);

  public RepresentativeFrames {
    if (stride < 1 || droppedBefore < 0 || droppedAfter < 0) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          "a stride of " + stride + ", " + droppedBefore + " and " + droppedAfter + " dropped",
          "Give a stride of at least 1, and counts of at least 0.");
    }
  }

  /** Records of all datasets that are kept, by dataset and frame. */
  public int[] of(LabelledFrames frames) {
    List<Integer> kept = new ArrayList<>();
    for (String dataset : frames.distinctDatasets()) {
      IntStream.of(of(frames.labels(), frames.recordsOf(dataset))).forEach(kept::add);
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Those kept of the records of one ramp, which are in their order. */
  int[] of(ClassLabels labels, int[] ramp) {
    int[] taken =
        IntStream.iterate(0, i -> i < ramp.length, i -> i + stride).map(i -> ramp[i]).toArray();
    return IntStream.range(0, taken.length)
        .filter(i -> !nextToChange(labels, taken, i))
        .map(i -> taken[i])
        .toArray();
  }

  private boolean nextToChange(ClassLabels labels, int[] taken, int i) {
    int first = Math.max(0, i - droppedAfter);
    int last = Math.min(taken.length - 1, i + droppedBefore);
    for (int j = first; j < last; j++) {
      if (labels.values()[taken[j]] != labels.values()[taken[j + 1]]) {
        return true;
      }
    }
    return false;
  }
}
