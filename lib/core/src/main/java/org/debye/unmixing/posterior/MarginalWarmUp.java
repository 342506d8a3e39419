package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Optional;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * Makes a {@link MarginalChain}. A joint chain walks from the starting point into a mode; a
 * marginal chain goes on from there, in a {@link GlobalsChart}, and warms up by a rule that should
 * do; then by the one that suits its draws ({@link WarmUpWalks}).
 */
final class MarginalWarmUp {
  /** Mean length of short trajectories at which they hardly ever turn. */
  private static final double NO_TURN = 28;

  /** Steps at which such a chain would not get far. */
  private static final double SHORT_STEP = 0.08;

  /** Draws at which rules are compared, and steps of the chains between them. */
  private static final int COMPARED = 16;

  private static final int JOINT_BETWEEN = 3;
  private static final int MARGINAL_BETWEEN = 3;

  /** Metropolis moves after a draw that counts, so that they cost about as much as trajectories. */
  private static final double MOVES_A_STEP = 1.5;

  private static final int FEWEST_MOVES = 8;
  private static final int MOST_MOVES = 40;

  /** What became of a beginning. */
  sealed interface Beginning {}

  /** The chain, past its warm-up. */
  record Ready(MarginalChain chain, MarginalWarmUp warmUp) implements Beginning {}

  /**
   * Quadrature cannot follow this posterior.
   *
   * @param position where the pilot stands, globals and abundances that belong together
   */
  record Unsuited(double[] position) implements Beginning {}

  /** No chain could be begun. */
  record Refused(String reason) implements Beginning {}

  private final MixingDensity joint;
  private final HmcSettings settings;
  private final RandomStream random;
  private final RuleChoice choice;
  private final WarmUpWalks walks;

  private MarginalWarmUp(MixingDensity joint, HmcSettings settings, RandomStream random) {
    this.joint = joint;
    this.settings = settings;
    this.random = random;
    choice = new RuleChoice(joint, random);
    walks = new WarmUpWalks(joint, settings, random);
  }

  /** Warm-up iterations of the joint chain that goes ahead. */
  static int ofPilot(HmcSettings settings) {
    return settings.warmup() * 2 / 5;
  }

  /**
   * Begins and warms up.
   *
   * @param pilot a joint chain at the starting point, before its warm-up
   */
  static Beginning run(
      MixingDensity joint, HmcSettings settings, NutsChain pilot, RandomStream random) {
    if (pilot.warmUp() instanceof WarmUp.Stuck stuck) {
      return new Refused(stuck.reason());
    }
    MarginalWarmUp warmUp = new MarginalWarmUp(joint, settings, random);
    double[] position = new double[joint.dimension()];
    double[][] seen = warmUp.walk(pilot, position);
    Optional<MarginalChain> chain =
        warmUp
            .choice
            .first(seen)
            .flatMap(
                rules -> warmUp.walks.begin(rules, seen, position, WarmUpStage.first(settings)))
            .flatMap(first -> warmUp.second(first, pilot.gradients()));
    return chain.isPresent() ? new Ready(chain.get(), warmUp) : new Unsuited(position);
  }

  /** Globals that a joint chain draws; it ends at the position. */
  private double[][] walk(NutsChain pilot, double[] position) {
    double[][] seen = new double[COMPARED][];
    for (int draw = 0; draw < COMPARED; draw++) {
      for (int step = 0; step < JOINT_BETWEEN; step++) {
        pilot.step(position);
      }
      seen[draw] = Arrays.copyOf(position, joint.layout().abundancesAt());
    }
    return seen;
  }

  /**
   * Goes on with the rule that suits the draws of the first chain.
   *
   * @param gradients before it
   */
  private Optional<MarginalChain> second(WarmUpWalk first, long gradients) {
    double[][] seen = new double[COMPARED * MARGINAL_BETWEEN][];
    double length = first.draw(seen);
    boolean moving = first.leaps() > 0;
    if (!moving && length > NO_TURN && first.chain().stepSize() < SHORT_STEP) {
      return Optional.empty();
    }
    WarmUpStage stage = WarmUpStage.second(settings, moving, 1);
    return steady(seen, first.position(), stage, gradients + first.gradients());
  }

  /** A chain by the rule that suits these draws. */
  private Optional<MarginalChain> steady(
      double[][] seen, double[] start, WarmUpStage stage, long gradients) {
    return choice
        .steady(WarmUpWalks.evenly(seen, COMPARED))
        .flatMap(rules -> walks.begin(rules, seen, start, stage))
        .map(
            walk -> {
              walk.step();
              return chain(walk, stage, gradients, 0);
            });
  }

  /**
   * Goes on from where a chain stands, with the rule, the coordinates and, after a longer warm-up,
   * the metric that suit its latest draws.
   *
   * @param time that this is done, from 1: each doubles the warm-up
   */
  Optional<MarginalChain> again(MarginalChain chain, int time) {
    double[][] seen = chain.latest(COMPARED * MARGINAL_BETWEEN);
    return seen.length < COMPARED
        ? Optional.empty()
        : steady(seen, chain.position(), next(1 << time), chain.gradients());
  }

  /**
   * Goes on from where a chain stands on few weighted observations in the place of all, condensed
   * by its latest draws.
   *
   * @return empty where few observations do not stand for all
   */
  Optional<MarginalChain> condensed(MarginalChain chain) {
    double[][] seen = chain.latest(ObservationCondenser.draws(joint));
    return seen.length < COMPARED
        ? Optional.empty()
        : walks
            .onFew(chain.rules().onAll(), seen, chain.position(), next(1))
            .flatMap(walk -> instead(walk, chain));
  }

  /** Goes on from where a chain on few observations stands on all, past another warm-up. */
  Optional<MarginalChain> onAll(MarginalChain chain) {
    double[][] seen = chain.latest(COMPARED * MARGINAL_BETWEEN);
    return walks
        .onAll(chain.rules(), seen, chain.position(), next(1))
        .flatMap(walk -> instead(walk, chain));
  }

  /** Of a chain that goes on. */
  private WarmUpStage next(int times) {
    return WarmUpStage.second(settings, MetropolisMoves.fit(joint), times);
  }

  /** A walk from where a chain of the same target stands, whose draws it goes on with. */
  private Optional<MarginalChain> instead(WarmUpWalk walk, MarginalChain chain) {
    long drawn = chain.gradients() - chain.warmupGradients();
    return walk.goTo(chain.position())
        ? Optional.of(chain(walk, next(1), chain.gradients(), drawn).after(chain))
        : Optional.empty();
  }

  /**
   * Goes on from where a warm-up has led.
   *
   * @param gradients before it
   * @param drawn those of them that are no warm-up
   */
  private MarginalChain chain(WarmUpWalk walk, WarmUpStage stage, long gradients, long drawn) {
    MarginalChain chain =
        new MarginalChain(joint, walk.chain(), walk.chart(), walk.rules(), walk.position(), random)
            .from(walk.charted(), gradients + walk.givenUp(), drawn);
    if (!stage.moving()) {
      return chain;
    }
    double steps = (double) walk.chain().gradients() / stage.iterations();
    int moves = (int) Math.max(FEWEST_MOVES, Math.min(MOST_MOVES, MOVES_A_STEP * steps));
    return chain.with(walk.moves().orElseThrow().each(), moves);
  }
}
