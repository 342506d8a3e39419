package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The moves alone, and trajectories alone, of a posterior that both of them can explore. */
final class MetropolisMovesTest {
  private static final RandomStreams STREAMS = RandomStreams.of(76);
  private static final int TRAJECTORIES = 4_000;
  private static final int BETWEEN = 60;

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void leaveThePosteriorAsItIs(NoiseModel noise) {
    double sigma = noise == NoiseModel.AUTHORS_CODE ? 0.3 : 0.5;
    MixingModel model = new MixingModel(3, 2, 3, 4, sigma, 1, noise);
    Observations observed = MixtureSimulator.simulate(model, 8, STREAMS.under("data")).observed();
    MixingDensity joint = MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
    MarginalDensity density = MarginalDensity.of(joint, new StickLattice(0.45));
    double[] position = new double[density.dimension()];
    double[][] byTrajectories = trajectories(joint, density, position);
    double[][] byMoves = moves(joint, density, position);
    String[] what = {"log density", "volume", "least weight", "scale", "distance", "correlation"};
    for (int i = 0; i < what.length; i++) {
      double[][] one = {byTrajectories[i]};
      double[][] other = {byMoves[i]};
      assertThat(EffectiveSize.bulk(other)).as("draws of the %s", what[i]).isGreaterThan(300);
      double error = Math.hypot(MonteCarloError.mean(one), MonteCarloError.mean(other));
      double apart = Arrays.stream(one[0]).average().orElseThrow();
      apart -= Arrays.stream(other[0]).average().orElseThrow();
      assertThat(Math.abs(apart)).as("mean %s", what[i]).isLessThan(4 * error);
    }
  }

  private static double[][] trajectories(
      MixingDensity joint, MarginalDensity density, double[] position) {
    NutsSettings settings = NutsSettings.standard().withMetric(MetricKind.DENSE).withWarmup(1_000);
    ChainStart start = NutsChain.start(density, settings, STREAMS.at("trajectories"));
    NutsChain chain = ((ChainStart.Started) start).chain();
    assertThat(chain.warmUp()).isInstanceOf(WarmUp.Adapted.class);
    double[][] seen = new double[6][TRAJECTORIES];
    for (int draw = 0; draw < TRAJECTORIES; draw++) {
      chain.step(position);
      note(joint, position, chain.logDensity(), seen, draw);
    }
    return seen;
  }

  private static double[][] moves(MixingDensity joint, MarginalDensity density, double[] start) {
    double[] position = start.clone();
    MetropolisMoves moves = new MetropolisMoves(density, joint, start, STREAMS.at("moves"));
    double value = density.logDensity(position);
    double[][] seen = new double[6][TRAJECTORIES];
    for (int draw = 0; draw < TRAJECTORIES; draw++) {
      value = moves.move(BETWEEN, position, value);
      note(joint, position, value, seen, draw);
    }
    assertThat(moves.domain().holds(position)).isTrue();
    assertThat(moves.leaps()).isBetween(TRAJECTORIES / 10L, moves.taken());
    return seen;
  }

  /** What does not change with the labels. */
  private static void note(
      MixingDensity joint, double[] position, double value, double[][] seen, int draw) {
    MixingLayout layout = joint.layout();
    double[] globals = new double[layout.globals()];
    layout.constrain(position, globals);
    double ax = globals[5] - globals[3];
    double ay = globals[6] - globals[4];
    double bx = globals[7] - globals[3];
    double by = globals[8] - globals[4];
    seen[0][draw] = value;
    seen[1][draw] = Math.abs(ax * by - ay * bx);
    seen[2][draw] = Math.min(globals[0], Math.min(globals[1], globals[2]));
    seen[3][draw] = Math.log(globals[9]);
    seen[4][draw] = Math.hypot(globals[3], globals[4]) + Math.hypot(globals[5], globals[6]);
    seen[4][draw] += Math.hypot(globals[7], globals[8]);
    for (int l = 11; l < 11 + layout.correlationFactors(); l++) {
      seen[5][draw] += globals[l] / layout.correlationFactors();
    }
  }
}
