package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Abundances that are drawn at the truth, by the rule that is chosen there, are of their
 * conditional distribution, by sums over a fine grid.
 */
final class AbundanceRefreshTest {
  private static final RandomStreams STREAMS = RandomStreams.of(91);
  private static final int COUNT = 200;
  private static final int DRAWN = 8_000;
  private static final int GRID = 500;
  private static final double REACH = 6.5;

  /** Standard errors of a mean that are met once in ten million. */
  private static final double ERRORS = 5.5;

  /** What so many steps may leave of a mean, in standard deviations of an abundance. */
  private static final double LEFT = 0.05;

  private static final int NEAR = 16;

  private enum Kind {
    STICK_LATTICE,
    BALL
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.3, STICK_LATTICE",
    "0.3, 0.15, STICK_LATTICE",
    "4, 0.5, STICK_LATTICE",
    "1, 0.05, BALL",
    "3, 0.03, BALL",
    "10, 0.05, BALL"
  })
  void momentsAreThoseOfTheConditionalDistribution(double alpha1, double sigma, Kind kind) {
    MixingModel model = new MixingModel(3, 2, 3, alpha1, sigma, 1.5, NoiseModel.STANDARD_DEVIATION);
    MixtureSimulator.Simulated data =
        MixtureSimulator.simulate(model, COUNT, STREAMS.under("data"));
    MixingDensity joint = MixingDensity.of(model, data.observed(), MixingDensity.Options.ofModel());
    RandomStream random = STREAMS.at("draws");
    double[] position = new double[joint.dimension()];
    joint.layout().unconstrain(data.truth(), alpha1, position);
    AbundanceRule rule = chosen(joint, position, random);
    assertThat(rule).isInstanceOf(kind == Kind.BALL ? BallRule.class : StickLattice.class);
    AbundanceRefresh refresh = new AbundanceRefresh(joint, rule);
    double[] sum = new double[COUNT * 6];
    double[] squares = new double[COUNT * 6];
    double[] drawn = new double[COUNT * 3];
    for (int draw = 0; draw < DRAWN; draw++) {
      refresh.draw(position, random);
      joint.layout().abundances(position, drawn);
      for (int at = 0; at < drawn.length; at++) {
        double w = drawn[at];
        sum[2 * at] += w / DRAWN;
        squares[2 * at] += w * w / DRAWN;
        sum[2 * at + 1] += w * w / DRAWN;
        squares[2 * at + 1] += w * w * w * w / DRAWN;
      }
    }
    MixingGlobals globals = new MixingGlobals(joint.layout(), model, joint.prior());
    globals.constrain(position);
    for (int observation = 0; observation < COUNT; observation += 13) {
      double[] exact = exact(joint, globals, position, observation);
      for (int of = 0; of < 6; of++) {
        int at = 6 * observation + of;
        double variance = squares[at] - sum[at] * sum[at];
        double deviation = Math.sqrt(Math.max(variance, 0));
        double allowed = 1e-4 + (LEFT + ERRORS / Math.sqrt(DRAWN)) * deviation;
        assertThat(sum[at])
            .as("%d of observation %d", of, observation)
            .isCloseTo(exact[of], within(allowed));
      }
    }
  }

  private static AbundanceRule chosen(MixingDensity joint, double[] position, RandomStream random) {
    double[][] near = new double[NEAR][];
    for (int draw = 0; draw < NEAR; draw++) {
      near[draw] = Arrays.copyOf(position, joint.layout().abundancesAt());
      for (int i = 0; i < near[draw].length; i++) {
        near[draw][i] += 0.02 * random.nextGaussian();
      }
    }
    return new RuleChoice(joint, random).steady(near).orElseThrow().walked();
  }

  /** Means of w_k and of its square, on a grid of two stretched logits. */
  private static double[] exact(
      MixingDensity joint, MixingGlobals globals, double[] position, int observation) {
    double[] a = globals.concentration();
    double[] moments = new double[6];
    double all = 0;
    for (int pass = 0; pass < 2; pass++) {
      double most = pass == 0 ? 0 : all;
      all = pass == 0 ? Double.NEGATIVE_INFINITY : 0;
      for (int i = 0; i < GRID * GRID; i++) {
        double s = REACH * (2.0 * Math.floorDiv(i, GRID) / (GRID - 1) - 1);
        double t = REACH * (2.0 * (i % GRID) / (GRID - 1) - 1);
        double u = Math.sinh(s);
        double v = Math.sinh(t);
        double left = -Math.log1p(Math.exp(u));
        double[] logs = {
          -Math.log1p(Math.exp(-u)), left - Math.log1p(Math.exp(-v)), left - Math.log1p(Math.exp(v))
        };
        double[] w = {Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2])};
        double log = a[0] * logs[0] + a[1] * logs[1] + a[2] * logs[2];
        log += Math.log(Math.cosh(s)) + Math.log(Math.cosh(t));
        log -= 0.5 * square(joint, globals, position, observation, w);
        if (pass == 0) {
          all = Math.max(all, log);
          continue;
        }
        double share = Math.exp(log - most);
        all += share;
        for (int k = 0; k < 3; k++) {
          moments[2 * k] += share * w[k];
          moments[2 * k + 1] += share * w[k] * w[k];
        }
      }
    }
    for (int of = 0; of < 6; of++) {
      moments[of] /= all;
    }
    return moments;
  }

  private static double square(
      MixingDensity joint, MixingGlobals globals, double[] position, int observation, double[] w) {
    double[] x = new double[2];
    for (int d = 0; d < 2; d++) {
      double mixed = 0;
      for (int k = 0; k < 3; k++) {
        mixed += w[k] * position[joint.layout().endmembersAt() + 2 * k + d];
      }
      double y = joint.observations().values()[2 * observation + d];
      x[d] = (y - mixed) / globals.scales()[d];
    }
    double[] factor = globals.factors();
    double e = x[0] / factor[0];
    double f = (x[1] - factor[2] * e) / factor[3];
    return e * e + f * f;
  }
}
