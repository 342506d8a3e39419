package org.debye.inference.nuts;

import java.util.function.Supplier;
import org.debye.inference.BlockedLogDensity;
import org.debye.inference.LogDensity;

/** From settings to the objects that carry them out. */
final class MetricChoice {
  private static final int LOW_RANK_INTERVAL = 20;

  private MetricChoice() {}

  static void check(NutsSettings settings, LogDensity density) {
    if (settings.metric() == MetricKind.CONDITIONAL_BLOCKS
        && !(density instanceof BlockedLogDensity)) {
      throw new IllegalArgumentException("CONDITIONAL_BLOCKS needs a BlockedLogDensity");
    }
    if (settings.metric() == MetricKind.CONDITIONAL_BLOCKS
        && !(settings.plan() instanceof AdaptationPlan.Windows)) {
      throw new IllegalArgumentException("CONDITIONAL_BLOCKS needs a plan of windows");
    }
  }

  /**
   * @param gradient where the chain starts
   */
  static MetricTuner tuner(NutsSettings settings, LogDensity density, double[] gradient) {
    int n = density.dimension();
    Metric unit = DiagonalMetric.unit(n);
    return switch (settings.metric()) {
      case UNIT -> new FixedMetric(Geometry.of(unit));
      case DIAGONAL -> tuner(settings, () -> new VarianceEstimator(n), unit);
      case DENSE -> tuner(settings, () -> new CovarianceEstimator(n), unit);
      case GRADIENT_DIAGONAL ->
          tuner(
              settings,
              () -> new GradientVarianceEstimator(n),
              GradientVarianceEstimator.first(gradient));
      case LOW_RANK ->
          tuner(settings, () -> new LowRankEstimator(n), GradientVarianceEstimator.first(gradient));
      case CONDITIONAL_BLOCKS ->
          new ConditionalTuner(
              (AdaptationPlan.Windows) settings.plan(),
              settings.warmup(),
              (BlockedLogDensity) density,
              GradientVarianceEstimator.first(gradient));
    };
  }

  private static MetricTuner tuner(
      NutsSettings settings, Supplier<MetricEstimator> estimators, Metric initial) {
    int warmup = settings.warmup();
    if (settings.plan() instanceof AdaptationPlan.Windows plan) {
      return new WindowedTuner(plan, warmup, estimators.get(), initial);
    }
    return new RunningTuner(
        (AdaptationPlan.Running) settings.plan(),
        warmup,
        new RunningTuner.Estimators(estimators.get(), estimators.get()),
        initial,
        settings.metric() == MetricKind.LOW_RANK ? LOW_RANK_INTERVAL : 1);
  }

  /** No adaptation. */
  private record FixedMetric(Geometry geometry) implements MetricTuner {
    @Override
    public Change learn(int iteration, double[] position, double[] gradient, boolean moved) {
      return Change.NONE;
    }
  }
}
