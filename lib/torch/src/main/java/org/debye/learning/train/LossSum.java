package org.debye.learning.train;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * What one rank's part of a batch contributes.
 *
 * @param sum of the loss over its terms, with its graph
 * @param count what the sum over all ranks is divided by: terms, or their weights
 * @param right how many were classified rightly, where that means something
 * @param of so many: records, or the points of all records
 * @param tasks the sum of each task by itself, unweighted, in the order of {@link Objective#tasks};
 *     none where there is one task
 */
public record LossSum(Tensor sum, double count, long right, long of, List<Tensor> tasks) {
  public LossSum {
    tasks = List.copyOf(tasks);
  }

  /** Of one task. */
  public LossSum(Tensor sum, double count, long right, long of) {
    this(sum, count, right, of, List.of());
  }
}
