package org.debye.inference.nuts;

import java.util.List;

/** Decides in warm-up when the metric changes. */
interface MetricTuner {
  /**
   * Looks at the draw of a warm-up iteration.
   *
   * @param iteration from 0
   * @param moved whether the draw is another point than the last
   */
  Change learn(int iteration, double[] position, double[] gradient, boolean moved);

  /**
   * Takes points that are known before the first iteration; tuners that have no use for them ignore
   * them.
   */
  default void prepare(List<double[]> positions, List<double[]> gradients) {}

  /** What to use now. */
  Geometry geometry();

  /** What an iteration did to the metric. */
  enum Change {
    NONE,
    /** A little: the step size goes on adapting. */
    REFINED,
    /** Wholly: the step size is sought anew. */
    REPLACED
  }
}
