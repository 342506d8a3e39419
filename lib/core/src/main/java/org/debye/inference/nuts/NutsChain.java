package org.debye.inference.nuts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.inference.BlockedLogDensity;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;

/**
 * One Markov chain in pull style: {@link #start}, {@link #warmUp}, then {@link #step} for each
 * draw. The same density, settings and stream give the same draws to the last bit. Not thread safe.
 */
public final class NutsChain {
  private static final int TRIES = 100;
  private static final double FIRST_STEP_SIZE = 1;
  private static final double LARGEST_STEP_SIZE = 1e7;
  private static final double LOG_CROSSING = Math.log(0.8);

  private final CountedDensity density;
  private final NutsSettings settings;
  private final TrajectoryBuilder builder;
  private final double[] slope;
  private final double[] elsewhere;
  private long moves;

  private NutsChain(LogDensity density, NutsSettings settings, RandomStream random) {
    this.density =
        density instanceof BlockedLogDensity blocked
            ? new CountedBlocks(blocked)
            : new CountedDensity(density);
    this.settings = settings;
    builder = new TrajectoryBuilder(this.density, settings, random);
    slope = new double[density.dimension()];
    elsewhere = new double[density.dimension()];
  }

  /**
   * A chain at a point whose coordinates are uniform within the settings' radius of zero; at most
   * 100 points are tried for one with finite log density and gradient (Stan's rule).
   *
   * @throws IllegalArgumentException where the metric is {@link MetricKind#CONDITIONAL_BLOCKS} and
   *     the density is not a {@link BlockedLogDensity}
   */
  public static ChainStart start(LogDensity density, NutsSettings settings, RandomStream random) {
    NutsChain chain = checked(density, settings, random);
    double[] position = new double[density.dimension()];
    for (int tries = 0; tries < TRIES; tries++) {
      for (int i = 0; i < position.length; i++) {
        position[i] = settings.initialRadius() * (2 * random.nextDouble() - 1);
      }
      if (chain.standsAt(position)) {
        return new ChainStart.Started(chain);
      }
    }
    return new ChainStart.Refused(
        ChainFault.NO_FINITE_START,
        "none of "
            + TRIES
            + " points within "
            + settings.initialRadius()
            + " of zero has a finite log density and gradient");
  }

  /**
   * A chain at this point.
   *
   * @param position n coordinates; copied
   */
  public static ChainStart startAt(
      LogDensity density, NutsSettings settings, double[] position, RandomStream random) {
    NutsChain chain = checked(density, settings, random);
    if (position.length != density.dimension()) {
      throw new IllegalArgumentException(
          position.length + " coordinates for a density of " + density.dimension());
    }
    return chain.standsAt(position)
        ? new ChainStart.Started(chain)
        : new ChainStart.Refused(
            ChainFault.NO_FINITE_START,
            "log density or gradient is not finite at the starting point");
  }

  private static NutsChain checked(LogDensity density, NutsSettings settings, RandomStream random) {
    if (density.dimension() < 1) {
      throw new IllegalArgumentException("a density of " + density.dimension() + " coordinates");
    }
    MetricChoice.check(settings, density);
    return new NutsChain(density, settings, random);
  }

  private boolean standsAt(double[] position) {
    if (!Double.isFinite(builder.standAt(position))) {
      return false;
    }
    for (double slope : builder.gradient()) {
      if (!Double.isFinite(slope)) {
        return false;
      }
    }
    return true;
  }

  /** Adapts step size and metric. Call once, before the first {@link #step}. */
  public WarmUp warmUp() {
    return warmUp(new double[0][]);
  }

  /**
   * The same, where points of the density are known already, from a chain of another density like
   * it: their gradients make the first metric, if the metric is one of {@link
   * AdaptationPlan.Running}. Points where the density or its gradient is not finite are left out.
   *
   * @param known points; not modified
   */
  public WarmUp warmUp(double[][] known) {
    return warmUp(known, Companion.NONE);
  }

