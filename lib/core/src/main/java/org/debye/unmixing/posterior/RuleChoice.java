package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.numeric.RandomStream;

/**
 * How the abundances of a {@link MarginalChain} are integrated out: by a lattice, where one of
 * affordable size is exact to little more than a constant; else, or where it is cheaper, by the
 * smallest rule of nodes about each observation whose log density differs from the fine rule's by
 * little more than a constant, and whose values rise as its gradient says. By none, where finer
 * rules see something else.
 */
final class RuleChoice {
  private static final BallRule[] COARSE = {
    new BallRule(7), new BallRule(9), new BallRule(11), new BallRule(13)
  };
  private static final BallRule FIRST = new BallRule(11);

  /** Of the density that a chain has which follows a coarse rule. */
  static final BallRule FINE = new BallRule(25);

  /** What the fine rule is held against. */
  static final BallRule FINEST = new BallRule(41);

  private static final int MOST_NODES = 250;

  /** Largest step of a lattice; each is shorter by the fourth root of two. */
  private static final double LONGEST_STEP = 0.5;

  private static final double SHORTER = Math.sqrt(Math.sqrt(0.5));

  /** After so many steps a lattice is {@link StickLattice#finer}. */
  private static final int FINER = 2;

  /** Standard deviation of finest less fine log density that leaves no bias to speak of. */
  private static final double EXACT = 0.1;

  /** The same at a pilot's draws, which may not be where the chain will go. */
  private static final double NEARLY_EXACT = 0.3;

  /** Standard deviation of fine less coarse log density at which most draws are accepted. */
  private static final double FOLLOWS = 0.3;

  /** The same beyond which too few are. */
  private static final double LAGS = 0.7;

  /** Fine less coarse log density beyond which the rules see different things. */
  private static final double NEAR = 10;

  /** {@link SlopeCheck#error} that trajectories bear without shorter steps. */
  private static final double STEADY = 0.1;

  /** A target so many times as large is worth the corrections. */
  private static final double WORTH = 1.3;

  /** Time of a node about each observation, in that of a lattice's node. */
  private static final double COST_OF_NODE = 6;

  /** Nodes that placing the others costs. */
  private static final int PLACING = 50;

  /** Time of a draw's correction, and of the steps that an inexact gradient loses. */
  private static final double COST_OF_CORRECTION = 1.5;

  private final MixingDensity joint;
  private final MarginalDensity fine;
  private final RandomStream random;
  private final int sticks;

  RuleChoice(MixingDensity joint, RandomStream random) {
    this.joint = joint;
    this.random = random;
    sticks = joint.layout().endmembers() - 1;
    fine = MarginalDensity.of(joint, FINE);
  }

  /** Whether this many endmembers leave few enough nodes. */
  static boolean affordable(int endmembers) {
    return COARSE[0].points(endmembers - 1) <= MOST_NODES;
  }

  /**
   * The rules to begin with at these draws, in the layout's coordinates: some that should be
   * steady.
   */
  Optional<Integration> first(double[][] draws) {
    return choose(
        draws,
        NEARLY_EXACT,
        below ->
            adaptive(
                    draws,
                    NEARLY_EXACT,
                    (deviation, coarse) -> deviation <= FOLLOWS / 2 && isSteady(coarse, draws),
                    below)
                .map(this::atLeastFirst));
  }

  /** The rules to go on with at these draws. */
  Optional<Integration> steady(double[][] draws) {
    return choose(
        draws,
        EXACT,
        below ->
            adaptive(
                draws,
                EXACT,
                (deviation, coarse) -> deviation <= FOLLOWS && isSteady(coarse, draws),
                below));
  }

  private BallRule atLeastFirst(BallRule rule) {
    boolean enough = rule.perCoordinate() > FIRST.perCoordinate();
    return enough || FIRST.points(sticks) > MOST_NODES ? rule : FIRST;
  }

  private interface Adaptive {
    /** One that costs less than so much; where that is infinite, there is nothing else. */
    Optional<BallRule> rule(double below);
  }

