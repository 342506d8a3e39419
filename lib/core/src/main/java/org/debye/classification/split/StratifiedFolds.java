package org.debye.classification.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * k splits, each with another fold as test. By frame, records are dealt out class after class, so
 * that the counts of a class in two folds, and the sizes of two folds, differ by one at most; by
 * dataset see {@link DatasetAssignment}.
 *
 * @param folds k, at least 2
 * @param grouping what stays together
 */
public record StratifiedFolds(int folds, Grouping grouping) implements SplitPlan {

  public StratifiedFolds {
    if (folds < 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION, "split", folds + " folds", "Ask for at least two.");
    }
  }

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    int[] foldOf =
        grouping == Grouping.BY_DATASET
            ? DatasetAssignment.folds(frames, folds, streams.under("folds"))
            : dealt(frames, streams.under("folds"));
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int test = fold;
      splits.add(
          new Split(
              IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != test).toArray(),
              new int[0],
              StratifiedHoldOut.recordsOf(foldOf, fold)));
    }
    return splits;
  }

  private int[] dealt(LabelledFrames frames, RandomStreams streams) {
    frames.labels().requireClasses(folds);
    int[] foldOf = new int[frames.count()];
    Arrays.fill(foldOf, -1);
    int dealt = 0;
    for (int k = 0; k < frames.labels().classes(); k++) {
      for (int member : frames.shuffledMembers(k, streams)) {
        foldOf[member] = dealt++ % folds;
      }
    }
    return foldOf;
  }
}
