package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.fixtures.Derivative;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MixingDensityTest {
  private static final RandomStreams STREAMS = RandomStreams.of(40);

  /** A model, a prior, coordinates and simulated observations. */
  record Setup(
      MixingModel model, MixingPrior prior, Logits logits, Observations observations, long seed) {

    MixingDensity density() {
      return MixingDensity.of(model, observations, new MixingDensity.Options(prior, logits));
    }

    PlainMixingDensity plain() {
      return new PlainMixingDensity(model, prior, logits, observations);
    }

    double[] position(double spread) {
      RandomStream random = STREAMS.at("position", seed);
      MixingDensity density = density();
      double[] position = new double[density.dimension()];
      Arrays.setAll(position, i -> spread * random.nextGaussian());
      // Where correlations are near 1 the formula's explicit inverse loses the digits to compare.
      MixingLayout layout = density.layout();
      for (int i = layout.correlationAt(); i < layout.concentrationAt(); i++) {
        position[i] *= 0.5;
      }
      return position;
    }

    @Override
    public String toString() {
      return "seed %d, N %d, %s, %s, %s"
          .formatted(seed, observations.count(), model, prior, logits);
    }
  }

  static List<Setup> setups() {
    int[][] sizes = {
      {2, 1, 1},
      {2, 1, 7},
      {2, 4, 9},
      {3, 1, 5},
      {3, 2, 1},
      {3, 2, 31},
      {3, 2, 130},
      {4, 2, 6},
      {4, 3, 12},
      {3, 5, 8},
      {5, 4, 10},
      {7, 3, 9}
    };
    MixingPrior[] priors = {
      MixingPrior.ofModel(),
      new MixingPrior(new MixingPrior.Inferred(0.8, 1.1), new MixingPrior.HalfNormal(0.4), 2.5),
      new MixingPrior(new MixingPrior.Known(), new MixingPrior.LogNormal(0.2, 0.7), 0.5),
      new MixingPrior(new MixingPrior.Inferred(2, 0.5), new MixingPrior.AroundSigma(), 1),
    };
    List<Setup> setups = new ArrayList<>();
    int seed = 0;
    for (NoiseModel noise : NoiseModel.values()) {
      for (int[] size : sizes) {
        for (Logits logits : Logits.values()) {
          RandomStream random = STREAMS.at("model", seed);
          MixingModel model =
              new MixingModel(
                  size[0],
                  size[1],
                  0.5 + 3 * random.nextDouble(),
                  Math.exp(random.nextGaussian()),
                  0.1 + random.nextDouble(),
                  0.4 + 2 * random.nextDouble(),
                  noise);
          Observations observations =
              MixtureSimulator.simulate(model, size[2], STREAMS.under(seed)).observed();
          setups.add(new Setup(model, priors[seed % 4], logits, observations, seed));
          seed++;
        }
      }
    }
    return setups;
  }

  @ParameterizedTest
  @MethodSource("setups")
  void theValueIsTheFormulas(Setup setup) {
    MixingDensity density = setup.density();
    double[] gradient = new double[density.dimension()];
    for (double spread : new double[] {0, 0.3, 1, 1.8}) {
      double[] position = setup.position(spread);
      double plain = setup.plain().logDensity(position);
      assertThat(density.evaluate(position, gradient))
          .isCloseTo(plain, within(1e-10 * (1 + Math.abs(plain))));
      double likelihood = setup.plain().logLikelihood(position);
      assertThat(density.logLikelihood(position))
          .isCloseTo(likelihood, within(1e-10 * (1 + Math.abs(likelihood))));
      double[] pointwise = new double[setup.observations().count()];
      density.pointwiseLogLikelihood(position, pointwise);
      assertThat(Arrays.stream(pointwise).sum())
          .isCloseTo(likelihood, within(1e-10 * (1 + Math.abs(likelihood))));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void theGradientIsTheDerivativeOfTheFormula(Setup setup) {
    MixingDensity density = setup.density();
    PlainMixingDensity plain = setup.plain();
    double[] gradient = new double[density.dimension()];
    for (double spread : new double[] {0.4, 1.1}) {
      double[] position = setup.position(spread);
      density.evaluate(position, gradient);
      // Each coordinate of the globals, and every kind of the abundances' place in a block.
      int globals = density.layout().abundancesAt();
      int stride = Math.max(1, (position.length - globals) / 24);
      for (int i = 0; i < position.length; i += i < globals ? 1 : stride) {
        double[] moved = position.clone();
        int coordinate = i;
        double numeric =
            Derivative.of(
                by -> {
                  moved[coordinate] = position[coordinate] + by;
                  return plain.logDensity(moved);
                },
                0,
                0.05);
        assertThat(gradient[i])
            .as("coordinate %d of %d", i, position.length)
            .isCloseTo(numeric, within(1e-7 * (1 + Math.abs(numeric))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aMixtureGoesInAndComesOut(Setup setup) {
    MixtureSimulator.Simulated simulated =
        MixtureSimulator.simulate(
            setup.model(),
            setup.observations().count(),
            STREAMS.under("truth").under(setup.seed()));
    MixingDensity density = setup.density();
    double[] position = new double[density.dimension()];
    density.unconstrain(simulated.truth(), position);
    MixingLayout layout = density.layout();
    double[] globals = new double[layout.globals()];
    density.constrain(position, globals);
    assertThat(density.globalNames()).hasSize(globals.length).doesNotHaveDuplicates();
    int k = layout.endmembers();
    int d = layout.dimensions();
    assertThat(Arrays.copyOf(globals, k))
        .containsExactly(simulated.truth().weights(), within(1e-9));
    assertThat(Arrays.copyOfRange(globals, k, k + k * d))
        .containsExactly(simulated.truth().endmembers(), within(0.0));
    assertThat(Arrays.copyOfRange(globals, k + k * d, k + k * d + d))
        .containsExactly(simulated.truth().scales(), within(1e-9));
    List<String> names = density.globalNames();
    int at = names.indexOf(layout.correlationFactors() == 1 ? "L[2,1]" : "L[2,2,1]");
    if (d > 1) {
      int factor = layout.correlationFactors() == 1 ? 0 : 1;
      assertThat(globals[at])
          .isCloseTo(simulated.truth().correlation()[factor * d * d + d], within(1e-9));
    }
    double[] abundances = new double[setup.observations().count() * k];
    density.abundances(position, abundances);
    assertThat(abundances).containsExactly(simulated.truth().abundances(), within(1e-9));
  }

  @Test
  void namesAreStans() {
    MixingModel shared = new MixingModel(2, 3, 1, 1, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    Observations one = new Observations(1, 3, new double[3]);
    MixingPrior inferred =
        new MixingPrior(new MixingPrior.Inferred(1, 1), new MixingPrior.AroundSigma(), 1);
    assertThat(
            MixingDensity.of(shared, one, new MixingDensity.Options(inferred, Logits.PLAIN))
                .globalNames())
        .containsExactly(
            "w[1]", "w[2]", "C[1,1]", "C[2,1]", "C[3,1]", "C[1,2]", "C[2,2]", "C[3,2]", "s[1]",
            "s[2]", "s[3]", "L[2,1]", "L[3,1]", "L[3,2]", "alpha1");
    MixingModel authors = new MixingModel(2, 2, 1, 1, 0.1, 1, NoiseModel.AUTHORS_CODE);
    Observations two = new Observations(1, 2, new double[2]);
    assertThat(MixingDensity.of(authors, two, MixingDensity.Options.ofModel()).globalNames())
        .endsWith("s[2]", "L[1,2,1]", "L[2,2,1]");
  }

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void evaluatesWithoutAllocation(NoiseModel noise) {
    Setup setup = ofFiveHundred(noise);
    MixingDensity density = setup.density();
    double[] position = setup.position(0.5);
    double[] gradient = new double[position.length];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 1000; i++) {
      density.evaluate(position, gradient);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      density.evaluate(position, gradient);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
  }

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void neverThrowsAndNeverTakesNonsenseForADensity(NoiseModel noise) {
    Setup setup = ofFiveHundred(noise);
    MixingDensity density = setup.density();
    double[] gradient = new double[density.dimension()];
    double[] inside = setup.position(0.5);
    double[] bad = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 1e18, -1e18
    };
    for (double value : bad) {
      for (int i = 0; i < inside.length; i += i < 30 ? 1 : 97) {
        double[] position = inside.clone();
        position[i] = value;
        double lp = density.evaluate(position, gradient);
        assertThat(lp)
            .as("coordinate %d is %s", i, value)
            .satisfiesAnyOf(v -> assertThat(v).isNaN(), v -> assertThat(v).isLessThan(-1e15));
      }
    }
    assertThat(density.evaluate(inside, gradient)).isFinite();
  }

  @ParameterizedTest
  @EnumSource(Logits.class)
  void farOutTheDensityStaysExact(Logits logits) {
    MixingModel model = new MixingModel(3, 2, 1, 0.05, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observations =
        MixtureSimulator.simulate(model, 4, STREAMS.under("far")).observed();
    Setup setup = new Setup(model, MixingPrior.ofModel(), logits, observations, 77);
    MixingDensity density = setup.density();
    double[] position = setup.position(0.5);
    double[] gradient = new double[position.length];
    double reach = logits == Logits.STRETCHED ? 4 : 30;
    for (int i = density.layout().abundancesAt(); i < position.length; i++) {
      position[i] *= reach;
    }
    double plain = setup.plain().logDensity(position);
    assertThat(density.evaluate(position, gradient))
        .isCloseTo(plain, within(1e-10 * (1 + Math.abs(plain))));
  }

  @Test
  void manyObservationsDoNotOverflowTheirProducts() {
    int n = 300_000;
    MixingModel model = new MixingModel(2, 1, 1, 1, 0.5, 1, NoiseModel.STANDARD_DEVIATION);
    Observations observations = new Observations(n, 1, new double[n]);
    MixingDensity density = MixingDensity.of(model, observations, MixingDensity.Options.ofModel());
    double[] position = new double[density.dimension()];
    Arrays.fill(position, density.layout().abundancesAt(), position.length, 0.9);
    Observations single = new Observations(1, 1, new double[1]);
    MixingDensity one = MixingDensity.of(model, single, MixingDensity.Options.ofModel());
    Observations pair = new Observations(2, 1, new double[2]);
    MixingDensity two = MixingDensity.of(model, pair, MixingDensity.Options.ofModel());
    double first = one.evaluate(Arrays.copyOf(position, one.dimension()), new double[6]);
    double second = two.evaluate(Arrays.copyOf(position, two.dimension()), new double[6]);
    double expected = first + (n - 1) * (second - first);
    assertThat(density.evaluate(position, new double[position.length]))
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  @Test
  void modelAndObservationsMustFit() {
    MixingModel model = new MixingModel(3, 2, 1, 1, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    Observations other = new Observations(1, 3, new double[3]);
    assertThatThrownBy(() -> MixingDensity.of(model, other, MixingDensity.Options.ofModel()))
        .hasMessage("a model of 2 dimensions for observations of 3");
  }

  private static Setup ofFiveHundred(NoiseModel noise) {
    MixingModel model = new MixingModel(3, 2, 1, 1, 0.1, 1, noise);
    Observations observations =
        MixtureSimulator.simulate(model, 500, STREAMS.under("500")).observed();
    return new Setup(model, MixingPrior.ofModel(), Logits.STRETCHED, observations, 500);
  }
}
