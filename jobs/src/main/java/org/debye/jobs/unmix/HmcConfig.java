package org.debye.jobs.unmix;

import org.debye.inference.nuts.MetricKind;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.unmixing.posterior.Abundances;
import org.debye.unmixing.posterior.HmcSettings;

/** Keys of {@code hmc}: Hamiltonian Monte Carlo by the no-U-turn sampler. */
public record HmcConfig(
    @Key(meaning = "Iterations that adapt step size and metric.", unit = "draws", byDefault = "500")
        int warmup,
    @Key(
            meaning =
                "A chain draws until the worst endmember coordinate has this many effective"
                    + " samples.",
            unit = "draws",
            byDefault = "400")
        int minEss,
    @Key(
            meaning = "A chain that gets no further is stopped here and flagged.",
            unit = "draws",
            byDefault = "8000")
        int maxDraws,
    @Key(
            meaning = "Acceptance that the step size is adapted to; nearer 1 means smaller steps.",
            unit = "1",
            byDefault = "0.8")
        double targetAccept,
    @Key(
            meaning =
                "Whether a chain samples the abundances, or integrates them out where quadrature"
                    + " can.",
            byDefault = "integrated")
        Abundances abundances,
    @Key(
            meaning = "What the metric is adapted to where abundances are sampled.",
            byDefault = "gradient-diagonal")
        MetricKind metric,
    @Key(meaning = "A trajectory doubles at most this often.", unit = "doublings", byDefault = "10")
        int maxDepth) {
  /** Draws that quantiles of abundances are taken from. */
  private static final int KEPT = 400;

  public HmcConfig {
    InvalidValue.unless(
        warmup >= 20 && warmup <= 1_000_000,
        "warmup",
        warmup + " is not within 20 and 1000000",
        "Write 500, for example.");
    InvalidValue.unless(
        minEss >= 4, "minEss", minEss + " is below 4", "Write 400, which is what is advised.");
    InvalidValue.unless(
        maxDraws >= minEss && maxDraws <= 10_000_000,
        "maxDraws",
        maxDraws + " draws cannot hold " + minEss + " effective ones",
        "Set hmc.max-draws well above hmc.min-ess, at most 10000000.");
    InvalidValue.unless(
        targetAccept > 0 && targetAccept < 1,
        "targetAccept",
        targetAccept + " is not between 0 and 1",
        "Write 0.8, or 0.95 where there are divergences.");
    InvalidValue.unless(
        maxDepth >= 1 && maxDepth <= 20,
        "maxDepth",
        maxDepth + " is not within 1 and 20",
        "Write 10.");
  }

  /** The kernel's settings. */
  public HmcSettings settings() {
    return new HmcSettings(
        warmup, minEss, maxDraws, KEPT, targetAccept, maxDepth, metric, abundances);
  }
}
