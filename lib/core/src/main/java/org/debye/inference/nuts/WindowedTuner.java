package org.debye.inference.nuts;

/** {@link AdaptationPlan.Windows}, as Stan runs them. */
final class WindowedTuner implements MetricTuner {
  private static final int FEWEST = 20;

  private final MetricEstimator estimator;
  private final int from;
  private final int until;
  private int length;
  private int windowEnd;
  private Geometry geometry;

  WindowedTuner(
      AdaptationPlan.Windows plan, int warmup, MetricEstimator estimator, Metric initial) {
    this.estimator = estimator;
    geometry = Geometry.of(initial);
    boolean fits = plan.initial() + plan.first() + plan.last() <= warmup;
    int last = fits ? plan.last() : (int) (0.1 * warmup);
    from = fits ? plan.initial() : (int) (0.15 * warmup);
    until = warmup < FEWEST ? from : warmup - last;
    length = fits ? plan.first() : until - from;
    windowEnd = from + length;
    absorbRest();
  }

  @Override
  public Change learn(int iteration, double[] position, double[] gradient, boolean moved) {
    if (iteration < from || iteration >= until) {
      return Change.NONE;
    }
    estimator.add(position, gradient);
    if (iteration + 1 < windowEnd) {
      return Change.NONE;
    }
    length *= 2;
    windowEnd += length;
    absorbRest();
    if (estimator.count() < 3) {
      return Change.NONE;
    }
    geometry = estimator.estimate();
    estimator.reset();
    return Change.REPLACED;
  }

  /** A window runs to the end where the next one, twice as long, would not fit after it. */
  private void absorbRest() {
    if (windowEnd + 2 * length > until) {
      windowEnd = until;
    }
  }

  /** The iteration after which the geometry first changes. */
  int firstEnd() {
    return windowEnd;
  }

  @Override
  public Geometry geometry() {
    return geometry;
  }
}
