package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.inference.LogDensity;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.nuts.NutsSampler;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.Recorder;
import org.debye.inference.nuts.SampledChain;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarginalLikelihoodTest {
  private static final RandomStreams STREAMS = RandomStreams.of(51);

  private static StartFit fit(MixingModel model, Observations observed, int effective) {
    MixingDensity density = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    HmcSettings settings =
        HmcSettings.standard()
            .withAbundances(Abundances.SAMPLED)
            .withDraws(effective, 20 * effective);
    return ((StartOutcome.Fitted) HmcStart.run(density, settings, STREAMS.at("chain"))).fit();
  }

  /** K, D, alpha1, sigma. */
  @ParameterizedTest
  @CsvSource({"2, 1, 1, 0.2", "2, 1, 0.1, 0.02", "3, 2, 1, 0.1", "3, 2, 5, 0.3", "2, 2, 1, 0.1"})
  void theIntegralIsTheQuadratures(int k, int d, double alpha1, double sigma) {
    MixingModel model = new MixingModel(k, d, 2, alpha1, sigma, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 12, STREAMS.under("data")).observed();
    StartFit fit = fit(model, observed, 50);
    MarginalLikelihood marginal =
        MarginalLikelihood.of(model, observed, fit, 3, STREAMS.under("shifts"));
    assertThat(marginal.untrusted()).isZero();
    StickQuadrature quadrature = new StickQuadrature(k == 2 ? 0.005 : 0.04, 9);
    for (int draw = 0; draw < 3; draw++) {
      int kept = draw * fit.abundances().size() / 3;
      int at = fit.abundances().drawOf(kept) * fit.layout().width();
      double[] globals = Arrays.copyOfRange(fit.draws().values(), at, at + fit.layout().width());
      for (int i = 0; i < observed.count(); i++) {
        double[] y = Arrays.copyOfRange(observed.values(), i * d, (i + 1) * d);
        double exact =
            quadrature.logMarginal(
                y,
                Arrays.copyOf(globals, k),
                alpha1,
                endmembers(fit.layout(), globals),
                covariance(fit.layout(), globals));
        double estimate = marginal.likelihood().values()[draw * observed.count() + i];
        assertThat(estimate)
            .as("draw %d, observation %d, error %g", draw, i, marginal.errors()[i])
            .isCloseTo(exact, within(6 * marginal.errors()[i] + 1e-3));
      }
    }
  }

  private static double[][] endmembers(GlobalsLayout layout, double[] globals) {
    double[][] endmembers = new double[layout.endmembers()][];
    for (int k = 0; k < endmembers.length; k++) {
      int from = layout.endmembersAt() + k * layout.dimensions();
      endmembers[k] = Arrays.copyOfRange(globals, from, from + layout.dimensions());
    }
    return endmembers;
  }

  private static double[][] covariance(GlobalsLayout layout, double[] globals) {
    double first = globals[layout.scalesAt()];
    if (layout.dimensions() == 1) {
      return new double[][] {{first * first}};
    }
    double second = globals[layout.scalesAt() + 1];
    double both = first * second * globals[layout.correlationAt()];
    return new double[][] {{first * first, both}, {both, second * second}};
  }

  /**
   * The posterior of K = 2, D = 1 with the abundances integrated out has four coordinates; sampled
   * with numerical derivatives, it knows nothing of the density that is tested.
   */
  @Test
  void samplingWithTheAbundancesIntegratedOutGivesTheSamePosterior() {
    MixingModel model = new MixingModel(2, 1, 2, 1.5, 0.3, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 8, STREAMS.under("oracle")).observed();
    MarginalPosterior oracle = new MarginalPosterior(model, observed);
    SampledChain.Sampled sampled =
        (SampledChain.Sampled)
            NutsSampler.sample(
                oracle,
                NutsSettings.standard().withWarmup(200),
                600,
                STREAMS.at("oracle chain"),
                Recorder.unconstrained(4));
    List<double[]> expected = new ArrayList<>();
    for (int draw = 0; draw < 600; draw++) {
      double[] position = Arrays.copyOfRange(sampled.draws().values(), 4 * draw, 4 * draw + 4);
      expected.add(labelFree(oracle.globals(position)));
    }
    StartFit fit = fit(model, observed, 600);
    List<double[]> found = new ArrayList<>();
    int width = fit.layout().width();
    for (int draw = 0; draw < fit.draws().draws(); draw++) {
      found.add(
          labelFree(Arrays.copyOfRange(fit.draws().values(), draw * width, (draw + 1) * width)));
    }
    for (int quantity = 0; quantity < expected.get(0).length; quantity++) {
      double[] one = column(expected, quantity);
      double[] other = column(found, quantity);
      double error =
          Math.hypot(
              MonteCarloError.mean(new double[][] {one}),
              MonteCarloError.mean(new double[][] {other}));
      assertThat(Arrays.stream(other).average().orElseThrow())
          .as("quantity %d, error %g", quantity, error)
          .isCloseTo(Arrays.stream(one).average().orElseThrow(), within(4 * error));
    }
  }

  /** Length, larger weight, both endmembers in order, noise scale, and the squares of these. */
  private static double[] labelFree(double[] globals) {
    double[] values = LabelFree.values(new GlobalsLayout(2, 1, 1, 0), globals);
    double[] both = Arrays.copyOf(values, 2 * values.length);
    for (int at = 0; at < values.length; at++) {
      both[values.length + at] = values[at] * values[at];
    }
    return both;
  }

  private static double[] column(List<double[]> rows, int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }

  /** Coordinates: logit of w_1, c_1, c_2, logit of s between its bounds. */
  private static final class MarginalPosterior implements LogDensity {
    private final MixingModel model;
    private final Observations observed;
    private final StickQuadrature quadrature = new StickQuadrature(0.11, 5.5);

    MarginalPosterior(MixingModel model, Observations observed) {
      this.model = model;
      this.observed = observed;
    }

    double[] globals(double[] u) {
      double w = 1 / (1 + Math.exp(-u[0]));
      double s = model.sigma() * (0.5 + 1 / (1 + Math.exp(-u[3])));
      return new double[] {w, 1 - w, u[1], u[2], s};
    }

    private double value(double[] u) {
      double[] globals = globals(u);
      double share = globals[4] / model.sigma() - 0.5;
      double sum = -0.5 * (u[1] * u[1] + u[2] * u[2]);
      sum += model.alpha0() * Math.log(globals[0] * globals[1]);
      sum += Math.log(share * (1 - share));
      for (double y : observed.values()) {
        sum +=
            quadrature.logMarginal(
                new double[] {y},
                Arrays.copyOf(globals, 2),
                model.alpha1(),
                new double[][] {{u[1]}, {u[2]}},
                new double[][] {{globals[4] * globals[4]}});
      }
      return sum;
    }

    @Override
    public int dimension() {
      return 4;
    }

    @Override
    public double evaluate(double[] position, double[] gradient) {
      double[] moved = position.clone();
      for (int at = 0; at < 4; at++) {
        moved[at] = position[at] + 1e-4;
        double above = value(moved);
        moved[at] = position[at] - 1e-4;
        gradient[at] = (above - value(moved)) / 2e-4;
        moved[at] = position[at];
      }
      return value(position);
    }
  }
}