  /**
   * The same, where another kernel moves the chain after each trajectory, so that step size and
   * metric serve wherever it leads.
   *
   * @param companion leaves the density as it is, and goes only where it is finite
   */
  public WarmUp warmUp(double[][] known, Companion companion) {
    MetricTuner tuner = MetricChoice.tuner(settings, density, builder.gradient());
    prepare(tuner, known);
    StepSizeAdaptation adaptation = new StepSizeAdaptation(settings.targetAcceptance());
    builder.metric(tuner.geometry().metric());
    builder.stepSize(FIRST_STEP_SIZE);
    if (!seekStepSize()) {
      return noStepSize();
    }
    adaptation.restart(builder.stepSize());
    int divergences = 0;
    for (int iteration = 0; iteration < settings.warmup(); iteration++) {
      Trajectory trajectory = next();
      divergences += trajectory.diverging() ? 1 : 0;
      builder.stepSize(adaptation.learn(trajectory.path().acceptance()));
      boolean accompanied = accompany(companion, elsewhere);
      MetricTuner.Change change =
          tuner.learn(iteration, builder.position(), gradient(), accompanied || builder.moved());
      if (change != MetricTuner.Change.NONE) {
        builder.metric(tuner.geometry().metric());
        tuner.geometry().chart().ifPresent(builder::chart);
      }
      if (change == MetricTuner.Change.REPLACED) {
        if (!seekStepSize()) {
          return noStepSize();
        }
        adaptation.restart(builder.stepSize());
      }
    }
    builder.stepSize(adaptation.settled(builder.stepSize()));
    if (settings.warmup() > 0 && moves == 0) {
      return new WarmUp.Stuck(
          ChainFault.NEVER_MOVED,
          "the chain stayed where it began through " + settings.warmup() + " iterations");
    }
    return new WarmUp.Adapted(builder.stepSize(), density.count(), divergences);
  }

  private void prepare(MetricTuner tuner, double[][] points) {
    List<double[]> positions = new ArrayList<>();
    List<double[]> gradients = new ArrayList<>();
    for (double[] point : points) {
      double[] gradient = new double[point.length];
      double value = density.evaluate(point, gradient);
      if (Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite)) {
        positions.add(point);
        gradients.add(gradient);
      }
    }
    tuner.prepare(positions, gradients);
  }

  /** Of the position; costs an evaluation where the chart has coordinates of its own. */
  private double[] gradient() {
    if (builder.plain()) {
      return builder.gradient();
    }
    density.evaluate(builder.position(), slope);
    return slope;
  }

  /**
   * Draws once.
   *
   * @param position n, overwritten with the draw
   * @return the trajectory that the draw is from
   */
  public Trajectory step(double[] position) {
    Trajectory trajectory = next();
    System.arraycopy(builder.position(), 0, position, 0, position.length);
    return trajectory;
  }

  /**
   * Puts the chain elsewhere: where a draw of it was refused by whoever corrects it to a density
   * that this one only approximates. Costs an evaluation.
   *
   * @param position n coordinates; copied
   * @return false if log density or gradient is not finite there: the chain must not go on then
   */
  public boolean moveTo(double[] position) {
    return standsAt(position);
  }

  /**
   * Lets another kernel move the chain; costs an evaluation where it does.
   *
   * @param companion leaves the density as it is, and goes only where it is finite
   * @param position n, overwritten with where the chain stands then
   * @return whether it was moved
   */
  public boolean accompany(Companion companion, double[] position) {
    double[] here = builder.position().clone();
    System.arraycopy(here, 0, position, 0, here.length);
    if (!companion.move(position)) {
      return false;
    }
    if (standsAt(position)) {
      return true;
    }
    System.arraycopy(here, 0, position, 0, here.length);
    standsAt(here);
    return false;
  }

  /** Coordinates of a draw. */
  public int dimension() {
    return density.dimension();
  }

  public double stepSize() {
    return builder.stepSize();
  }

  /** Log density where the chain stands. */
  public double logDensity() {
    return builder.logDensity();
  }

  /** Evaluations of the density since the start, starting points among them. */
  public long gradients() {
    return density.count();
  }

  /** How many trajectories, in warm-up and after it, ended elsewhere than they began. */
  public long moves() {
    return moves;
  }

  private Trajectory next() {
    Trajectory trajectory = builder.next();
    moves += builder.moved() ? 1 : 0;
    return trajectory;
  }

  /**
   * Doubles or halves the step size until the acceptance of one leapfrog step crosses 0.8 (Stan's
   * form of Hoffman and Gelman 2014, algorithm 4); false where it leaves the range of numbers.
   */
  private boolean seekStepSize() {
    double size = builder.stepSize();
    if (!(size > 0) || size > LARGEST_STEP_SIZE) {
      return false;
    }
    boolean grow = builder.energyLoss(size) > LOG_CROSSING;
    while (builder.energyLoss(size) > LOG_CROSSING == grow) {
      size = grow ? 2 * size : 0.5 * size;
      if (size > LARGEST_STEP_SIZE || size == 0) {
        return false;
      }
    }
    builder.stepSize(size);
    return true;
  }

  private WarmUp noStepSize() {
    return new WarmUp.Stuck(
        ChainFault.NO_STEP_SIZE,
        "no step size between 0 and "
            + LARGEST_STEP_SIZE
            + " gives leapfrog steps of acceptance 0.8: the density is improper, or not continuous"
            + " at the starting point");
  }
}
