package org.debye.inference.nuts;

import org.debye.inference.BlockedLogDensity;

/**
 * First a running {@link GradientVarianceEstimator}, which copes with draws far from where the
 * chain is going; then windows for the {@link ConditionalEstimator}.
 */
final class ConditionalTuner implements MetricTuner {
  private static final AdaptationPlan.Running APPROACH = new AdaptationPlan.Running(1, 0, 10, 10);

  private final int initial;
  private final MetricTuner approach;
  private final WindowedTuner windows;
  private boolean approaching = true;

  ConditionalTuner(
      AdaptationPlan.Windows plan, int warmup, BlockedLogDensity density, Metric first) {
    int n = density.dimension();
    approach =
        new RunningTuner(
            APPROACH,
            warmup,
            new RunningTuner.Estimators(
                new GradientVarianceEstimator(n), new GradientVarianceEstimator(n)),
            first,
            1);
    windows = new WindowedTuner(plan, warmup, new ConditionalEstimator(density), first);
    initial = windows.firstEnd();
  }

  @Override
  public Change learn(int iteration, double[] position, double[] gradient, boolean moved) {
    Change change = windows.learn(iteration, position, gradient, moved);
    if (iteration >= initial - 1) {
      approaching = false;
      return change;
    }
    return approach.learn(iteration, position, gradient, moved);
  }

  @Override
  public Geometry geometry() {
    return approaching ? approach.geometry() : windows.geometry();
  }
}
