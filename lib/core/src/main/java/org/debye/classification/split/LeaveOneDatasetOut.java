package org.debye.classification.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/** A split for each dataset, by name: it is tested, all others are trained with. */
public record LeaveOneDatasetOut() implements SplitPlan {

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    List<String> datasets = frames.distinctDatasets();
    frames.labels().requireClasses(1);
    if (datasets.size() < 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          "all labels are of dataset " + datasets.get(0),
          "Label a second dataset, or split by frame.");
    }
    DatasetAssignment.requireTwoDatasets(frames);
    List<Split> splits = new ArrayList<>();
    for (String left : datasets) {
      Set<String> others = new HashSet<>(datasets);
      others.remove(left);
      splits.add(new Split(frames.inDatasets(others), new int[0], frames.inDatasets(Set.of(left))));
    }
    return splits;
  }
}
