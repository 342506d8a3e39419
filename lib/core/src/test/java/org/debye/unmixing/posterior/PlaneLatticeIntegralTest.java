package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tiles leave out is not missed: against all nodes at all observations. */
final class PlaneLatticeIntegralTest {
  private static final RandomStreams STREAMS = RandomStreams.of(73);
  private static final int DRAWN = 20_000;

  /** Near the prior's middle, and far from it. */
  private static double[] globals(int dimension, int number) {
    RandomStream random = STREAMS.at("globals", number);
    double size = number % 2 == 0 ? 0.5 : 1.5;
    double[] position = new double[dimension];
    Arrays.setAll(position, i -> size * random.nextGaussian());
    return position;
  }

  /** Observations from 1, and tiles that are not full. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.3, 0.1, 61, 0.3, STANDARD_DEVIATION",
    "3, 10, 0.02, 500, 0.2, AUTHORS_CODE",
    "3, 5, 0.02, 500, 0.2, STANDARD_DEVIATION",
    "3, 1, 0.3, 7, 0.4, AUTHORS_CODE",
    "3, 1, 0.01, 200, 0.15, AUTHORS_CODE",
    "2, 2, 0.1, 33, 0.1, STANDARD_DEVIATION",
    "4, 2, 0.2, 20, 0.5, AUTHORS_CODE",
    "3, 2, 0.2, 1, 0.3, STANDARD_DEVIATION"
  })
  void isTheSumOverAllNodes(
      int k, double alpha1, double sigma, int count, double step, NoiseModel noise) {
    MixingModel model = new MixingModel(k, 2, 3, alpha1, sigma, 1.5, noise);
    Observations observed =
        MixtureSimulator.simulate(model, count, STREAMS.under("data").under(k)).observed();
    MixingDensity joint = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    StickLattice lattice = new StickLattice(step);
    MarginalDensity tiled = MarginalDensity.of(joint, lattice);
    MarginalDensity whole =
        MarginalDensity.of(
            joint, new LatticeIntegral(model, WeightedObservations.once(observed), lattice));
    double[] slope = new double[tiled.dimension()];
    double[] expectedSlope = new double[tiled.dimension()];
    for (int number = 0; number < 20; number++) {
      double[] position = globals(joint.dimension(), number);
      double expected = whole.evaluate(position, expectedSlope);
      double value = tiled.evaluate(position, slope);
      assertThat(tiled.logDensity(position)).isEqualTo(value);
      if (expected == Double.NEGATIVE_INFINITY) {
        assertThat(value).isEqualTo(expected);
      } else {
        assertThat(value).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        for (int i = 0; i < slope.length; i++) {
          double allowed = 1e-5 * (1 + Math.abs(expectedSlope[i]));
          assertThat(slope[i]).as("slope %d", i).isCloseTo(expectedSlope[i], within(allowed));
        }
      }
    }
  }

  /** What is given up early is below the bound; all else is the value. */
  @ParameterizedTest
  @CsvSource({
    "3, 10, 0.02, 500, 0.2, AUTHORS_CODE",
    "3, 5, 0.02, 500, 0.2, STANDARD_DEVIATION",
    "3, 0.1, 0.3, 61, 0.4, AUTHORS_CODE"
  })
  void onlyWhatIsBelowABoundIsGivenUp(
      int k, double alpha1, double sigma, int count, double step, NoiseModel noise) {
    MixingModel model = new MixingModel(k, 2, 3, alpha1, sigma, 1.5, noise);
    Observations observed =
        MixtureSimulator.simulate(model, count, STREAMS.under("bounds").under(k)).observed();
    MixingDensity joint = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    MarginalDensity density = MarginalDensity.of(joint, new StickLattice(step));
    int givenUp = 0;
    for (int number = 0; number < 20; number++) {
      double[] position = globals(joint.dimension(), number);
      double value = density.logDensity(position);
      double size = Math.abs(value);
      for (double below : new double[] {size, 1, 1e-6 * size}) {
        assertThat(density.logDensityAbove(position, value - below)).isEqualTo(value);
      }
      for (double above : new double[] {1, 100, 10_000, 1e8}) {
        double found = density.logDensityAbove(position, value + above);
        assertThat(found).isIn(value, Double.NEGATIVE_INFINITY);
        givenUp += found < value ? 1 : 0;
      }
    }
    assertThat(givenUp).isPositive();
  }

