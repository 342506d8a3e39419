package org.debye.learning.train;

import org.debye.learning.data.Batch;
import org.debye.learning.layer.Pass;

/**
 * What is minimised: a model and a loss over it. A new way to train is a new objective; the loop
 * stays. Sums, not means, so that ranks with parts of different size add up to the same.
 */
@FunctionalInterface
public interface Objective {
  LossSum of(Batch batch, Pass pass);
}
