package org.debye.unmixing.posterior;

import java.io.Serializable;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsSettings;

/**
 * How one start of Hamiltonian Monte Carlo runs, and how long.
 *
 * @param warmup iterations that adapt step size and metric
 * @param effectiveDraws the chain ends when its worst endmember coordinate has this many effective
 *     draws (bulk, after relabelling), at least 4
 * @param maximumDraws or here at the latest, at least {@code effectiveDraws}
 * @param keptDraws how many evenly spaced draws quantiles of abundances are taken from, at least 16
 * @param targetAcceptance mean acceptance that the step size is adapted to
 * @param maximumDepth doublings after which a trajectory ends
 * @param metric what warm-up adapts the metric to, where abundances are sampled
 * @param abundances whether they are sampled or integrated out
 */
public record HmcSettings(
    int warmup,
    int effectiveDraws,
    int maximumDraws,
    int keptDraws,
    double targetAcceptance,
    int maximumDepth,
    MetricKind metric,
    Abundances abundances)
    implements Serializable {

  public HmcSettings {
    if (effectiveDraws < 4 || maximumDraws < effectiveDraws || keptDraws < 16) {
      throw new IllegalArgumentException(
          effectiveDraws + " effective of " + maximumDraws + " draws, " + keptDraws + " kept");
    }
  }

  /** 400 effective draws, the number that Vehtari et al. 2021 ask for. */
  public static HmcSettings standard() {
    return new HmcSettings(
        500, 400, 8000, 400, 0.8, 10, MetricKind.GRADIENT_DIAGONAL, Abundances.INTEGRATED);
  }

  /** The same with another number of effective draws and another cap. */
  public HmcSettings withDraws(int effective, int maximum) {
    return new HmcSettings(
        warmup, effective, maximum, keptDraws, targetAcceptance, maximumDepth, metric, abundances);
  }

  /** The same with another metric and warm-up. */
  public HmcSettings withMetric(MetricKind other, int iterations) {
    return new HmcSettings(
        iterations,
        effectiveDraws,
        maximumDraws,
        keptDraws,
        targetAcceptance,
        maximumDepth,
        other,
        abundances);
  }

  /** The same with abundances sampled or integrated out. */
  public HmcSettings withAbundances(Abundances other) {
    return new HmcSettings(
        warmup,
        effectiveDraws,
        maximumDraws,
        keptDraws,
        targetAcceptance,
        maximumDepth,
        metric,
        other);
  }

  /** The sampler's part. */
  public NutsSettings nuts() {
    return NutsSettings.standard()
        .withMetric(metric)
        .withWarmup(warmup)
        .withMaxDepth(maximumDepth)
        .withTargetAcceptance(targetAcceptance);
  }
}
