package org.debye.study;

import java.util.Optional;
import org.debye.inference.variational.Family;
import org.debye.numeric.RandomStream;
import org.debye.unmixing.posterior.CpuClock;
import org.debye.unmixing.posterior.HmcBeginning;
import org.debye.unmixing.posterior.HmcChain;
import org.debye.unmixing.posterior.HmcStart;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.StartFit;
import org.debye.unmixing.posterior.StartFlag;
import org.debye.unmixing.posterior.StartOutcome;
import org.debye.unmixing.posterior.StartReport;
import org.debye.unmixing.posterior.VariationalStart;
import org.debye.unmixing.posterior.VariationalStartSettings;

/** One start of Hamiltonian Monte Carlo or variational inference, with what it says of itself. */
final class BayesianCell {
  private final StudyCell cell;
  private final SimulatedDataset data;
  private final MixingDensity density;
  private final RandomStream random;
  private final ResultParts parts;
  private final CpuClock clock = new CpuClock();

  private BayesianCell(
      StudyCell cell, SimulatedDataset data, RandomStream random, ResultParts parts) {
    this.cell = cell;
    this.data = data;
    this.random = random;
    this.parts = parts;
    density = MixingDensity.of(data.inferring(), data.observed(), MixingDensity.Options.ofModel());
  }

  static void run(StudyCell cell, SimulatedDataset data, RandomStream random, ResultParts parts) {
    BayesianCell one = new BayesianCell(cell, data, random, parts);
    if (cell.method() == StudyMethod.HMC) {
      one.chain();
    } else {
      one.measure(one.approximated());
    }
  }

  private void chain() {
    Optional<HmcChain> compared =
        cell.part() == StudyPart.KEPT ? ComparedChains.take(cell) : Optional.empty();
    HmcBeginning beginning =
        compared
            .<HmcBeginning>map(HmcBeginning.Begun::new)
            .orElseGet(() -> HmcStart.begin(density, cell.settings().compared(), random));
    if (!(beginning instanceof HmcBeginning.Begun begun)) {
      parts.flag(((HmcBeginning.Refused) beginning).reason());
      return;
    }
    HmcChain chain = begun.chain();
    if (cell.part() == StudyPart.KEPT && compared.isEmpty()) {
      chain.until(cell.settings().compared());
    }
    boolean compares = cell.part() == StudyPart.COMPARED;
    Optional<StartFit> fit =
        measure(chain.until(compares ? cell.settings().compared() : cell.settings().hmc()));
    if (compares && fit.isPresent()) {
      ComparedChains.offer(cell, chain, fit.get().summary().meanLogLikelihood());
    }
  }

  private StartOutcome approximated() {
    VariationalStartSettings settings = cell.settings().variational();
    return switch (cell.method()) {
      case VI -> VariationalStart.run(density, settings, new Family.MeanField(), random);
      case VI_LOW_RANK ->
          VariationalStart.run(density, settings, new Family.LowRank(settings.rank()), random);
      case VI_FULL_RANK -> VariationalStart.run(density, settings, new Family.FullRank(), random);
      case VI_BLOCKS ->
          VariationalStart.run(
              density, cell.settings().blocks(), new Family.ConditionalBlocks(), random);
      case HMC, N_FINDR, VCA, SISAL ->
          throw new IllegalArgumentException(cell.method() + " approximates no posterior");
    };
  }

  private Optional<StartFit> measure(StartOutcome outcome) {
    if (outcome instanceof StartOutcome.Refused refused) {
      parts.flag(refused.reason());
      return Optional.empty();
    }
    StartFit fit = ((StartOutcome.Fitted) outcome).fit();
    for (StartFlag flag : fit.flags()) {
      parts.flag(flag.detail());
    }
    parts.put(StudyMetric.DRAWS, fit.draws().draws());
    parts.put(StudyMetric.CPU_SECONDS, clock.seconds());
    parts.put(StudyMetric.GRADIENTS, (double) fit.cost().gradients());
    parts.put(StudyMetric.LABEL_SWITCHES, fit.relabelling().switches());
    if (fit.report() instanceof StartReport.OfChain chain) {
      report(chain);
    } else if (fit.report() instanceof StartReport.OfVariational variational) {
      parts.put(StudyMetric.ELBO, variational.bound());
      parts.put(StudyMetric.ELBO_RISE, variational.rise().value());
      parts.put(StudyMetric.CONVERGED, variational.rise().flat() ? 1 : 0);
      parts.put(StudyMetric.PARETO_SHAPE, variational.paretoShape());
      if (cell.detail() != StudyDetail.NUMBERS) {
        parts.put(StudyArray.ELBO_TRACE, variational.trace());
      }
    }
    new FitMeasurement(fit, data, parts).measure(density, cell);
    if (cell.detail() == StudyDetail.DRAWS) {
      parts.put(fit.draws());
    }
    return Optional.of(fit);
  }

  private void report(StartReport.OfChain chain) {
    parts.put(StudyMetric.WORST_ESS, chain.worstEffectiveDraws());
    parts.put(StudyMetric.WORST_R_HAT, chain.worstRHat());
    parts.put(StudyMetric.DIVERGENCES, chain.divergences());
    parts.put(StudyMetric.DEPTH_SATURATIONS, chain.saturations());
    parts.put(StudyMetric.E_BFMI, chain.energyFraction());
    parts.put(StudyMetric.ACCEPTANCE, chain.acceptance());
    parts.put(StudyMetric.STEP_SIZE, chain.stepSize());
    parts.put(StudyMetric.LEAPFROGS, chain.leapfrogs() + (double) chain.warmupGradients());
    chain
        .quadrature()
        .ifPresent(
            quadrature -> {
              parts.put(StudyMetric.QUADRATURE_NODES, quadrature.nodes());
              parts.put(StudyMetric.QUADRATURE_ACCEPTED, quadrature.accepted());
              parts.put(StudyMetric.QUADRATURE_ERROR, quadrature.error());
            });
  }
}
