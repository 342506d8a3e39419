package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the joint density, integrated over a lattice of one observation's coordinates. */
final class MarginalDensityTest {
  private static final RandomStreams STREAMS = RandomStreams.of(71);
  private static final double STEP = 0.04;
  private static final double REACH = 5.5;
  private static final BallRule RULE = new BallRule(64);

  private static MixingDensity joint(int k, int d, double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = new MixingModel(k, d, 3, alpha1, sigma, 1.5, noise);
    Observations observed =
        MixtureSimulator.simulate(model, 1, STREAMS.under("data").under(k).under(d)).observed();
    return MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
  }

  private static double[] globals(MixingDensity joint, int number) {
    RandomStream random = STREAMS.at("globals", number);
    double[] position = new double[joint.dimension()];
    Arrays.setAll(position, i -> 0.7 * random.nextGaussian());
    return position;
  }

  private static double integral(MixingDensity joint, double[] globals) {
    double[] position = globals.clone();
    double[] slope = new double[position.length];
    double peak = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int from = joint.layout().abundancesAt();
    int sticks = joint.layout().endmembers() - 1;
    int nodes = (int) Math.round(2 * REACH / STEP) + 1;
    for (int node = 0; node < Math.pow(nodes, sticks); node++) {
      position[from] = -REACH + STEP * (node % nodes);
      if (sticks > 1) {
        int row = node / nodes;
        position[from + 1] = -REACH + STEP * row;
      }
      double log = joint.evaluate(position, slope);
      if (log > peak) {
        sum *= Math.exp(peak - log);
        peak = log;
      }
      sum += Math.exp(log - peak);
    }
    return peak + Math.log(sum) + sticks * Math.log(STEP);
  }

  private static MarginalDensity marginal(MixingDensity joint, AbundanceRule rule) {
    return MarginalDensity.of(joint, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 3, 0.3, STANDARD_DEVIATION",
    "2, 1, 8, 0.05, AUTHORS_CODE",
    "2, 3, 5, 0.5, AUTHORS_CODE",
    "3, 2, 10, 0.3, STANDARD_DEVIATION",
    "3, 2, 10, 0.03, AUTHORS_CODE",
    "3, 3, 8, 0.1, AUTHORS_CODE"
  })
  void isTheIntegralOfTheJointDensity(int k, int d, double alpha1, double sigma, NoiseModel noise) {
    MixingDensity joint = joint(k, d, alpha1, sigma, noise);
    MarginalDensity marginal = marginal(joint, RULE);
    double[] gradient = new double[marginal.dimension()];
    for (int number = 0; number < 3; number++) {
      double[] position = globals(joint, number);
      double exact = integral(joint, position);
      assertThat(marginal.logDensity(position)).isCloseTo(exact, within(2e-3));
      assertThat(marginal.evaluate(position, gradient)).isCloseTo(exact, within(2e-3));
    }
  }

  /** Global weights near a corner: shapes of a thousandth, whose mass lies beyond all nodes. */
  @ParameterizedTest
  @CsvSource({"2, 1, 3, 0.2, 6", "2, 1, 3, 0.2, -6", "3, 2, 3, 0.2, 6", "3, 2, 3, 0.2, -7"})
  void promisesNoMassWhereItCannotLook(int k, int d, double alpha1, double sigma, double logit) {
    MixingDensity joint = joint(k, d, alpha1, sigma, NoiseModel.STANDARD_DEVIATION);
    double[] position = globals(joint, 0);
    position[0] = logit;
    double exact = integral(joint, position);
    for (int nodes : new int[] {5, 9, 17, 64}) {
      double value = marginal(joint, new BallRule(nodes)).logDensity(position);
      assertThat(Double.isNaN(value) || value < exact + 1).as("%s, %s", value, exact).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0.4, 0.3, STANDARD_DEVIATION",
    "2, 1, 3, 0.2, AUTHORS_CODE",
    "2, 3, 1, 0.5, AUTHORS_CODE",
    "3, 2, 0.5, 0.4, STANDARD_DEVIATION",
    "3, 2, 10, 0.1, AUTHORS_CODE",
    "3, 3, 2, 0.1, AUTHORS_CODE"
  })
  void aLatticeIsTheIntegralToo(int k, int d, double alpha1, double sigma, NoiseModel noise) {
    MixingDensity joint = joint(k, d, alpha1, sigma, noise);
    MarginalDensity marginal = marginal(joint, new StickLattice(0.08));
    double[] gradient = new double[marginal.dimension()];
    for (int number = 0; number < 3; number++) {
      double[] position = globals(joint, number);
      double exact = integral(joint, position);
      assertThat(marginal.logDensity(position)).isCloseTo(exact, within(1e-3));
      assertThat(marginal.evaluate(position, gradient)).isCloseTo(exact, within(1e-3));
    }
  }

