package org.debye.learning.storage;

import org.debye.learning.data.Examples;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.train.Objective;
import org.debye.learning.weight.Placement;

/** A network that was built from its card: what training needs of it. */
public interface BuiltNetwork {
  /** Whether what is said of a spectrum depends on those before and after it. */
  boolean looksAtNeighbours();

  /** What it is trained by. */
  Objective objective(CrossEntropy loss);

  /**
   * What is learnt after the last epoch, of all training examples.
   *
   * @param batchFrames spectra that pass at once, at most
   */
  default void conclude(Placement placement, Examples training, int batchFrames) {}
}
