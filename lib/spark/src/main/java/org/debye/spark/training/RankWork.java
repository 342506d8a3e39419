package org.debye.spark.training;

import java.io.Serializable;

/**
 * What every rank does, shipped to it. With the same ranks and the same checkpoints it gives the
 * same bits: what is done again after a loss must not differ from what was lost.
 *
 * @param <R> what a rank gives back, serializable and small
 */
@FunctionalInterface
public interface RankWork<R> extends Serializable {
  /**
   * Begins at the last checkpoint, or from the start where there is none.
   *
   * @throws org.debye.failure.InputException what the user can mend; the work is not tried again
   * @throws org.debye.learning.collective.LostRankException let it pass; the work is tried again
   */
  R run(RankContext context) throws Exception;
}
