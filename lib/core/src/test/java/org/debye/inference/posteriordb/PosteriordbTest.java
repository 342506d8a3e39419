package org.debye.inference.posteriordb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsSampler;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.SampledChain;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NUTS against the reference draws of stan-dev/posteriordb, by its settings: 4 x (1000 + 1000). */
class PosteriordbTest {
  private static final long SEED = 20261121;
  private static final String CENTRED = "eight_schools-eight_schools_centered";
  private static final String NON_CENTRED = "eight_schools-eight_schools_noncentered";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arK-arK",
        "arma-arma11",
        "earnings-earn_height",
        CENTRED,
        NON_CENTRED,
        "garch-garch11",
        "gp_pois_regr-gp_regr",
        "kidiq-kidscore_momiq",
        "low_dim_gauss_mix-low_dim_gauss_mix",
        "mesquite-logmesquite",
        "nes1996-nes",
        "sblrc-blr"
      })
  void gradientsAreDerivatives(String name) {
    Posterior posterior = Posteriors.of(name, PosteriorData.of(name));
    RandomStream random = RandomStreams.of(SEED).at("gradient");
    int n = posterior.dimension();
    double[] position = new double[n];
    double[] gradient = new double[n];
    double[] other = new double[n];
    for (int repeat = 0; repeat < 5; repeat++) {
      for (int i = 0; i < n; i++) {
        position[i] = 2 * random.nextDouble() - 1;
      }
      posterior.evaluate(position, gradient);
      for (int i = 0; i < n; i++) {
        double x = position[i];
        double step = 1e-5;
        position[i] = x + step;
        double ahead = posterior.evaluate(position, other);
        position[i] = x - step;
        double behind = posterior.evaluate(position, other);
        position[i] = x;
        double tolerance = 1e-6 * (1 + Math.abs(gradient[i])) + 1e-10 * Math.abs(ahead);
        assertThat((ahead - behind) / (2 * step))
            .as("%s, coordinate %s, seed %s", name, i, SEED)
            .isCloseTo(gradient[i], within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arK-arK",
        NON_CENTRED,
        "garch-garch11",
        "gp_pois_regr-gp_regr",
        "low_dim_gauss_mix-low_dim_gauss_mix",
      })
  void drawsAgreeWithTheReference(String name) {
    agrees(name, NutsSettings.standard());
  }

  @ParameterizedTest
  @Tag("acceptance")
  @ValueSource(
      strings = {
        "arma-arma11",
        "earnings-earn_height",
        "kidiq-kidscore_momiq",
        "mesquite-logmesquite",
        "nes1996-nes",
        "sblrc-blr",
      })
  void heavierDrawsAgreeWithTheReference(String name) {
    agrees(name, NutsSettings.standard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DENSE", "GRADIENT_DIAGONAL", "LOW_RANK"})
  void otherMetricsAgreeWithTheReference(String metric) {
    MetricKind kind = MetricKind.valueOf(metric);
    agrees("arK-arK", NutsSettings.standard().withMetric(kind));
    agrees("kidiq-kidscore_momiq", NutsSettings.standard().withMetric(kind));
  }

  @Test
  void centredEightSchoolsReportDivergences() {
    List<ChainDraws> chains = sample(CENTRED, NutsSettings.standard());
    int diverging = 0;
    for (ChainDraws chain : chains) {
      for (boolean one : chain.statistics().diverging()) {
        diverging += one ? 1 : 0;
      }
    }
    assertThat(diverging).as("divergences of centred eight schools").isGreaterThan(10);
  }

  /** The funnel that stops the diagonal metric is straight in the conditional chart. */
  @Test
  void conditionalBlocksSampleCentredEightSchools() {
    NutsSettings settings =
        NutsSettings.standard().withMetric(MetricKind.CONDITIONAL_BLOCKS).withTargetAcceptance(0.9);
    agrees(CENTRED, settings);
  }

  private static void agrees(String name, NutsSettings settings) {
    List<ChainDraws> chains = sample(name, settings);
    Map<String, double[][]> reference = PosteriorData.of(name).reference();
    for (Map.Entry<String, double[][]> variable : reference.entrySet()) {
      double[][] ours =
          chains.stream().map(chain -> chain.of(variable.getKey())).toArray(double[][]::new);
      String what = name + " " + variable.getKey() + " " + settings.metric() + ", seed " + SEED;
      assertThat(RHat.rankNormalised(ours)).as("R-hat of %s", what).isLessThan(1.01);
      meansAgree(what, ours, variable.getValue());
      meansAgree("square of " + what, squares(ours), squares(variable.getValue()));
    }
  }

  private static void meansAgree(String what, double[][] ours, double[][] reference) {
    double error = Math.hypot(MonteCarloError.mean(ours), MonteCarloError.mean(reference));
    assertThat(mean(ours)).as("mean of %s", what).isCloseTo(mean(reference), within(4 * error));
  }

  private static List<ChainDraws> sample(String name, NutsSettings settings) {
    Posterior posterior = Posteriors.of(name, PosteriorData.of(name));
    List<ChainDraws> chains = new ArrayList<>();
    for (int chain = 0; chain < 4; chain++) {
      SampledChain result =
          NutsSampler.sample(
              posterior, settings, 1000, RandomStreams.of(SEED).at(name, chain), posterior);
      assertThat(result).as("chain %s of %s", chain, name).isInstanceOf(SampledChain.Sampled.class);
      chains.add(((SampledChain.Sampled) result).draws());
    }
    return chains;
  }

  private static double[][] squares(double[][] chains) {
    double[][] squares = new double[chains.length][];
    for (int c = 0; c < chains.length; c++) {
      squares[c] = Arrays.stream(chains[c]).map(value -> value * value).toArray();
    }
    return squares;
  }

  private static double mean(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }
}
