package org.debye.classification.split;

import java.util.Arrays;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * One split with given shares, the same for each class as nearly as whole frames or whole datasets
 * allow: by frame, each class's count in each part is its share rounded up or down, but that no
 * part wanted goes without; by dataset see {@link DatasetAssignment}.
 *
 * @param validation share, 0 to below 1
 * @param test share, 0 to below 1; the rest, above 0, is for training
 * @param grouping what stays together
 */
public record StratifiedHoldOut(double validation, double test, Grouping grouping)
    implements SplitPlan {

  public StratifiedHoldOut {
    if (!(validation >= 0) || !(test >= 0) || !(validation + test > 0 && validation + test < 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          "shares of " + validation + " for validation and " + test + " for the test",
          "Give shares that are at least 0 and together between 0 and 1.");
    }
  }

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    double[] shares = {1 - validation - test, validation, test};
    int[] partOf =
        grouping == Grouping.BY_DATASET
            ? DatasetAssignment.parts(frames, shares, streams.under("hold-out"))
            : byFrame(frames, shares, streams.under("hold-out"));
    return List.of(new Split(recordsOf(partOf, 0), recordsOf(partOf, 1), recordsOf(partOf, 2)));
  }

  private static int[] byFrame(LabelledFrames frames, double[] shares, RandomStreams streams) {
    int wanted = (int) Arrays.stream(shares).filter(share -> share > 0).count();
    frames.labels().requireClasses(wanted);
    int[] partOf = new int[frames.count()];
    for (int k = 0; k < frames.labels().classes(); k++) {
      int[] members = frames.shuffledMembers(k, streams);
      int[] counts = Apportionment.of(members.length, shares);
      int next = 0;
      for (int part = 0; part < counts.length; part++) {
        for (int i = 0; i < counts[part]; i++) {
          partOf[members[next++]] = part;
        }
      }
    }
    return partOf;
  }

  static int[] recordsOf(int[] partOf, int part) {
    int[] all = new int[partOf.length];
    int size = 0;
    for (int i = 0; i < partOf.length; i++) {
      if (partOf[i] == part) {
        all[size++] = i;
      }
    }
    return Arrays.copyOf(all, size);
  }
}
