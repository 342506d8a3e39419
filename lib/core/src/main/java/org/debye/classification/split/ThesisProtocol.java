package org.debye.classification.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * How Sun's thesis trains, a split for each dataset: every tenth frame of the ramp, without those
 * next to a change of class; the test is the whole ramp, <em>training frames included</em>, so its
 * scores say little of another ramp ({@link Split#withoutLeak} leaves them out). Of 349 frames with
 * a boundary at 185, 35 are taken and 0-15 and 20-34 of them kept, as in the authors' program.
 *
 * @param stride every how many frames one is taken, from the first on
 * @param droppedBefore frames taken that are left out before each change of class
 * @param droppedAfter and after it
 */
public record ThesisProtocol(int stride, int droppedBefore, int droppedAfter) implements SplitPlan {
  /** Every tenth frame, three left out before the boundary and one after. */
  public static final ThesisProtocol PUBLISHED = new ThesisProtocol(10, 3, 1);

  public ThesisProtocol {
    if (stride < 1 || droppedBefore < 0 || droppedAfter < 0) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          "a stride of " + stride + ", " + droppedBefore + " and " + droppedAfter + " dropped",
          "Give a stride of at least 1, and counts of at least 0.");
    }
  }

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    frames.labels().requireClasses(1);
    List<Split> splits = new ArrayList<>();
    for (String dataset : frames.distinctDatasets()) {
      splits.add(split(frames.labels(), dataset, frames.recordsOf(dataset)));
    }
    return splits;
  }

  private Split split(ClassLabels labels, String dataset, int[] ramp) {
    int[] taken =
        IntStream.iterate(0, i -> i < ramp.length, i -> i + stride).map(i -> ramp[i]).toArray();
    int[] kept =
        IntStream.range(0, taken.length)
            .filter(i -> !nextToChange(labels, taken, i))
            .map(i -> taken[i])
            .toArray();
    long classes = IntStream.of(kept).map(i -> labels.values()[i]).distinct().count();
    if (classes < 2) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          dataset,
          "every " + stride + "th frame, less those next to a change, leaves one class or none",
          "Choose a smaller stride, or train on several datasets.");
    }
    return new Split(kept, new int[0], ramp.clone());
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
