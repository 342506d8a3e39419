package org.debye.inference.nuts;

/** Decides in warm-up when the metric changes. */
interface MetricTuner {
  /**
   * Looks at the draw of a warm-up iteration.
   *
   * @param iteration from 0
   * @param moved whether the draw is another point than the last
   */
  Change learn(int iteration, double[] position, double[] gradient, boolean moved);

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