  /** And lie within their tile's disc. */
  @ParameterizedTest
  @CsvSource({"8", "64", "61", "500", "1"})
  void tilesHaveEveryPointOnce(int count) {
    RandomStream random = STREAMS.at("points", count);
    double[] points = new double[2 * count];
    Arrays.setAll(points, i -> random.nextGaussian());
    PlaneTiles tiles = new PlaneTiles(points);
    double[][] expected = new double[count][];
    double[][] found = new double[count][];
    int at = 0;
    for (int tile = 0; tile < tiles.count(); tile++) {
      for (int i = 0; i < tiles.size(tile); i++) {
        int place = tiles.at(tile) + 2 * i;
        found[at] = new double[] {tiles.points()[place], tiles.points()[place + 1]};
        double y = found[at][0] - tiles.centre(tile, 0);
        double z = found[at][1] - tiles.centre(tile, 1);
        assertThat(y * y + z * z).isLessThanOrEqualTo(tiles.radius2(tile));
        at++;
      }
    }
    assertThat(at).isEqualTo(count);
    Arrays.setAll(expected, i -> new double[] {points[2 * i], points[2 * i + 1]});
    Arrays.sort(expected, Arrays::compare);
    Arrays.sort(found, Arrays::compare);
    assertThat(found).isDeepEqualTo(expected);
  }

  /** Nodes are drawn by their masses, of which those that count are all there. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.02, 120, 0.3, AUTHORS_CODE",
    "1, 0.01, 60, 0.2, AUTHORS_CODE",
    "0.3, 0.1, 61, 0.3, STANDARD_DEVIATION"
  })
  void nodesAreDrawnByTheirMasses(
      double alpha1, double sigma, int count, double step, NoiseModel noise) {
    MixingModel model = new MixingModel(3, 2, 3, alpha1, sigma, 1.5, noise);
    Observations observed =
        MixtureSimulator.simulate(model, count, STREAMS.under("masses")).observed();
    MixingDensity joint = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    StickLattice lattice = new StickLattice(step);
    NodeMasses near = lattice.masses(joint);
    NodeMasses all = new LatticeIntegral(model, WeightedObservations.once(observed), lattice);
    MixingGlobals globals = new MixingGlobals(joint.layout(), model, joint.prior());
    Shapes shapes = new Shapes(3);
    for (int number = 0; number < 3; number++) {
      double[] position = StartPoint.atObservations(joint, STREAMS.at("place of masses", number));
      globals.constrain(position);
      shapes.take(globals.concentration());
      near.begin(globals, shapes, position, joint.layout().endmembersAt());
      all.begin(globals, shapes, position, joint.layout().endmembersAt());
      for (int observation = 0; observation < count; observation += 7) {
        double mass = all.weigh(observation);
        assertThat(near.weigh(observation)).isCloseTo(mass, within(1e-6 * mass));
        Map<Integer, Double> expected = drawn(all, mass);
        Map<Integer, Double> found = drawn(near, near.weigh(observation));
        expected.forEach(
            (node, value) -> {
              if (value > 2e-3 * mass) {
                assertThat(found).containsKey(node);
                assertThat(found.get(node)).isCloseTo(value, within(1e-9 * mass));
              }
            });
      }
    }
  }

  /** Masses of the nodes that 20,000 numbers lead to, which are about as many as their share. */
  private static Map<Integer, Double> drawn(NodeMasses of, double mass) {
    RandomStream random = STREAMS.at("drawn");
    Map<Integer, Double> masses = new HashMap<>();
    Map<Integer, Integer> times = new HashMap<>();
    for (int draw = 0; draw < DRAWN; draw++) {
      int node = of.node(random.nextDouble() * mass);
      masses.put(node, of.massOfNode());
      times.merge(node, 1, Integer::sum);
    }
    masses.forEach(
        (node, value) -> {
          double expected = DRAWN * value / mass;
          assertThat((double) times.getOrDefault(node, 0))
              .isCloseTo(expected, within(6 * Math.sqrt(expected) + 6));
        });
    return masses;
  }
}
