package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.inference.draws.ChainDraws;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts, warm-up, faults and reproducibility. */
class NutsChainTest {
  private static final LogDensity NORMAL = new NormalDensity(new double[] {1, 2, 3});

  @ParameterizedTest
  @EnumSource(names = {"UNIT", "DIAGONAL", "DENSE", "GRADIENT_DIAGONAL", "LOW_RANK"})
  void theSameSeedGivesTheSameBits(MetricKind metric) {
    NutsSettings settings = NutsSettings.standard().withWarmup(200).withMetric(metric);
    ChainDraws one = draws(NORMAL, settings, 7);
    ChainDraws same = draws(NORMAL, settings, 7);
    ChainDraws other = draws(NORMAL, settings, 8);
    assertThat(one.values()).isEqualTo(same.values());
    assertThat(one.statistics().energy()).isEqualTo(same.statistics().energy());
    assertThat(one.values()).isNotEqualTo(other.values());
  }

  /** Near: dual averaging balances a statistic that jumps where trees change depth, as in Stan. */
  @Test
  void acceptanceComesNearItsTarget() {
    for (double target : new double[] {0.6, 0.8, 0.95}) {
      double[] scales = new double[50];
      Arrays.fill(scales, 1);
      ChainDraws draws =
          draws(new NormalDensity(scales), NutsSettings.standard().withTargetAcceptance(target), 1);
      double mean = Arrays.stream(draws.statistics().acceptanceRate()).average().orElseThrow();
      assertThat(mean).isBetween(target - 0.05, target + 0.13);
    }
  }

  @Test
  void aDensityThatIsNowhereFiniteGivesNoChain() {
    SampledChain result = sample(constant(Double.NaN), NutsSettings.standard());
    assertThat(result)
        .isEqualTo(
            new SampledChain.NotSampled(
                ChainFault.NO_FINITE_START,
                "none of 100 points within 2.0 of zero has a finite log density and gradient"));
  }

  @Test
  void aFlatDensityGivesNoStepSize() {
    SampledChain result = sample(constant(0), NutsSettings.standard());
    assertThat(((SampledChain.NotSampled) result).fault()).isEqualTo(ChainFault.NO_STEP_SIZE);
  }

  /** Finite where the chain starts and nowhere else. */
  @Test
  void aChainThatCannotMoveIsNoChain() {
    LogDensity spike =
        new LogDensity() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double evaluate(double[] x, double[] gradient) {
            gradient[0] = 1;
            return x[0] == 0.25 ? 0 : Double.NEGATIVE_INFINITY;
          }
        };
    ChainStart start =
        NutsChain.startAt(
            spike, NutsSettings.standard(), new double[] {0.25}, RandomStreams.of(1).at(1));
    NutsChain chain = ((ChainStart.Started) start).chain();
    SampledChain result = NutsSampler.sample(chain, 10, Recorder.unconstrained(1));
    assertThat(((SampledChain.NotSampled) result).reason())
        .isEqualTo("the chain stayed where it began through 1000 iterations");
  }

  @Test
  void startingPointsAreWithinTheRadius() {
    double[] farthest = new double[1];
    LogDensity recording =
        new LogDensity() {
          @Override
          public int dimension() {
            return 4;
          }

          @Override
          public double evaluate(double[] x, double[] gradient) {
            for (double value : x) {
              farthest[0] = Math.max(farthest[0], Math.abs(value));
            }
            return NORMAL.evaluate(new double[3], new double[3]);
          }
        };
    NutsChain.start(
        recording, NutsSettings.standard().withInitialRadius(0.5), RandomStreams.of(1).at(1));
    assertThat(farthest[0]).isBetween(0.1, 0.5);
  }

  @Test
  void conditionalBlocksNeedADensityThatDeclaresThem() {
    NutsSettings settings = NutsSettings.standard().withMetric(MetricKind.CONDITIONAL_BLOCKS);
    assertThatThrownBy(() -> NutsChain.start(NORMAL, settings, RandomStreams.of(1).at(1)))
        .hasMessage("CONDITIONAL_BLOCKS needs a BlockedLogDensity");
  }

  /** Two modes far apart: trajectories stay in one, a reflection goes between them. */
  @Test
  void aCompanionMovesTheChainInWarmUp() {
    LogDensity modes = twoModes();
    NutsSettings settings =
        NutsSettings.standard()
            .withMetric(MetricKind.LOW_RANK)
            .withPlan(AdaptationPlan.NUTPIE)
            .withWarmup(100);
    int[] seen = new int[2];
    Companion reflection =
        position -> {
          seen[position[0] < 0 ? 0 : 1]++;
          position[0] = -position[0];
          return true;
        };
    NutsChain chain = begun(modes, settings);
    assertThat(chain.warmUp(new double[0][], reflection)).isInstanceOf(WarmUp.Adapted.class);
    assertThat(seen[0] + seen[1]).isEqualTo(100);
    assertThat(seen[0]).isBetween(40, 60);
  }

  @Test
  void aCompanionThatLeadsNowhereIsNotFollowed() {
    NutsSettings settings = NutsSettings.standard().withWarmup(50);
    Companion away =
        position -> {
          position[0] = Double.NaN;
          return true;
        };
    NutsChain chain = begun(twoModes(), settings);
    assertThat(chain.warmUp(new double[0][], away)).isInstanceOf(WarmUp.Adapted.class);
    double[] position = new double[2];
    chain.step(position);
    assertThat(Math.abs(position[0])).isBetween(90.0, 110.0);
  }

  private static NutsChain begun(LogDensity density, NutsSettings settings) {
    ChainStart start =
        NutsChain.startAt(density, settings, new double[] {100, 0}, RandomStreams.of(5).at(1));
    return ((ChainStart.Started) start).chain();
  }

  /** Unit normals about (-100, 0) and (100, 0). */
  private static LogDensity twoModes() {
    return new LogDensity() {
      @Override
      public int dimension() {
        return 2;
      }

      @Override
      public double evaluate(double[] x, double[] gradient) {
        double apart = x[0] < 0 ? x[0] + 100 : x[0] - 100;
        gradient[0] = -apart;
        gradient[1] = -x[1];
        return -0.5 * (apart * apart + x[1] * x[1]);
      }
    };
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> NutsSettings.standard().withWarmup(-1)).hasMessage("warmup is -1");
    assertThatThrownBy(() -> NutsSettings.standard().withTargetAcceptance(1))
        .hasMessage("targetAcceptance is 1.0");
    assertThatThrownBy(() -> NutsSettings.standard().withMaxDepth(0)).hasMessage("maxDepth is 0");
  }

  private static LogDensity constant(double value) {
    return new LogDensity() {
      @Override
      public int dimension() {
        return 2;
      }

      @Override
      public double evaluate(double[] x, double[] gradient) {
        Arrays.fill(gradient, 0);
        return value;
      }
    };
  }

  private static SampledChain sample(LogDensity density, NutsSettings settings) {
    return NutsSampler.sample(
        density, settings, 100, RandomStreams.of(1).at(1), Recorder.unconstrained(2));
  }

  private static ChainDraws draws(LogDensity density, NutsSettings settings, long seed) {
    SampledChain result =
        NutsSampler.sample(
            density,
            settings,
            500,
            RandomStreams.of(seed).at(0),
            Recorder.unconstrained(density.dimension()));
    return ((SampledChain.Sampled) result).draws();
  }
}