  /** To rounding: the sum over a lattice has a gradient of its own, near the integral or not. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 0.4, 0.3, STANDARD_DEVIATION, 0.4",
    "3, 2, 0.5, 0.4, STANDARD_DEVIATION, 0.5",
    "3, 2, 10, 0.03, AUTHORS_CODE, 0.5",
    "3, 4, 2, 0.1, AUTHORS_CODE, 0.7",
    "4, 3, 2, 0.1, AUTHORS_CODE, 0.8"
  })
  void theGradientOfALatticeIsThatOfItsValues(
      int k, int d, double alpha1, double sigma, NoiseModel noise, double step) {
    MixingDensity joint = joint(k, d, alpha1, sigma, noise);
    MarginalDensity marginal = marginal(joint, new StickLattice(step));
    double[] gradient = new double[marginal.dimension()];
    double[] position = globals(joint, 0);
    marginal.evaluate(position, gradient);
    double h = 1e-5;
    for (int i = 0; i < gradient.length; i++) {
      double[] above = position.clone();
      above[i] += h;
      double[] below = position.clone();
      below[i] -= h;
      double slope = (marginal.logDensity(above) - marginal.logDensity(below)) / (2 * h);
      assertThat(gradient[i])
          .as("coordinate %d", i)
          .isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
    }
  }

  /** Shapes of a hundredth and U-shaped conditionals, where nodes about a mode see a tenth. */
  @ParameterizedTest
  @CsvSource({"0.15, 0.3, STANDARD_DEVIATION", "0.9, 0.02, AUTHORS_CODE"})
  void aLatticeConvergesWhereAbundancesCrowdAtCorners(
      double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = new MixingModel(3, 2, 20, alpha1, sigma, 20, noise);
    MixtureSimulator.Simulated drawn = MixtureSimulator.simulate(model, 300, STREAMS.under("many"));
    MixingDensity joint =
        MixingDensity.of(model, drawn.observed(), MixingDensity.Options.ofModel());
    double[] position = new double[joint.dimension()];
    joint.unconstrain(drawn.truth(), position);
    double exact = marginal(joint, new StickLattice(0.1)).logDensity(position);
    assertThat(marginal(joint, new StickLattice(0.14)).logDensity(position))
        .isCloseTo(exact, within(1e-3));
    assertThat(marginal(joint, new StickLattice(0.3)).logDensity(position))
        .isCloseTo(exact, within(0.5));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 6, 0.3, STANDARD_DEVIATION", "3, 2, 10, 0.03, AUTHORS_CODE"})
  void theGradientIsThatOfTheIntegral(int k, int d, double alpha1, double sigma, NoiseModel noise) {
    MixingDensity joint = joint(k, d, alpha1, sigma, noise);
    MarginalDensity marginal = marginal(joint, RULE);
    double[] gradient = new double[marginal.dimension()];
    double[] position = globals(joint, 0);
    marginal.evaluate(position, gradient);
    double h = 1e-3;
    for (int i = 0; i < gradient.length; i++) {
      double[] above = position.clone();
      above[i] += h;
      double[] below = position.clone();
      below[i] -= h;
      double slope = (integral(joint, above) - integral(joint, below)) / (2 * h);
      assertThat(gradient[i]).as("coordinate %d", i).isCloseTo(slope, within(5e-3));
    }
  }

  /** Noise correlated by 0.96 makes the integrands bananas; the sum is over 300 of them. */
  @ParameterizedTest
  @CsvSource({"3, 2, 10, 0.03, AUTHORS_CODE", "3, 2, 10, 0.2, STANDARD_DEVIATION"})
  void theSumOverManyObservationsConverges(
      int k, int d, double alpha1, double sigma, NoiseModel noise) {
    MixingModel model = new MixingModel(k, d, 20, alpha1, sigma, 1, noise);
    MixtureSimulator.Simulated drawn = MixtureSimulator.simulate(model, 300, STREAMS.under("many"));
    MixingDensity joint =
        MixingDensity.of(model, drawn.observed(), MixingDensity.Options.ofModel());
    double[] position = new double[joint.dimension()];
    joint.unconstrain(drawn.truth(), position);
    double exact = marginal(joint, RULE).logDensity(position);
    assertThat(marginal(joint, new BallRule(17)).logDensity(position))
        .isCloseTo(exact, within(0.2));
    assertThat(marginal(joint, new BallRule(40)).logDensity(position))
        .isCloseTo(exact, within(0.01));
  }

  /**
   * Where the noise is thin in a direction, rules that serve elsewhere see too little: why chains
   * with the abundances integrated out stay away from there.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.3, 100", "0, 0.2, 50", "1, 0.3, 2", "1, 0.2, 2"})
  void aLatticeThatServesElsewhereLosesThinNoise(int number, double step, double lost) {
    MixingModel model = new MixingModel(3, 2, 4, 3, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    MixtureSimulator.Simulated drawn =
        MixtureSimulator.simulate(model, 40, RandomStreams.of(5).under(number));
    MixingDensity joint =
        MixingDensity.of(model, drawn.observed(), MixingDensity.Options.ofModel());
    double[] position = new double[joint.dimension()];
    joint.unconstrain(drawn.truth(), drawn.logAbundances(), position);
    int at = joint.layout().correlationAt();
    double[] lacks = new double[2];
    for (int thin = 0; thin < 2; thin++) {
      position[at] = thin == 0 ? 0 : Math.log(1.99 / 0.01) / 2;
      double[] globals = Arrays.copyOf(position, joint.layout().abundancesAt());
      double fine = MarginalDensity.of(joint, new StickLattice(0.025)).logDensity(globals);
      lacks[thin] = fine - MarginalDensity.of(joint, new StickLattice(step)).logDensity(globals);
    }
    assertThat(lacks[0]).as("correlation 0").isCloseTo(0, within(0.2));
    assertThat(lacks[1]).as("correlation 0.99").isGreaterThan(lost);
  }
}
