package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;

final class WeightsPriorTest {
  private static final double GAMMA = 1.7;
  private static final WeightsPrior STICKS = new WeightsPrior.StickBreaking(GAMMA);

  private static double log(double[] weights) {
    return STICKS.logConstant(weights.length, 1)
        + STICKS.logDensity(weights, 1, new double[weights.length]);
  }

  @Test
  void stickBreakingIsTheProductOfBetasWithTheSticksJacobian() {
    RandomStream random = RandomStreams.of(41).at("weights");
    for (int endmembers : new int[] {2, 3, 5}) {
      double[] flat = new double[endmembers];
      Arrays.fill(flat, 1);
      double[] weights = new double[endmembers];
      random.nextDirichlet(flat, weights);
      double expected = 0;
      double rest = 1;
      for (int k = 0; k < endmembers - 1; k++) {
        double stick = weights[k] / rest;
        expected += BetaDistribution.of(1, GAMMA).logDensity(stick) - Math.log(rest);
        rest -= weights[k];
      }
      assertThat(log(weights)).isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void theDensitysGradientFollowsThePrior() {
    MixingModel model = new MixingModel(4, 3, 1.3, 1, 0.2, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observed = MixtureSimulator.simulate(model, 6, RandomStreams.of(42)).observed();
    MixingPrior prior = MixingPrior.ofModel().withWeights(STICKS);
    MixingDensity density =
        MixingDensity.of(model, observed, new MixingDensity.Options(prior, Logits.STRETCHED));
    MixingDensity plain = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    double[] position = new double[density.dimension()];
    RandomStream random = RandomStreams.of(43).at("position");
    Arrays.setAll(position, at -> 0.5 * random.nextGaussian());
    double[] gradient = new double[position.length];
    double value = density.evaluate(position, gradient);
    double[] globals = new double[density.layout().globals()];
    density.constrain(position, globals);
    double[] weights = Arrays.copyOf(globals, 4);
    WeightsPrior symmetric = new WeightsPrior.Symmetric();
    double other =
        symmetric.logConstant(4, 1.3) + symmetric.logDensity(weights, 1.3, new double[4]);
    double[] unused = new double[position.length];
    assertThat(value - plain.evaluate(position, unused))
        .isCloseTo(log(weights) - other, within(1e-9));
    for (int at = 0; at < 3; at++) {
      double[] moved = position.clone();
      moved[at] += 1e-5;
      double above = density.evaluate(moved, unused);
      moved[at] -= 2e-5;
      double below = density.evaluate(moved, unused);
      assertThat(gradient[at]).isCloseTo((above - below) / 2e-5, within(1e-5));
    }
  }
}
