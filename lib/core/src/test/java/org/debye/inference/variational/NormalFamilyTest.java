package org.debye.inference.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family promises, at random parameters. */
class NormalFamilyTest {
  private static final long SEED = 20261123;
  private static final int N = 8;

  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of("mean field", new MeanFieldNormal(N)),
        Arguments.of("full rank", new TriangularNormal(N, N, 1)),
        Arguments.of("blocks", new TriangularNormal(N, 2, 2)),
        Arguments.of("low rank", new LowRankNormal(N, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void entropyGradientIsTheDerivative(String name, NormalFamily family) {
    double[] parameters = parameters(family);
    double[] gradient = new double[family.parameters()];
    family.prepare(parameters);
    family.addEntropyGradient(gradient);
    for (int i = 0; i < gradient.length; i++) {
      double numeric = difference(parameters, i, p -> entropy(family, p));
      assertThat(gradient[i]).as("%s %s", name, i).isCloseTo(numeric, within(1e-8));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void pullBackIsTheDerivativeOfTheMap(String name, NormalFamily family) {
    RandomStream random = RandomStreams.of(SEED).at("target");
    NormalTarget target = NormalTarget.blocked(2, 2, 3, random);
    double[] noise = noise(family, random);
    double[] parameters = parameters(family);
    double[] x = new double[N];
    double[] slope = new double[N];
    double[] gradient = new double[family.parameters()];
    family.prepare(parameters);
    family.map(noise, x);
    target.evaluate(x, slope);
    family.pullBack(noise, slope, gradient);
    for (int i = 0; i < gradient.length; i++) {
      double numeric =
          difference(
              parameters,
              i,
              p -> {
                family.prepare(p);
                family.map(noise, x);
                return target.evaluate(x, slope);
              });
      assertThat(gradient[i]).as("%s %s", name, i).isCloseTo(numeric, within(2e-7));
    }
  }

  /**
   * log q integrates the same law that is drawn: its mean is minus the entropy, and no better fits.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void densityIsThatOfTheDraws(String name, NormalFamily family) {
    RandomStream random = RandomStreams.of(SEED).at("draws");
    double[] parameters = parameters(family);
    family.prepare(parameters);
    double[] x = new double[N];
    double[] sd = new double[N];
    family.standardDeviations(sd);
    double[] squares = new double[N];
    double sum = 0;
    double sumOfSquares = 0;
    int draws = 40_000;
    for (int draw = 0; draw < draws; draw++) {
      family.map(noise(family, random), x);
      double log = family.logDensity(x);
      sum += log;
      sumOfSquares += log * log;
      for (int i = 0; i < N; i++) {
        squares[i] += (x[i] - parameters[i]) * (x[i] - parameters[i]);
      }
    }
    double mean = sum / draws;
    double variance = sumOfSquares / draws - mean * mean;
    double error = Math.sqrt(variance / draws);
    assertThat(mean).as("seed %s", SEED).isCloseTo(-family.entropy(), within(4.5 * error));
    // -2 log q is chi squared with n degrees of freedom up to a constant: its variance is 2 n
    assertThat(4 * variance).isCloseTo(2.0 * N, within(0.05 * 2 * N));
    for (int i = 0; i < N; i++) {
      assertThat(Math.sqrt(squares[i] / draws) / sd[i]).as(name).isCloseTo(1, within(0.02));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void startHasTheScaleAskedFor(String name, NormalFamily family) {
    double[] parameters = new double[family.parameters()];
    double[] initial = new double[N];
    initial[3] = 7;
    family.start(initial, 0.1, RandomStreams.of(SEED).at("start"), parameters);
    family.prepare(parameters);
    double[] sd = new double[N];
    family.standardDeviations(sd);
    double squares = 0;
    for (double s : sd) {
      squares += s * s / N;
    }
    assertThat(Math.sqrt(squares)).as(name).isCloseTo(0.1, within(0.03));
    assertThat(parameters[3]).isEqualTo(7);
  }

  private static double entropy(NormalFamily family, double[] parameters) {
    family.prepare(parameters);
    return family.entropy();
  }

  private static double[] parameters(NormalFamily family) {
    RandomStream random = RandomStreams.of(SEED).at("parameters");
    double[] parameters = new double[family.parameters()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = random.nextGaussian();
    }
    return parameters;
  }

  private static double[] noise(NormalFamily family, RandomStream random) {
    double[] noise = new double[family.noise()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextGaussian();
    }
    return noise;
  }

  private interface Function {
    double at(double[] parameters);
  }

  private static double difference(double[] parameters, int i, Function function) {
    double step = 1e-5;
    double[] moved = parameters.clone();
    moved[i] = parameters[i] + step;
    double above = function.at(moved);
    moved[i] = parameters[i] - step;
    return (above - function.at(moved)) / (2 * step);
  }
}
