package org.debye.learning.train;

import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.collective.Collective;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;

/** Whether every rank gets something of every batch, and all ranks have the same examples. */
final class EnoughForAll {
  private EnoughForAll() {}

  static void check(Examples examples, int batchFrames, Collective ranks) {
    List<int[]> batches = BatchPlan.inOrder(examples, batchFrames);
    int least = batches.stream().mapToInt(batch -> batch.length).min().orElse(0);
    if (least < ranks.size()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "training examples",
          examples.sequences().size()
              + " sequences of spectra make a batch of "
              + least
              + ", which "
              + ranks.size()
              + " ranks cannot share",
          "Give more spectra, a larger batch, or fewer ranks.");
    }
    long fingerprint = fingerprint(examples);
    for (long other : ranks.gather(fingerprint)) {
      if (other != fingerprint) {
        throw new IllegalStateException("ranks have different examples");
      }
    }
  }

  private static long fingerprint(Examples examples) {
    long hash = examples.sequences().size();
    for (int[] sequence : examples.sequences()) {
      for (int spectrum : sequence) {
        hash = 31 * hash + examples.ids()[spectrum];
        hash = 31 * hash + examples.labels()[spectrum];
      }
      hash = 31 * hash + sequence.length;
    }
    return hash;
  }
}
