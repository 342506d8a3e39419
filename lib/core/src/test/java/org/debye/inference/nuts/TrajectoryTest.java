package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trajectories themselves: what they count, what ends them, what they leave invariant. */
class TrajectoryTest {
  private static final long SEED = 20261122;

  @Test
  void aTreeThatNeverTurnsHasAllItsSteps() {
    TrajectoryBuilder builder = builder(new NormalDensity(new double[] {1e6, 1e6}), 4);
    builder.stepSize(1);
    for (int draw = 0; draw < 50; draw++) {
      Trajectory trajectory = builder.next();
      assertThat(trajectory).isInstanceOf(Trajectory.DepthReached.class);
      assertThat(trajectory.path().depth()).isEqualTo(4);
      assertThat(trajectory.path().steps()).isEqualTo(15);
    }
  }

  /** With depth d completed and no more, 2^d - 1 steps; an abandoned doubling adds 1 to 2^d. */
  @Test
  void stepsFollowDepth() {
    TrajectoryBuilder builder = builder(new NormalDensity(new double[] {1, 2, 3}), 10);
    builder.stepSize(0.3);
    boolean abandoned = false;
    for (int draw = 0; draw < 500; draw++) {
      Trajectory.Path path = builder.next().path();
      int full = (1 << path.depth()) - 1;
      assertThat(path.steps()).isBetween(full, full + (1 << path.depth()));
      abandoned |= path.steps() > full;
    }
    assertThat(abandoned).isTrue();
  }

  /** The period is 2 pi: no trajectory of a normal goes round, and half of it is usual. */
  @Test
  void trajectoriesTurnBeforeAPeriod() {
    TrajectoryBuilder builder = builder(new NormalDensity(new double[] {1}), 10);
    builder.stepSize(0.05);
    double sum = 0;
    for (int draw = 0; draw < 1000; draw++) {
      Trajectory trajectory = builder.next();
      assertThat(trajectory).isInstanceOf(Trajectory.TurnedBack.class);
      assertThat(trajectory.path().steps() * 0.05).isLessThan(2 * Math.PI + 0.1);
      sum += trajectory.path().steps() * 0.05;
    }
    assertThat(sum / 1000).isBetween(1.0, 3.5);
  }

  @Test
  void energyIsKineticLessLogDensity() {
    TrajectoryBuilder builder = builder(new NormalDensity(new double[] {1, 1, 1, 1}), 10);
    builder.stepSize(0.01);
    double sum = 0;
    for (int draw = 0; draw < 2000; draw++) {
      Trajectory.Path path = builder.next().path();
      assertThat(path.energy() + path.logDensity()).isPositive();
      assertThat(path.acceptance()).isCloseTo(1, within(1e-3));
      sum += path.energy();
    }
    // Energy of four coordinates and four momenta: a Gamma(4) variable.
    assertThat(sum / 2000).isCloseTo(4, within(4 * 2 / Math.sqrt(1000)));
  }

  @Test
  void aCliffDiverges() {
    LogDensity cliff =
        new LogDensity() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double evaluate(double[] x, double[] gradient) {
            gradient[0] = 0;
            return Math.abs(x[0]) < 1 ? 0 : -2000;
          }
        };
    TrajectoryBuilder builder = builder(cliff, 10);
    builder.stepSize(0.5);
    Trajectory trajectory = builder.next();
    assertThat(trajectory.diverging()).isTrue();
    assertThat(builder.position()[0]).isBetween(-1.0, 1.0);
  }

  /**
   * Draws that are exactly from the target are from the target after one trajectory, however coarse
   * the steps: what is discrete in a trajectory (doubling, weights, both ways of choosing a point,
   * ends) keeps detailed balance. Chi-squared over 20 cells of equal probability, 19 degrees of
   * freedom: above 52 once in 10,000.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.9, 1.5, 1.9})
  void aTrajectoryLeavesTheTargetInvariant(double stepSize) {
    TrajectoryBuilder builder = builder(new NormalDensity(new double[] {1, 1.5}), 10);
    RandomStream random = RandomStreams.of(SEED).at("exact");
    builder.stepSize(stepSize);
    int[] radii = new int[20];
    int[] angles = new int[20];
    int draws = 40_000;
    for (int draw = 0; draw < draws; draw++) {
      builder.standAt(new double[] {random.nextGaussian(), 1.5 * random.nextGaussian()});
      builder.next();
      double a = builder.position()[0];
      double b = builder.position()[1] / 1.5;
      radii[Math.min(19, (int) (20 * Math.exp(-0.5 * (a * a + b * b))))]++;
      angles[Math.min(19, (int) (20 * (Math.atan2(b, a) / (2 * Math.PI) + 0.5)))]++;
    }
    assertThat(chiSquared(radii, draws)).as("radii, seed %s", SEED).isLessThan(52);
    assertThat(chiSquared(angles, draws)).as("angles, seed %s", SEED).isLessThan(52);
  }

  private static double chiSquared(int[] counts, int draws) {
    double expected = draws / (double) counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  private static TrajectoryBuilder builder(LogDensity density, int maxDepth) {
    TrajectoryBuilder builder =
        new TrajectoryBuilder(
            density,
            NutsSettings.standard().withMaxDepth(maxDepth),
            RandomStreams.of(SEED).at("trajectory"));
    builder.standAt(new double[density.dimension()]);
    return builder;
  }
}