  /** The cheaper of a lattice and nodes about each observation. */
  private Optional<Integration> choose(double[][] draws, double exact, Adaptive adaptive) {
    Optional<Integration> lattice = lattice(draws, exact);
    double points =
        lattice.isPresent() ? lattice.get().walked().points(sticks) : Double.POSITIVE_INFINITY;
    if (points <= cost(COARSE[0])) {
      return lattice;
    }
    Optional<BallRule> ball = adaptive.rule(points);
    return ball.isPresent() && cost(ball.get()) < points
        ? ball.map(Integration::adaptive)
        : lattice;
  }

  /** In nodes of a lattice. */
  private double cost(BallRule rule) {
    return COST_OF_CORRECTION * COST_OF_NODE * (rule.points(sticks) + PLACING);
  }

  /**
   * The coarsest lattice that a finer one agrees with, and the coarsest that follows it. Where no
   * affordable one is exact, the finest, unless it lags.
   */
  private Optional<Integration> lattice(double[][] draws, double exact) {
    List<StickLattice> lattices = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    StickLattice next = new StickLattice(LONGEST_STEP);
    double lacks = Double.POSITIVE_INFINITY;
    while (lattices.size() < FINER || lattices.get(lattices.size() - FINER).affordable(sticks)) {
      lattices.add(next);
      values.add(values(draws, MarginalDensity.of(joint, next)));
      int coarser = lattices.size() - 1 - FINER;
      if (coarser >= 0) {
        lacks = deviation(difference(values.get(coarser + FINER), values.get(coarser)));
      }
      if (lacks <= exact) {
        break;
      }
      next = new StickLattice(next.step() * SHORTER);
    }
    int target = lattices.size() - 1 - FINER;
    return lacks <= Math.max(exact, LAGS)
        ? Optional.of(followed(lattices.subList(0, target + 1), values))
        : Optional.empty();
  }

  /** The last of the lattices, by the coarsest that follows it and is much smaller. */
  private Integration followed(List<StickLattice> lattices, List<double[]> values) {
    int last = lattices.size() - 1;
    StickLattice target = lattices.get(last);
    for (int coarser = 0; coarser < last; coarser++) {
      StickLattice walked = lattices.get(coarser);
      double lag = deviation(difference(values.get(last), values.get(coarser)));
      if (lag <= FOLLOWS && WORTH * walked.points(sticks) <= target.points(sticks)) {
        return Integration.onLattices(walked, target);
      }
    }
    return Integration.onLattices(target, target);
  }

  private boolean isSteady(MarginalDensity coarse, double[][] draws) {
    GlobalsChart chart = GlobalsChart.of(coarse, joint, draws);
    return new SlopeCheck(chart, random).error(draws) <= STEADY;
  }

  private interface Condition {
    boolean holds(double deviation, MarginalDensity coarse);
  }

  /** One that follows the fine rule, if that is exact. */
  private Optional<BallRule> adaptive(
      double[][] draws, double exact, Condition condition, double below) {
    double[] reference = values(draws, fine);
    return following(reference, draws, condition, below)
        .filter(
            rule -> {
              double[] finest = values(draws, MarginalDensity.of(joint, FINEST));
              return deviation(difference(reference, finest)) <= exact;
            });
  }

  /**
   * The smallest that meets the condition; where none does and there is nothing else, the largest
   * unless it lags.
   */
  private Optional<BallRule> following(
      double[] reference, double[][] draws, Condition condition, double below) {
    boolean orLargest = Double.isInfinite(below);
    Optional<BallRule> largest = Optional.empty();
    for (BallRule rule : COARSE) {
      if (rule.points(sticks) <= MOST_NODES && cost(rule) < below) {
        MarginalDensity coarse = MarginalDensity.of(joint, rule);
        double[] lack = difference(reference, values(draws, coarse));
        double deviation = deviation(lack);
        boolean near = Math.abs(lack[0]) <= NEAR;
        if (near && condition.holds(deviation, coarse)) {
          return Optional.of(rule);
        }
        boolean serves = orLargest && near && deviation <= LAGS;
        largest = serves ? Optional.of(rule) : Optional.empty();
      }
    }
    return largest;
  }

  private static double[] values(double[][] draws, MarginalDensity density) {
    double[] values = new double[draws.length];
    Arrays.setAll(values, draw -> density.logDensity(draws[draw]));
    return values;
  }

  private static double[] difference(double[] values, double[] others) {
    double[] difference = new double[values.length];
    Arrays.setAll(difference, draw -> values[draw] - others[draw]);
    return difference;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / Math.max(values.length - 1, 1));
  }
}
