package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Optional;
import org.debye.numeric.RandomStream;

/**
 * The rules of a {@link MarginalChain}, and which of them its trajectories should follow: the
 * smallest whose log density differs from the fine rule's by little more than a constant, and whose
 * values rise as its gradient says. None, where a rule finer than the fine one sees something else.
 */
final class RuleChoice {
  private static final BallRule[] COARSE = {
    new BallRule(7), new BallRule(9), new BallRule(11), new BallRule(13), new BallRule(15)
  };
  private static final BallRule FIRST = new BallRule(11);

  /** Of the density that a chain has. */
  static final BallRule FINE = new BallRule(25);

  /** What the fine rule is held against. */
  static final BallRule FINEST = new BallRule(41);

  private static final int MOST_NODES = 250;

  /** Standard deviation of finest less fine log density that leaves no bias to speak of. */
  private static final double EXACT = 0.2;

  /** The same at a pilot's draws, which may not be where the chain will go. */
  private static final double NEARLY_EXACT = 0.4;

  /** Standard deviation of fine less coarse log density at which most draws are accepted. */
  private static final double FOLLOWS = 0.3;

  /** The same beyond which too few are. */
  private static final double LAGS = 0.7;

  /** Fine less coarse log density beyond which the rules see different things. */
  private static final double NEAR = 10;

  /** {@link SlopeCheck#error} that trajectories bear without shorter steps. */
  private static final double STEADY = 0.1;

  private final MixingDensity joint;
  private final MarginalDensity fine;
  private final RandomStream random;

  RuleChoice(MixingDensity joint, RandomStream random) {
    this.joint = joint;
    this.random = random;
    fine = density(joint, FINE);
  }

  static MarginalDensity density(MixingDensity joint, BallRule rule) {
    return new MarginalDensity(joint.model(), joint.observations(), joint.prior(), rule);
  }

  /** Whether this many endmembers leave few enough nodes. */
  static boolean affordable(int endmembers) {
    return COARSE[0].points(endmembers - 1) <= MOST_NODES;
  }

  /**
   * The rule to begin with at these draws, in the layout's coordinates: one that should be steady.
   */
  Optional<BallRule> first(double[][] draws) {
    return choose(draws, NEARLY_EXACT, (deviation, coarse) -> deviation <= FOLLOWS / 2)
        .map(rule -> rule.perCoordinate() > FIRST.perCoordinate() || !few(FIRST) ? rule : FIRST);
  }

  /** The rule to go on with at these draws. */
  Optional<BallRule> steady(double[][] draws) {
    return choose(
        draws, EXACT, (deviation, coarse) -> deviation <= FOLLOWS && isSteady(coarse, draws));
  }

  private boolean isSteady(MarginalDensity coarse, double[][] draws) {
    GlobalsChart chart = GlobalsChart.of(coarse, joint);
    return new SlopeCheck(chart, random).error(draws) <= STEADY;
  }

  private interface Condition {
    boolean holds(double deviation, MarginalDensity coarse);
  }

  /** The smallest that meets the condition; where none does, the largest unless it lags. */
  private Optional<BallRule> choose(double[][] draws, double exact, Condition condition) {
    double[] reference = new double[draws.length];
    Arrays.setAll(reference, draw -> fine.logDensity(draws[draw]));
    MarginalDensity finest = density(joint, FINEST);
    if (!(deviation(lack(draws, finest, reference)) <= exact)) {
      return Optional.empty();
    }
    Optional<BallRule> largest = Optional.empty();
    for (BallRule rule : COARSE) {
      if (few(rule)) {
        MarginalDensity coarse = density(joint, rule);
        double[] lack = lack(draws, coarse, reference);
        double deviation = deviation(lack);
        boolean near = Math.abs(lack[0]) <= NEAR;
        if (near && condition.holds(deviation, coarse)) {
          return Optional.of(rule);
        }
        largest = near && deviation <= LAGS ? Optional.of(rule) : Optional.empty();
      }
    }
    return largest;
  }

  private boolean few(BallRule rule) {
    return rule.points(joint.layout().endmembers() - 1) <= MOST_NODES;
  }

  private static double[] lack(double[][] draws, MarginalDensity density, double[] exact) {
    double[] lack = new double[draws.length];
    Arrays.setAll(lack, draw -> exact[draw] - density.logDensity(draws[draw]));
    return lack;
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
