package org.debye.learning.train;

import java.util.List;
import org.debye.learning.data.Batch;
import org.debye.learning.layer.Pass;

/**
 * What is minimised: a model and a loss over it. A new way to train is a new objective; the loop
 * stays. Sums, not means, so that ranks with parts of different size add up to the same.
 */
@FunctionalInterface
public interface Objective {
  LossSum of(Batch batch, Pass pass);

  /** Names of the tasks that its loss is put together of; none where it is one. */
  default List<String> tasks() {
    return List.of();
  }
}
