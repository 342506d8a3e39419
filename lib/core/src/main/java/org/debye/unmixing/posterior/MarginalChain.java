package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Optional;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.Trajectory;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * A chain of the globals with the abundances integrated out ({@link MarginalDensity}), which are
 * drawn after each draw of the globals ({@link AbundanceRefresh}).
 *
 * <p>Trajectories follow a coarse rule. Each draw that one proposes is accepted with the Metropolis
 * probability of the fine rule's density over the coarse one's, which makes the fine rule's density
 * the chain's target (delayed acceptance: Christen and Fox 2005). What the fine rule itself lacks
 * is measured against a finer one ({@link Quadrature#error}).
 *
 * <p>Warm-up: a joint chain walks from the starting point into a mode; the scales of the globals
 * are learned from its draws, and again from those of a first, short marginal chain. The coarse
 * rule is the smallest that follows the fine one.
 */
final class MarginalChain {
  private static final BallRule[] COARSE = {
    new BallRule(7), new BallRule(9), new BallRule(11), new BallRule(13)
  };
  private static final BallRule FINE = new BallRule(17);
  private static final BallRule FINEST = new BallRule(25);
  private static final int MOST_NODES = 250;

  /** Standard deviation of fine less coarse log density at which most draws are accepted. */
  private static final double FOLLOWS = 0.3;

  /**
   * Mean acceptance of a trajectory: lower than for an exact gradient, since what the coarse rule's
   * gradient lacks costs some of it whatever the step size.
   */
  private static final double TARGET = 0.7;

  /**
   * Of the first marginal chain, whose scales are those of a joint chain that may not have mixed.
   */
  private static final int SHORT_DEPTH = 5;

  /** Fine less coarse log density beyond which the rules see different things. */
  private static final double NEAR = 10;

  /** {@link SlopeCheck#error} that trajectories bear without shorter steps. */
  private static final double STEADY = 0.08;

  private static final int LEARNED = 100;
  private static final int COMPARED = 16;
  private static final int BETWEEN_CHECKS = 20;

  /** What became of a beginning. */
  sealed interface Beginning {}

  /** The chain, past its warm-up. */
  record Ready(MarginalChain chain) implements Beginning {}

  /**
   * Quadrature cannot follow this posterior.
   *
   * @param position where the pilot stands
   */
  record Unsuited(double[] position) implements Beginning {}

  /** No chain could be begun. */
  record Refused(String reason) implements Beginning {}

  private final MixingDensity joint;
  private final MarginalDensity fine;
  private final MarginalDensity finest;
  private final AbundanceRefresh refresh;
  private final RandomStream random;
  private final double[] position;
  private final double[] proposal;
  private final double[] white;
  private final double[] jointSlope;
  private final double[] errors = new double[COMPARED];
  private final double[][] seen = new double[LEARNED][];
  private BallRule followed = FINE;
  private Optional<WhitenedDensity> target = Optional.empty();
  private NutsChain chain;
  private long gradients;
  private long warmupGradients;
  private double coarseHere;
  private double fineHere;
  private long draws;
  private long accepted;

  private MarginalChain(MixingDensity joint, NutsChain pilot, RandomStream random) {
    this.joint = joint;
    this.random = random;
    chain = pilot;
    fine = density(FINE);
    finest = density(FINEST);
    refresh = new AbundanceRefresh(joint);
    position = new double[joint.dimension()];
    proposal = new double[fine.dimension()];
    white = new double[fine.dimension()];
    jointSlope = new double[joint.dimension()];
  }

  private MarginalDensity density(BallRule rule) {
    return new MarginalDensity(joint.model(), joint.observations(), joint.prior(), rule);
  }

  /** Whether this many endmembers leave few enough nodes. */
  static boolean affordable(int endmembers) {
    return COARSE[0].points(endmembers - 1) <= MOST_NODES;
  }

  /** Warm-up iterations of the joint chain that goes ahead. */
  static int pilotWarmup(HmcSettings settings) {
    return settings.warmup() * 2 / 5;
  }

  /**
   * Begins and warms up.
   *
   * @param pilot a joint chain at the starting point, before its warm-up
   */
  static Beginning begin(
      MixingDensity joint, HmcSettings settings, NutsChain pilot, RandomStream random) {
    if (pilot.warmUp() instanceof WarmUp.Stuck stuck) {
      return new Refused(stuck.reason());
    }
    MarginalChain chain = new MarginalChain(joint, pilot, random);
    boolean suited =
        chain.learn()
            && chain.restart(settings, settings.warmup() / 5, SHORT_DEPTH)
            && chain.learn()
            && chain.restart(settings, settings.warmup() * 2 / 5, settings.maximumDepth());
    if (!suited) {
      return new Unsuited(chain.position);
    }
    chain.settle();
    return new Ready(chain);
  }

  /** Takes draws of the present chain, and chooses the rule by them; false if none follows. */
  private boolean learn() {
    for (int draw = 0; draw < seen.length; draw++) {
      walk();
      seen[draw] = Arrays.copyOf(position, proposal.length);
    }
    double[][] at = new double[COMPARED][];
    Arrays.setAll(at, draw -> seen[(draw + 1) * seen.length / COMPARED - 1]);
    Optional<BallRule> follower = follower(at);
    follower.ifPresent(rule -> followed = rule);
    return follower.isPresent();
  }

  private void walk() {
    if (target.isPresent()) {
      chain.step(white);
      target.get().colour(white, proposal);
      System.arraycopy(proposal, 0, position, 0, proposal.length);
    } else {
      chain.step(position);
    }
  }

  /** The smallest rule that follows the fine one, and steadily if one does. */
  private Optional<BallRule> follower(double[][] at) {
    double[] exact = new double[at.length];
    Arrays.setAll(exact, draw -> fine.logDensity(at[draw]));
    Optional<BallRule> follower = Optional.empty();
    for (BallRule rule : COARSE) {
      if (rule.points(joint.layout().endmembers() - 1) > MOST_NODES) {
        return follower;
      }
      MarginalDensity coarse = density(rule);
      double[] lack = new double[at.length];
      Arrays.setAll(lack, draw -> exact[draw] - coarse.logDensity(at[draw]));
      if (deviation(lack, lack.length) <= FOLLOWS && Math.abs(lack[0]) <= NEAR) {
        follower = Optional.of(rule);
        if (new SlopeCheck(new WhitenedDensity(coarse, seen), random).error(at) <= STEADY) {
          return follower;
        }
      }
    }
    return follower;
  }

  /** A chain of the globals from where the last one stands, scaled by its draws. */
  private boolean restart(HmcSettings settings, int warmup, int depth) {
    gradients += chain.gradients();
    WhitenedDensity whitened = new WhitenedDensity(density(followed), seen);
    whitened.whiten(position, white);
    NutsSettings nuts =
        settings
            .nuts()
            .withTargetAcceptance(TARGET)
            .withMetric(MetricKind.DENSE)
            .withMaxDepth(Math.min(depth, settings.maximumDepth()))
            .withWarmup(warmup);
    ChainStart start = NutsChain.startAt(whitened, nuts, white, random);
    if (!(start instanceof ChainStart.Started started)) {
      return false;
    }
    chain = started.chain();
    target = Optional.of(whitened);
    return chain.warmUp() instanceof WarmUp.Adapted;
  }

  private void settle() {
    warmupGradients = gradients();
    walk();
    coarseHere = chain.logDensity();
    fineHere = fine.logDensity(position);
  }

  /** Draws once. */
  Trajectory step(double[] out) {
    WhitenedDensity whitened = target.orElseThrow();
    Trajectory trajectory = chain.step(white);
    whitened.colour(white, proposal);
    double coarseThere = chain.logDensity();
    double fineThere = fine.logDensity(proposal);
    double ratio = fineThere - coarseThere - (fineHere - coarseHere);
    if (StrictMath.log(random.nextDouble()) < ratio) {
      System.arraycopy(proposal, 0, position, 0, proposal.length);
      coarseHere = coarseThere;
      fineHere = fineThere;
      accepted++;
    } else {
      whitened.whiten(position, white);
      if (!chain.moveTo(white)) {
        throw new IllegalStateException("a point that the chain has stood at is not finite");
      }
    }
    check();
    refresh.draw(position, random);
    System.arraycopy(position, 0, out, 0, out.length);
    return trajectory.at(joint.evaluate(position, jointSlope));
  }

  /** Compares the fine rule with a finer one, every few draws; the last comparisons are kept. */
  private void check() {
    if (draws % BETWEEN_CHECKS == 0) {
      errors[(int) (draws / BETWEEN_CHECKS % COMPARED)] = finest.logDensity(position) - fineHere;
    }
    draws++;
  }

  double stepSize() {
    return chain.stepSize();
  }

  long moves() {
    return accepted;
  }

  long gradients() {
    return gradients + chain.gradients();
  }

  long warmupGradients() {
    return warmupGradients;
  }

  Quadrature quadrature() {
    int compared = (int) Math.min((draws + BETWEEN_CHECKS - 1) / BETWEEN_CHECKS, COMPARED);
    return new Quadrature(
        followed.points(joint.layout().endmembers() - 1),
        (double) accepted / Math.max(draws, 1),
        rootMeanSquare(errors, compared));
  }

  private static double rootMeanSquare(double[] values, int count) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += values[i] * values[i];
    }
    return Math.sqrt(squares / Math.max(count, 1));
  }

  private static double deviation(double[] values, int count) {
    double mean = Arrays.stream(values, 0, count).sum() / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / Math.max(count - 1, 1));
  }
}
