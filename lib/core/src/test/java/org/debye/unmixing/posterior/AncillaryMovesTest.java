package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AncillaryMovesTest {
  private static final RandomStreams STREAMS = RandomStreams.of(93);
  private static final int DATASETS = 4_000;
  private static final String[] WHAT = {
    "log density",
    "log likelihood",
    "correlations",
    "squared correlations",
    "near one",
    "log scales",
    "squared abundances",
    "log abundances",
    "correlation by abundance"
  };

  private static MixingModel model(int dimensions, double alpha1) {
    NoiseModel noise = NoiseModel.STANDARD_DEVIATION;
    return new MixingModel(dimensions + 1, dimensions, 4, alpha1, 0.3, 1, noise);
  }

  private record Drawn(MixingDensity joint, double[] position) {}

  private static Drawn draw(MixingModel model, int observations, int number) {
    MixtureSimulator.Simulated drawn =
        MixtureSimulator.simulate(model, observations, STREAMS.under("data").under(number));
    MixingDensity joint =
        MixingDensity.of(model, drawn.observed(), MixingDensity.Options.ofModel());
    double[] position = new double[joint.dimension()];
    joint.unconstrain(drawn.truth(), drawn.logAbundances(), position);
    return new Drawn(joint, position);
  }

  /**
   * Parameters from the prior and data from them, then moves given the data: parameters and data
   * are distributed as before (Geweke 2004). Small alpha1 leaves observations that do not follow.
   */
  @ParameterizedTest
  @CsvSource({"2, 3", "2, 0.6", "3, 4"})
  void leaveParametersAndDataDistributedAsTheyAre(int dimensions, double alpha1) {
    MixingModel model = model(dimensions, alpha1);
    double[] mean = new double[WHAT.length];
    double[] squares = new double[WHAT.length];
    double walked = 0;
    for (int number = 0; number < DATASETS; number++) {
      Drawn drawn = draw(model, 7, number);
      double[] before = seen(drawn.joint(), drawn.position());
      AncillaryMoves.of(drawn.joint(), STREAMS.at("moves", number))
          .orElseThrow()
          .move(3 * dimensions * dimensions, drawn.position());
      double[] after = seen(drawn.joint(), drawn.position());
      for (int what = 0; what < WHAT.length; what++) {
        double change = after[what] - before[what];
        mean[what] += change / DATASETS;
        squares[what] += change * change / DATASETS;
      }
      walked += Math.abs(after[2] - before[2]) / DATASETS;
    }
    for (int what = 0; what < WHAT.length; what++) {
      double error = Math.sqrt(squares[what] / DATASETS);
      assertThat(error).as(WHAT[what]).isGreaterThan(0);
      assertThat(Math.abs(mean[what])).as("change of %s", WHAT[what]).isLessThan(4 * error);
    }
    assertThat(walked).as("mean change of a correlation").isGreaterThan(0.2);
  }

  private static double[] seen(MixingDensity joint, double[] position) {
    MixingLayout layout = joint.layout();
    double[] globals = new double[layout.globals()];
    layout.constrain(position, globals);
    double[] seen = new double[WHAT.length];
    seen[0] = joint.evaluate(position, new double[position.length]);
    seen[1] = joint.logLikelihood(position);
    for (int at = layout.correlationAt(); at < layout.concentrationAt(); at++) {
      double partial = Math.tanh(position[at]);
      seen[2] += partial;
      seen[3] += partial * partial;
      seen[4] += Math.abs(partial) > 0.95 ? 1 : 0;
    }
    int scalesAt = layout.endmembers() * (1 + layout.dimensions());
    for (int d = 0; d < layout.dimensions(); d++) {
      seen[5] += Math.log(globals[scalesAt + d]);
    }
    double[] abundances = new double[layout.observations() * layout.endmembers()];
    layout.abundances(position, abundances);
    for (double part : abundances) {
      seen[6] += part * part;
      seen[7] += Math.log(Math.max(part, 1e-5));
    }
    seen[8] = seen[2] * seen[6];
    return seen;
  }

  /** Of noise and quantiles the density is the posterior's, by the Jacobian of the map itself. */
  @ParameterizedTest
  @CsvSource({"2, 3, 0", "2, 3, 1", "2, 0.4, 1", "3, 4, 0", "3, 4, 2"})
  void densityIsThePosteriorsByTheJacobian(int dimensions, double alpha1, int free) {
    for (int number = 0; number < 4; number++) {
      Drawn drawn = draw(model(dimensions, alpha1), 9, number);
      MixingLayout layout = drawn.joint().layout();
      AncillaryFibre fibre = new AncillaryFibre(drawn.joint());
      double[] noise = Arrays.copyOf(drawn.position(), layout.abundancesAt());
      for (int at = layout.scalesAt(); at < layout.concentrationAt(); at++) {
        noise[at] += at % 2 == 0 ? 0.3 : -0.2;
      }
      assertThat(fibre.begin(drawn.position())).isTrue();
      assertThat(fibre.free(drawn.position(), free)).isTrue();
      double change = -fibre.logDensity(drawn.position());
      double[] there = follow(fibre, drawn.position(), free, noise);
      change += fibre.logDensity(there);
      double expected =
          value(drawn.joint(), there)
              - value(drawn.joint(), drawn.position())
              + logJacobian(fibre, layout, drawn.position(), free, noise);
      assertThat(change).isCloseTo(expected, within(2e-4));
    }
  }

  private static double value(MixingDensity joint, double[] position) {
    return joint.evaluate(position, new double[position.length]);
  }

  /** A position with other noise and the abundances that go with it. */
  private static double[] follow(AncillaryFibre fibre, double[] from, int free, double[] noise) {
    double[] position = from.clone();
    fibre.begin(position);
    fibre.free(position, free);
    System.arraycopy(noise, 0, position, 0, noise.length);
    assertThat(fibre.logDensity(position)).isFinite();
    fibre.settle();
    fibre.write(position);
    return position;
  }

  /** Of all sticks' coordinates by what they were, an observation at a time. */
  private static double logJacobian(
      AncillaryFibre fibre, MixingLayout layout, double[] position, int free, double[] noise) {
    int sticks = layout.endmembers() - 1;
    double step = 1e-5;
    double sum = 0;
    for (int i = 0; i < layout.observations(); i++) {
      DMatrixRMaj slopes = new DMatrixRMaj(sticks, sticks);
      for (int k = 0; k < sticks; k++) {
        double[][] ends = new double[2][];
        for (int end = 0; end < 2; end++) {
          double[] beside = position.clone();
          beside[layout.abundancesAt() + k * layout.observations() + i] += (2 * end - 1) * step;
          ends[end] = follow(fibre, beside, free, noise);
        }
        for (int j = 0; j < sticks; j++) {
          int at = layout.abundancesAt() + j * layout.observations() + i;
          slopes.set(j, k, (ends[1][at] - ends[0][at]) / (2 * step));
        }
      }
      sum += Math.log(Math.abs(CommonOps_DDRM.det(slopes)));
    }
    return sum;
  }

  /** With abundances from the prior, as many as 40 of them in little noise. */
  @Test
  void comesIntoTheNeckAndLeavesIt() {
    MixingModel model = new MixingModel(3, 2, 4, 3, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    int draws = 0;
    int inside = 0;
    int crossings = 0;
    for (int number = 0; number < 20; number++) {
      Drawn drawn = draw(model, 40, number);
      int at = drawn.joint().layout().correlationAt();
      AncillaryMoves moves = AncillaryMoves.of(drawn.joint(), STREAMS.at("neck")).orElseThrow();
      boolean was = Math.abs(Math.tanh(drawn.position()[at])) > 0.98;
      for (int draw = 0; draw < 500; draw++) {
        moves.move(drawn.position());
        boolean is = Math.abs(Math.tanh(drawn.position()[at])) > 0.98;
        draws++;
        inside += is ? 1 : 0;
        crossings += is != was ? 1 : 0;
        was = is;
      }
    }
    assertThat(inside).isBetween(draws / 500, draws / 10);
    assertThat(crossings).isGreaterThan(20);
  }

  /** Conditional blocks walk in coordinates of their own; moves are of the density's. */
  @ParameterizedTest
  @EnumSource(names = {"DIAGONAL", "CONDITIONAL_BLOCKS"})
  void goWithChainsOfAnyMetric(MetricKind metric) {
    Drawn drawn = draw(model(2, 3), 20, 3);
    NutsSettings settings = NutsSettings.standard().withMetric(metric).withWarmup(150);
    RandomStream random = STREAMS.at("chain");
    NutsChain chain =
        ((ChainStart.Started) NutsChain.startAt(drawn.joint(), settings, drawn.position(), random))
            .chain();
    AncillaryMoves moves = AncillaryMoves.of(drawn.joint(), random).orElseThrow();
    assertThat(chain.warmUp(new double[0][], moves)).isInstanceOf(WarmUp.Adapted.class);
    double[] position = new double[chain.dimension()];
    int moved = 0;
    for (int draw = 0; draw < 20; draw++) {
      chain.step(position);
      double[] before = position.clone();
      boolean does = chain.accompany(moves, position);
      assertThat(Arrays.equals(before, position)).isEqualTo(!does);
      moved += does ? 1 : 0;
      double expected = value(drawn.joint(), position);
      assertThat(chain.logDensity()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
    assertThat(moved).isGreaterThan(15);
  }

  @Test
  void leavesAPositionAloneWhereNoObservationFollows() {
    Drawn drawn = draw(model(2, 1e-4), 20, 0);
    double[] before = drawn.position().clone();
    AncillaryMoves moves = AncillaryMoves.of(drawn.joint(), STREAMS.at("alone")).orElseThrow();
    assertThat(moves.move(12, drawn.position())).isFalse();
    assertThat(drawn.position()).isEqualTo(before);
    assertThat(moves.taken()).isZero();
  }

  @Test
  void equalStreamsGiveEqualMoves() {
    Drawn one = draw(model(2, 3), 40, 5);
    Drawn other = draw(model(2, 3), 40, 5);
    for (Drawn drawn : new Drawn[] {one, other}) {
      AncillaryMoves moves = AncillaryMoves.of(drawn.joint(), STREAMS.at("equal")).orElseThrow();
      for (int call = 0; call < 10; call++) {
        assertThat(moves.move(drawn.position())).isTrue();
      }
    }
    assertThat(one.position()).isEqualTo(other.position());
  }

  /** With many observations not every call costs. */
  @Test
  void workIsSpreadOverCalls() {
    Drawn drawn = draw(model(2, 3), 400, 0);
    AncillaryMoves moves = AncillaryMoves.of(drawn.joint(), STREAMS.at("work")).orElseThrow();
    for (int call = 0; call < 50; call++) {
      moves.move(drawn.position());
    }
    assertThat(moves.taken()).isBetween(15L, 20L);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, AUTHORS_CODE, false",
    "3, 3, STANDARD_DEVIATION, false",
    "4, 2, STANDARD_DEVIATION, false",
    "2, 1, STANDARD_DEVIATION, false",
    "3, 2, STANDARD_DEVIATION, true"
  })
  void areOfPosteriorsWithOneNoiseInTheSimplexesPlane(
      int endmembers, int dimensions, NoiseModel noise, boolean fits) {
    MixingModel model = new MixingModel(endmembers, dimensions, 4, 3, 0.3, 1, noise);
    Drawn drawn = draw(model, 5, 0);
    assertThat(AncillaryMoves.of(drawn.joint(), STREAMS.at("fits")).isPresent()).isEqualTo(fits);
  }
}
