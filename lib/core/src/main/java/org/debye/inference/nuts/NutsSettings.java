package org.debye.inference.nuts;

/**
 * How a chain runs.
 *
 * @param warmup iterations in which step size and metric adapt, at least 0
 * @param maxDepth doublings after which a trajectory ends, 1 to 20
 * @param targetAcceptance mean acceptance statistic that the step size is adapted to, in (0, 1)
 * @param metric family of the inverse mass matrix
 * @param plan when warm-up changes the metric
 * @param maxEnergyError energy error above which a trajectory is divergent, above 0
 * @param initialRadius half width of the uniform distribution of starting coordinates, above 0
 */
public record NutsSettings(
    int warmup,
    int maxDepth,
    double targetAcceptance,
    MetricKind metric,
    AdaptationPlan plan,
    double maxEnergyError,
    double initialRadius) {

  public NutsSettings {
    require(warmup >= 0, "warmup is " + warmup);
    require(maxDepth >= 1 && maxDepth <= 20, "maxDepth is " + maxDepth);
    require(
        targetAcceptance > 0 && targetAcceptance < 1, "targetAcceptance is " + targetAcceptance);
    require(maxEnergyError > 0, "maxEnergyError is " + maxEnergyError);
    require(initialRadius > 0 && Double.isFinite(initialRadius), "radius is " + initialRadius);
  }

  /** Stan's defaults: 1,000 warm-up iterations, depth 10, acceptance 0.8, diagonal metric. */
  public static NutsSettings standard() {
    return new NutsSettings(1000, 10, 0.8, MetricKind.DIAGONAL, AdaptationPlan.STAN, 1000, 2);
  }

  public NutsSettings withWarmup(int iterations) {
    return new NutsSettings(
        iterations, maxDepth, targetAcceptance, metric, plan, maxEnergyError, initialRadius);
  }

  public NutsSettings withMaxDepth(int depth) {
    return new NutsSettings(
        warmup, depth, targetAcceptance, metric, plan, maxEnergyError, initialRadius);
  }

  public NutsSettings withTargetAcceptance(double target) {
    return new NutsSettings(warmup, maxDepth, target, metric, plan, maxEnergyError, initialRadius);
  }

  /** Another family, with the plan that goes with it: nutpie's for the two that are nutpie's. */
  public NutsSettings withMetric(MetricKind kind) {
    AdaptationPlan own =
        switch (kind) {
          case GRADIENT_DIAGONAL, LOW_RANK -> AdaptationPlan.NUTPIE;
          case UNIT, DIAGONAL, DENSE, CONDITIONAL_BLOCKS -> AdaptationPlan.STAN;
        };
    return new NutsSettings(
        warmup, maxDepth, targetAcceptance, kind, own, maxEnergyError, initialRadius);
  }

  public NutsSettings withPlan(AdaptationPlan other) {
    return new NutsSettings(
        warmup, maxDepth, targetAcceptance, metric, other, maxEnergyError, initialRadius);
  }

  public NutsSettings withInitialRadius(double radius) {
    return new NutsSettings(
        warmup, maxDepth, targetAcceptance, metric, plan, maxEnergyError, radius);
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
