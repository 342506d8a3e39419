package org.debye.inference.diagnostics;

import java.util.List;
import org.debye.inference.draws.SamplerStatistics;

/**
 * How the sampler fared in the draws of all chains, warm-up apart.
 *
 * @param draws of all chains
 * @param divergences draws whose trajectory diverged; any is a warning
 * @param saturated share of draws whose trajectory reached the largest depth; a few per cent cost
 *     speed, not truth
 * @param meanAcceptance mean acceptance statistic
 * @param stepSizes of each chain at its last draw
 * @param energyFractions E-BFMI of each chain; below 0.3 is a warning
 * @param leapfrogs steps of all trajectories
 */
public record SamplerSummary(
    int draws,
    int divergences,
    double saturated,
    double meanAcceptance,
    double[] stepSizes,
    double[] energyFractions,
    long leapfrogs) {

  /**
   * Summary of chains.
   *
   * @param chains statistics of each chain
   * @param maxDepth the sampler's limit to the depth of a tree
   */
  public static SamplerSummary of(List<SamplerStatistics> chains, int maxDepth) {
    int draws = 0;
    int divergences = 0;
    int saturated = 0;
    double acceptance = 0;
    long leapfrogs = 0;
    double[] stepSizes = new double[chains.size()];
    double[] energyFractions = new double[chains.size()];
    for (int c = 0; c < chains.size(); c++) {
      SamplerStatistics chain = chains.get(c);
      int n = chain.draws();
      for (int i = 0; i < n; i++) {
        divergences += chain.diverging()[i] ? 1 : 0;
        saturated += chain.treeDepth()[i] >= maxDepth ? 1 : 0;
        acceptance += chain.acceptanceRate()[i];
        leapfrogs += chain.steps()[i];
      }
      draws += n;
      stepSizes[c] = n == 0 ? Double.NaN : chain.stepSize()[n - 1];
      energyFractions[c] = EnergyFraction.bfmi(chain.energy());
    }
    return new SamplerSummary(
        draws,
        divergences,
        (double) saturated / draws,
        acceptance / draws,
        stepSizes,
        energyFractions,
        leapfrogs);
  }

  /** The smallest of the chains' E-BFMI; NaN if one is. */
  public double worstEnergyFraction() {
    double worst = Double.POSITIVE_INFINITY;
    for (double fraction : energyFractions) {
      worst = Math.min(worst, fraction);
    }
    return energyFractions.length == 0 ? Double.NaN : worst;
  }
}
