package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.NutsChain;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarginalChainTest {
  private static final RandomStreams STREAMS = RandomStreams.of(72);

  private static StartFit fit(
      MixingModel model, Observations observed, Abundances abundances, int effective) {
    MixingDensity density = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    HmcSettings settings =
        HmcSettings.standard().withAbundances(abundances).withDraws(effective, 60 * effective);
    StartOutcome outcome = HmcStart.run(density, settings, STREAMS.at(abundances.name()));
    return ((StartOutcome.Fitted) outcome).fit();
  }

  /** Label-free quantities: the posterior is symmetric in the endmembers. */
  @ParameterizedTest
  @CsvSource({
    "AUTHORS_CODE, 3, 0.01",
    "STANDARD_DEVIATION, 3, 0.2",
    "AUTHORS_CODE, 0.6, 0.02",
    "STANDARD_DEVIATION, 0.6, 0.3"
  })
  void integratedAndSampledAbundancesGiveOnePosterior(
      NoiseModel noise, double alpha1, double sigma) {
    MixingModel model = new MixingModel(2, 1, 3, alpha1, sigma, 1, noise);
    Observations observed = MixtureSimulator.simulate(model, 40, STREAMS.under("data")).observed();
    StartFit sampled = fit(model, observed, Abundances.SAMPLED, 600);
    StartFit integrated = fit(model, observed, Abundances.INTEGRATED, 600);
    StartReport.OfChain report = (StartReport.OfChain) integrated.report();
    assertThat(report.quadrature()).isPresent();
    assertThat(report.quadrature().get().error()).isLessThan(0.05);
    assertThat(report.quadrature().get().accepted()).isGreaterThan(0.7);
    compare("length", length(sampled), length(integrated));
    compare("scale", column(sampled, sampled.layout().scalesAt()), column(integrated, 4));
    compare("log likelihood", sampled.logLikelihood(), integrated.logLikelihood());
    compare("log density", sampled.draws().statistics().lp(), integrated.draws().statistics().lp());
    compare("abundance", spread(sampled), spread(integrated));
  }

  private static void compare(String what, double[] one, double[] other) {
    double[][] a = {one};
    double[][] b = {other};
    double error = Math.hypot(MonteCarloError.mean(a), MonteCarloError.mean(b));
    assertThat(Math.abs(mean(one) - mean(other)))
        .as("%s: %g and %g", what, mean(one), mean(other))
        .isLessThan(4 * error);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double[] length(StartFit fit) {
    double[] one = column(fit, 2);
    double[] other = column(fit, 3);
    double[] length = new double[one.length];
    for (int draw = 0; draw < length.length; draw++) {
      length[draw] = Math.abs(one[draw] - other[draw]);
    }
    return length;
  }

  private static double[] column(StartFit fit, int place) {
    int width = fit.layout().width();
    double[] values = fit.draws().values();
    double[] column = new double[values.length / width];
    for (int draw = 0; draw < column.length; draw++) {
      column[draw] = values[draw * width + place];
    }
    return column;
  }

  /** How unequal the abundances of the first observation are, draw by draw. */
  private static double[] spread(StartFit fit) {
    double[] spread = new double[fit.abundances().size()];
    for (int which = 0; which < spread.length; which++) {
      double[] abundances = fit.abundances().abundances(which);
      spread[which] = Math.abs(abundances[0] - abundances[1]);
    }
    return spread;
  }

  /** What follows a further warm-up is a chain of the same posterior, and not for ever. */
  @Test
  void isWarmedUpAgainTwiceAtMost() {
    MixingModel model = new MixingModel(2, 1, 3, 0.6, 0.3, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 40, STREAMS.under("data")).observed();
    MixingDensity density = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    HmcSettings settings = HmcSettings.standard();
    RandomStream random = STREAMS.at("again");
    NutsChain pilot =
        ((ChainStart.Started) NutsChain.start(density, settings.nuts(), random)).chain();
    MarginalWarmUp.Ready ready =
        (MarginalWarmUp.Ready) MarginalWarmUp.run(density, settings, pilot, random);
    PosteriorChain first = new PosteriorChain.Marginal(ready.chain(), ready.warmUp(), 0);
    double[] before = lengths(first, density, 2_000);
    PosteriorChain second = first.warmedUpAgain().orElseThrow();
    assertThat(second.warmupGradients()).isGreaterThan(first.gradients());
    compare("length", before, lengths(second, density, 2_000));
    PosteriorChain third = second.warmedUpAgain().orElseThrow();
    lengths(third, density, 400);
    assertThat(third.warmedUpAgain()).isEmpty();
  }

  private static double[] lengths(PosteriorChain chain, MixingDensity density, int draws) {
    double[] position = new double[density.dimension()];
    double[] lengths = new double[draws];
    int at = density.layout().endmembersAt();
    for (int draw = 0; draw < draws; draw++) {
      chain.step(position);
      lengths[draw] = Math.abs(position[at] - position[at + 1]);
    }
    return lengths;
  }

  /** Trajectories on few observations propose, all of them decide: one posterior. */
  @Test
  void fewObservationsGiveThePosteriorOfAll() {
    MixingModel model = new MixingModel(3, 2, 5, 4, 0.03, 1, NoiseModel.AUTHORS_CODE);
    Observations observed = MixtureSimulator.simulate(model, 400, STREAMS.under("few")).observed();
    MixingDensity density = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    HmcSettings settings = HmcSettings.standard();
    RandomStream random = STREAMS.at("few", 1);
    NutsChain pilot =
        ((ChainStart.Started) NutsChain.start(density, settings.nuts(), random)).chain();
    MarginalWarmUp.Ready ready =
        (MarginalWarmUp.Ready) MarginalWarmUp.run(density, settings, pilot, random);
    MarginalChain few = ready.chain();
    assertThat(few.rules().few().orElseThrow().points().count()).isLessThan(400 / 2);
    double[][] ofFew = labelFree(few, density, 1_200);
    assertThat(few.quadrature().accepted()).isGreaterThan(0.6);
    MarginalChain all = ready.warmUp().onAll(few).orElseThrow();
    assertThat(all.rules().few()).isEmpty();
    goesOn(few, all);
    double[][] ofAll = labelFree(all, density, 400);
    for (int quantity = 0; quantity < ofAll.length; quantity++) {
      compare("quantity " + quantity, ofAll[quantity], ofFew[quantity]);
    }
    MarginalChain anew = ready.warmUp().condensed(all).orElseThrow();
    assertThat(anew.rules().few()).isPresent();
    goesOn(all, anew);
    double[][] ofNew = labelFree(anew, density, 1_200);
    for (int quantity = 0; quantity < ofAll.length; quantity++) {
      compare("quantity " + quantity, ofAll[quantity], ofNew[quantity]);
    }
  }

  private static void goesOn(MarginalChain before, MarginalChain after) {
    assertThat(after.moves()).isEqualTo(before.moves());
    assertThat(distance(after.position(), before.position())).isLessThan(1e-9);
    assertThat(after.gradients() - after.warmupGradients())
        .isEqualTo(before.gradients() - before.warmupGradients());
  }

  private static double distance(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  /** Area of the triangle, weighted mean, noise scales, log density. */
  private static double[][] labelFree(MarginalChain chain, MixingDensity density, int draws) {
    double[][] columns = new double[5][draws];
    double[] position = new double[density.dimension()];
    double[] values = new double[density.layout().globals()];
    for (int draw = 0; draw < draws; draw++) {
      double lp = chain.step(position).path().logDensity();
      density.constrain(position, values);
      double[] c = Arrays.copyOfRange(values, 3, 9);
      columns[0][draw] =
          Math.abs((c[2] - c[0]) * (c[5] - c[1]) - (c[4] - c[0]) * (c[3] - c[1])) / 2;
      columns[1][draw] = values[0] * c[0] + values[1] * c[2] + values[2] * c[4];
      columns[2][draw] = values[9];
      columns[3][draw] = values[10];
      columns[4][draw] = lp;
    }
    return columns;
  }

  @Test
  void whereAbundancesCrowdAtZeroTheyAreSampled() {
    MixingModel model = new MixingModel(3, 2, 3, 0.3, 0.002, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 60, STREAMS.under("data")).observed();
    StartFit fit = fit(model, observed, Abundances.INTEGRATED, 30);
    assertThat(((StartReport.OfChain) fit.report()).quadrature()).isEmpty();
  }

  @Test
  void equalSeedsGiveEqualDraws() {
    MixingModel model = new MixingModel(2, 1, 3, 4, 0.2, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 20, STREAMS.under("data")).observed();
    assertThat(fit(model, observed, Abundances.INTEGRATED, 50).draws().values())
        .isEqualTo(fit(model, observed, Abundances.INTEGRATED, 50).draws().values());
  }
}
