package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.variational.ElboRise;

/** What only one kind of inference has to say of a start. */
public sealed interface StartReport {

  /**
   * Of a chain.
   *
   * @param stepSize after warm-up
   * @param energyFraction energy Bayesian fraction of missing information; below 0.3 is doubtful
   * @param worstEffectiveDraws least bulk effective sample size of an endmember coordinate
   * @param worstRHat greatest rank-normalised split R-hat of an endmember coordinate
   * @param divergences trajectories that diverged, after warm-up
   * @param saturations trajectories that ended at the greatest depth, after warm-up
   * @param acceptance mean acceptance statistic, after warm-up
   * @param leapfrogs leapfrog steps, after warm-up
   * @param warmupGradients evaluations of the density before the first draw
   * @param quadrature how abundances were integrated out; empty where they were sampled
   */
  record OfChain(
      double stepSize,
      double energyFraction,
      double worstEffectiveDraws,
      double worstRHat,
      int divergences,
      int saturations,
      double acceptance,
      long leapfrogs,
      long warmupGradients,
      Optional<Quadrature> quadrature)
      implements StartReport {}

  /**
   * Of a variational fit.
   *
   * @param bound evidence lower bound at the end
   * @param trace evidence lower bound along the optimisation
   * @param rise of the evidence lower bound at the end
   * @param paretoShape of the importance ratios of its draws
   */
  record OfVariational(double bound, double[] trace, ElboRise rise, double paretoShape)
      implements StartReport {}
}
