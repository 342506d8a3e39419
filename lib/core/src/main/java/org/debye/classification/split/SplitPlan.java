package org.debye.classification.split;

import java.util.List;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/** A way to divide labelled frames into parts. */
public sealed interface SplitPlan
    permits FewLabels, StratifiedHoldOut, StratifiedFolds, LeaveOneDatasetOut, ThesisProtocol {

  /**
   * The splits: one, or one a fold or dataset. Which part a record is in depends on the seed and on
   * the records' names and classes, not on their order.
   *
   * @param streams keyed by the seed
   * @throws InputException when the frames cannot be split so
   */
  List<Split> splits(LabelledFrames frames, RandomStreams streams);
}
