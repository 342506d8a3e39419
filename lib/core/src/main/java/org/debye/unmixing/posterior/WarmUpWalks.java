package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.inference.nuts.AdaptationPlan;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.Companion;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * Warms up {@link WarmUpWalk}s: on few weighted observations ({@link ObservationCondenser}) where
 * those stand for all, so that trajectories cost a part, else on all. Few are condensed by draws;
 * where a short walk that nothing corrects leads astray, by what it has seen there too, and so on.
 * A walk's metric is full rank, by draws and gradients, which a few draws of a dozen coordinates
 * determine. All ways are empty where no walk could be begun.
 */
final class WarmUpWalks {
  /**
   * Mean acceptance of a trajectory: lower than for an exact gradient, since what the coarse rule's
   * gradient lacks costs some of it whatever the step size.
   */
  private static final double TARGET = 0.7;

  /** Full rank needs more draws than there are coordinates. */
  private static final AdaptationPlan PLAN = new AdaptationPlan.Running(0.3, 0.15, 20, 60);

  /** Distance of coordinates that rounding makes. */
  private static final double SAME = 1e-6;

  /** Metropolis moves after a draw. */
  private static final int MOVES = 4;

  private final MixingDensity joint;
  private final HmcSettings settings;
  private final RandomStream random;

  /** Gradients of walks that led astray, since one was asked for. */
  private long givenUp;

  WarmUpWalks(MixingDensity joint, HmcSettings settings, RandomStream random) {
    this.joint = joint;
    this.settings = settings;
    this.random = random;
  }

  /**
   * On few observations where they stand for all, else on all.
   *
   * @param seen draws of the globals
   * @param start coordinates of the joint density
   */
  Optional<WarmUpWalk> begin(
      Integration rules, double[][] seen, double[] start, WarmUpStage stage) {
    Optional<WarmUpWalk> few = onFew(rules, seen, start, stage);
    return few.isPresent() ? few : warmedUp(rules, seen, start, stage);
  }

  /** On few observations; empty where they do not stand for all. */
  Optional<WarmUpWalk> onFew(
      Integration rules, double[][] seen, double[] start, WarmUpStage stage) {
    givenUp = 0;
    double[][] learnt = evenly(seen, Math.min(seen.length, ObservationCondenser.draws(joint)));
    ObservationCondenser condenser = new ObservationCondenser(joint, rules, learnt);
    for (int round = 0; round < stage.rounds(); round++) {
      Optional<WarmUpWalk> begun =
          condenser.few().map(rules::onFew).flatMap(few -> warmedUp(few, seen, start, stage));
      if (begun.isEmpty()) {
        break;
      }
      WarmUpWalk walk = begun.get();
      double[][] walked = new double[stage.draws()][];
      walk.draw(walked);
      double strays = condenser.strays(walk.rules().density(joint), walked);
      if (strays <= stage.strays()) {
        return begun;
      }
      givenUp += walk.chain().gradients();
      condenser.learn(walked);
    }
    return Optional.empty();
  }

  /** On all observations. */
  Optional<WarmUpWalk> onAll(
      Integration rules, double[][] seen, double[] start, WarmUpStage stage) {
    givenUp = 0;
    return warmedUp(rules.onAll(), seen, start, stage);
  }

  private Optional<WarmUpWalk> warmedUp(
      Integration rules, double[][] seen, double[] start, WarmUpStage stage) {
    MarginalDensity density = rules.density(joint);
    GlobalsChart chart = GlobalsChart.of(density, joint, seen);
    double[] charted = new double[chart.dimension()];
    double[][] known = known(chart, seen, start, charted);
    NutsSettings nuts =
        settings
            .nuts()
            .withTargetAcceptance(TARGET)
            .withMetric(MetricKind.LOW_RANK)
            .withPlan(PLAN)
            .withMaxDepth(stage.depth())
            .withWarmup(stage.iterations());
    Optional<ChartMoves> moves = Optional.empty();
    if (MetropolisMoves.fit(joint)) {
      MetropolisMoves each = new MetropolisMoves(density, joint, start, random);
      moves = Optional.of(new ChartMoves(density, chart, each, MOVES));
    }
    Companion companion = stage.moving() ? moves.orElseThrow() : Companion.NONE;
    ChainStart begun = NutsChain.startAt(chart, nuts, charted, random);
    return begun instanceof ChainStart.Started started
            && started.chain().warmUp(known, companion) instanceof WarmUp.Adapted
        ? Optional.of(
            new WarmUpWalk(started.chain(), chart, rules, charted, start.clone(), moves, givenUp))
        : Optional.empty();
  }

  /**
   * Those of the points that the chart holds as it stands at the start.
   *
   * @param charted the start in the chart, overwritten
   */
  private static double[][] known(
      GlobalsChart chart, double[][] seen, double[] start, double[] charted) {
    List<double[]> known = new ArrayList<>();
    double[] back = new double[charted.length];
    for (double[] point : seen) {
      double[] there = new double[charted.length];
      chart.enter(point, there);
      chart.enter(start, charted);
      chart.leave(there, back);
      if (distance(back, point) < SAME) {
        known.add(there);
      }
    }
    return known.toArray(double[][]::new);
  }

  private static double distance(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  /** Some of the draws, evenly spaced, the last among them. */
  static double[][] evenly(double[][] draws, int count) {
    double[][] some = new double[count][];
    Arrays.setAll(some, draw -> draws[(draw + 1) * draws.length / count - 1]);
    return some;
  }
}
