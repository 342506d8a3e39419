package org.debye.inference.nuts;

import java.util.List;

/** {@link AdaptationPlan.Running}, as nuts-rs runs it. */
final class RunningTuner implements MetricTuner {
  private final AdaptationPlan.Running plan;
  private final int early;
  private final int until;
  private MetricEstimator foreground;
  private MetricEstimator background;
  private final int interval;
  private int sinceUpdate;
  private boolean changed;
  private Geometry geometry;

  /**
   * @param interval iterations between two updates of the metric
   */
  RunningTuner(
      AdaptationPlan.Running plan,
      int warmup,
      Estimators estimators,
      Metric initial,
      int interval) {
    this.plan = plan;
    this.interval = interval;
    early = (int) (plan.early() * warmup);
    until = warmup - (int) (plan.last() * warmup);
    foreground = estimators.foreground();
    background = estimators.background();
    geometry = Geometry.of(initial);
  }

  /** Two estimators of the same kind. */
  record Estimators(MetricEstimator foreground, MetricEstimator background) {}

  @Override
  public Change learn(int iteration, double[] position, double[] gradient, boolean moved) {
    if (iteration >= until) {
      return Change.NONE;
    }
    if (moved) {
      foreground.add(position, gradient);
      background.add(position, gradient);
    }
    sinceUpdate++;
    boolean switched =
        background.count() >= (iteration < early ? plan.earlySwitch() : plan.lateSwitch());
    if (switched) {
      MetricEstimator seen = background;
      background = foreground;
      foreground = seen;
      background.reset();
    }
    if (foreground.count() < 3 || (!switched && sinceUpdate < interval)) {
      return Change.NONE;
    }
    sinceUpdate = 0;
    geometry = foreground.estimate();
    Change change = changed ? Change.REFINED : Change.REPLACED;
    changed = true;
    return change;
  }

  @Override
  public void prepare(List<double[]> positions, List<double[]> gradients) {
    for (int i = 0; i < positions.size(); i++) {
      foreground.add(positions.get(i), gradients.get(i));
    }
    if (foreground.count() >= 3) {
      geometry = foreground.estimate();
      changed = true;
    }
  }

  @Override
  public Geometry geometry() {
    return geometry;
  }
}
