package org.debye.unmixing.scene;

import java.util.List;
import java.util.Optional;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.MetricKind;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.posterior.Abundances;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.HmcStart;
import org.debye.unmixing.posterior.MarginalLikelihood;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.StartFit;
import org.debye.unmixing.posterior.StartOutcome;
import org.debye.unmixing.posterior.StartReport;
import org.debye.unmixing.posterior.StartSummary;

/**
 * One chain of Hamiltonian Monte Carlo on a scene. Its mean log likelihood, by which the best start
 * is chosen, has the abundances integrated out. The paper's, given the abundances, would here
 * prefer chains that are stuck where the scatter is too small, since the scatter is inferred.
 */
record SceneChain(MixingModel model, Observations points, InferenceSettings inference) {
  /**
   * Where spectra are strongly mixed the posterior has narrow corners: at 0.8 several trajectories
   * in a hundred diverge there, at 0.95 fewer than one, for 1.5 to 2 times the time.
   */
  private static final double TARGET_ACCEPTANCE = 0.95;

  private static final int MOST_DOUBLINGS = 10;
  private static final int INTEGRATED = 48;

  /** Draws, unless the chain does not move. */
  Optional<SceneStart> run(
      MixingDensity density, double[] position, RandomStream random, RandomStreams integral) {
    HmcSettings hmc =
        new HmcSettings(
            inference.warmup(),
            inference.effectiveDraws(),
            inference.maximumDraws(),
            2 * INTEGRATED,
            TARGET_ACCEPTANCE,
            MOST_DOUBLINGS,
            MetricKind.CONDITIONAL_BLOCKS,
            Abundances.SAMPLED);
    return HmcStart.runFrom(density, hmc, position, random) instanceof StartOutcome.Fitted fitted
        ? Optional.of(start(fitted.fit(), integral))
        : Optional.empty();
  }

  private SceneStart start(StartFit fit, RandomStreams integral) {
    int divergences = fit.report() instanceof StartReport.OfChain chain ? chain.divergences() : 0;
    double[] draws = fit.relabelled();
    double[] likelihood = marginal(fit, integral);
    return new SceneStart(
        StartSummary.of(fit.layout(), draws, likelihood),
        new ChainDraws(fit.draws().variables(), draws, fit.draws().statistics()),
        divergences,
        fit.cost().cpuSeconds(),
        List.of());
  }

  /** The log likelihood of all points, abundances integrated out, at some of the draws. */
  private double[] marginal(StartFit fit, RandomStreams integral) {
    MarginalLikelihood marginal = MarginalLikelihood.of(model, points, fit, INTEGRATED, integral);
    int n = points.count();
    double[] values = marginal.likelihood().values();
    double[] sums = new double[values.length / n];
    for (int at = 0; at < values.length; at++) {
      sums[at / n] += values[at];
    }
    return sums;
  }
}
