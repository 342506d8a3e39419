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
 * Makes a {@link MarginalChain}. A joint chain walks from the starting point into a mode; a
 * marginal chain goes on from there, in a {@link GlobalsChart}, and warms up by a rule that should
 * do; then by the one that suits its draws. Its metric is full rank, by draws and gradients, which
 * a few draws of a dozen coordinates determine.
 */
final class MarginalWarmUp {
  /**
   * Mean acceptance of a trajectory: lower than for an exact gradient, since what the coarse rule's
   * gradient lacks costs some of it whatever the step size.
   */
  private static final double TARGET = 0.7;

  /** Of the first marginal chain, which may begin far from where it is going. */
  private static final int SHORT_DEPTH = 5;

  /** Doublings of the chain itself, beyond which the joint chain is the cheaper one. */
  private static final int LONG_DEPTH = 7;

  /** Mean length of short trajectories at which they hardly ever turn. */
  private static final double NO_TURN = 28;

  /** Steps at which such a chain would not get far. */
  private static final double SHORT_STEP = 0.08;

  /** Full rank needs more draws than there are coordinates. */
  private static final AdaptationPlan PLAN = new AdaptationPlan.Running(0.3, 0.15, 20, 60);

  /** Distance of coordinates that rounding makes. */
  private static final double SAME = 1e-6;

  /** Draws at which rules are compared, and steps of the chains between them. */
  private static final int COMPARED = 16;

  private static final int JOINT_BETWEEN = 3;
  private static final int MARGINAL_BETWEEN = 3;

  /** Draws of a chain on few observations by which those are judged, and how often. */
  private static final int WALKED = 15;

  private static final int ROUNDS = 5;

  /** Root mean square of a log density that few observations may lack where they are walked. */
  private static final double STRAYS = 0.5;

  /** The same, and how many draws tell it, where draws are only to go on from. */
  private static final double FAR = 3;

  private static final int FIRST_WALKED = 8;

  /** Metropolis moves after a draw, in warm-up. */
  private static final int MOVES = 4;

  /** After a draw that counts, so that moves cost about as much as trajectories. */
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

  /**
   * A warm-up, and what is asked of it if it is on few observations.
   *
   * @param depth doublings of a trajectory at most
   * @param moving whether Metropolis moves accompany it
   * @param draws after it, by which it is judged
   * @param strays root mean square of a log density that few observations may lack there
   * @param rounds how often the few may be learnt anew
   */
  private record Stage(
      int iterations, int depth, boolean moving, int draws, double strays, int rounds) {}

  private final MixingDensity joint;
  private final HmcSettings settings;
  private final RandomStream random;
  private final RuleChoice choice;
  private final double[] position;
  private double[] ofPilot = new double[0];
  private long gradients;

  private MarginalWarmUp(MixingDensity joint, HmcSettings settings, RandomStream random) {
    this.joint = joint;
    this.settings = settings;
    this.random = random;
    choice = new RuleChoice(joint, random);
    position = new double[joint.dimension()];
  }

  /** Warm-up iterations of the joint chain that goes ahead. */
  static int ofPilot(HmcSettings settings) {
    return settings.warmup() * 2 / 5;
  }

  private static int ofFirst(HmcSettings settings) {
    return settings.warmup() * 3 / 25;
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
    Optional<MarginalChain> chain = warmUp.after(pilot);
    return chain.isPresent() ? new Ready(chain.get(), warmUp) : new Unsuited(warmUp.ofPilot);
  }

  private Optional<MarginalChain> after(NutsChain pilot) {
    double[][] seen = new double[COMPARED][];
    for (int draw = 0; draw < COMPARED; draw++) {
      for (int step = 0; step < JOINT_BETWEEN; step++) {
        pilot.step(position);
      }
      seen[draw] = Arrays.copyOf(position, joint.layout().abundancesAt());
    }
    ofPilot = position.clone();
    gradients = pilot.gradients();
    return choice.first(seen).flatMap(rules -> first(rules, seen)).flatMap(this::second);
  }

  /** A chain of the globals from where the last one stands, past its warm-up. */
  private Optional<WarmUpWalk> begin(Integration rules, double[][] seen, Stage stage) {
    MarginalDensity density = rules.density(joint);
    GlobalsChart chart = GlobalsChart.of(density, joint, seen);
    double[] start = new double[chart.dimension()];
    double[][] known = known(chart, seen, start);
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
      MetropolisMoves each = new MetropolisMoves(density, joint, position, random);
      moves = Optional.of(new ChartMoves(density, chart, each, MOVES));
    }
    Companion companion = stage.moving() ? moves.orElseThrow() : Companion.NONE;
    ChainStart begun = NutsChain.startAt(chart, nuts, start, random);
    return begun instanceof ChainStart.Started started
            && started.chain().warmUp(known, companion) instanceof WarmUp.Adapted
        ? Optional.of(new WarmUpWalk(started.chain(), chart, rules, start, moves))
        : Optional.empty();
  }

  /** Those of the points that the chart holds as it stands at the position, which is the start. */
  private double[][] known(GlobalsChart chart, double[][] seen, double[] start) {
    List<double[]> known = new ArrayList<>();
    double[] back = new double[start.length];
    for (double[] point : seen) {
      double[] charted = new double[start.length];
      chart.enter(point, charted);
      chart.enter(position, start);
      chart.leave(charted, back);
      if (distance(back, point) < SAME) {
        known.add(charted);
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

  /** The chain that finds draws by which the second one is warmed up. */
  private Optional<WarmUpWalk> first(Integration rules, double[][] seen) {
    int shallow = Math.min(SHORT_DEPTH, settings.maximumDepth());
    return settle(rules, seen, new Stage(ofFirst(settings), shallow, false, FIRST_WALKED, FAR, 1));
  }

  /** Goes on with the rule that suits the draws of the first chain. */
  private Optional<MarginalChain> second(WarmUpWalk first) {
    double[][] seen = new double[COMPARED * MARGINAL_BETWEEN][];
    double length = walk(first, seen);
    gradients += first.chain().gradients();
    boolean moving = first.leaps() > 0;
    if (!moving && length > NO_TURN && first.chain().stepSize() < SHORT_STEP) {
      return Optional.empty();
    }
    return steady(seen, secondStage(moving, 1));
  }

  /** A chain by the rule that suits these draws. */
  private Optional<MarginalChain> steady(double[][] seen, Stage stage) {
    return choice
        .steady(evenly(seen, COMPARED))
        .flatMap(rules -> settle(rules, seen, stage))
        .map(walk -> chain(walk, stage));
  }

  /**
   * @param times as long as a second warm-up
   */
  private Stage secondStage(boolean moving, int times) {
    int iterations = settings.warmup() * (moving ? 9 : 6) / 50 * times;
    return new Stage(iterations, longest(settings), moving, WALKED, STRAYS, ROUNDS);
  }

  /** A chain past its warm-up, on few observations where they stand for all, else on all. */
  private Optional<WarmUpWalk> settle(Integration rules, double[][] seen, Stage stage) {
    double[] start = position.clone();
    Optional<WarmUpWalk> few = onFew(rules, seen, start, stage);
    if (few.isPresent()) {
      return few;
    }
    System.arraycopy(start, 0, position, 0, position.length);
    return begin(rules, seen, stage);
  }

  /**
   * Goes on from where a chain stands, with the rule, the coordinates and, after a longer warm-up,
   * the metric that suit its latest draws.
   *
   * @param time that this is done, from 1: each doubles the warm-up
   */
  Optional<MarginalChain> again(MarginalChain chain, int time) {
    double[][] seen = chain.latest(COMPARED * MARGINAL_BETWEEN);
    if (seen.length < COMPARED) {
      return Optional.empty();
    }
    System.arraycopy(chain.position(), 0, position, 0, position.length);
    gradients = chain.gradients();
    return steady(seen, secondStage(MetropolisMoves.fit(joint), 1 << time));
  }

  /**
   * Goes on from where a chain stands on few weighted observations in the place of all ({@link
   * ObservationCondenser}), so that its trajectories cost a part. They are condensed by its latest
   * draws; where a short chain that nothing corrects then leads astray, by what it has seen there
   * too, and so on.
   *
   * @return empty where few observations do not stand for all
   */
  Optional<MarginalChain> condensed(MarginalChain chain) {
    double[][] seen = chain.latest(ObservationCondenser.draws(joint));
    if (seen.length < COMPARED) {
      return Optional.empty();
    }
    gradients = chain.gradients();
    Stage stage = secondStage(MetropolisMoves.fit(joint), 1);
    return onFew(chain.rules().onAll(), seen, chain.position(), stage)
        .flatMap(walk -> instead(walk, stage, chain));
  }

  /** Goes on from where a chain on few observations stands on all, past another warm-up. */
  Optional<MarginalChain> onAll(MarginalChain chain) {
    double[][] seen = chain.latest(COMPARED * MARGINAL_BETWEEN);
    gradients = chain.gradients();
    System.arraycopy(chain.position(), 0, position, 0, position.length);
    Stage stage = secondStage(MetropolisMoves.fit(joint), 1);
    return begin(chain.rules().onAll(), seen, stage).flatMap(walk -> instead(walk, stage, chain));
  }

  /** A walk from where a chain of the same target stands, whose draws it goes on with. */
  private Optional<MarginalChain> instead(WarmUpWalk walk, Stage stage, MarginalChain chain) {
    System.arraycopy(chain.position(), 0, position, 0, position.length);
    long drawn = chain.gradients() - chain.warmupGradients();
    return walk.goTo(position)
        ? Optional.of(chain(walk, stage, drawn).after(chain))
        : Optional.empty();
  }

  /**
   * A chain on few observations, past its warm-up, that a short walk has not led astray; empty if
   * there is none.
   *
   * @param start of each attempt
   */
  private Optional<WarmUpWalk> onFew(
      Integration rules, double[][] seen, double[] start, Stage stage) {
    double[][] learnt = evenly(seen, Math.min(seen.length, ObservationCondenser.draws(joint)));
    ObservationCondenser condenser = new ObservationCondenser(joint, rules, learnt);
    for (int round = 0; round < stage.rounds(); round++) {
      System.arraycopy(start, 0, position, 0, position.length);
      Optional<WarmUpWalk> begun =
          condenser.few().map(rules::onFew).flatMap(few -> begin(few, seen, stage));
      if (begun.isEmpty()) {
        break;
      }
      WarmUpWalk walk = begun.get();
      double[][] walked = new double[stage.draws()][];
      walk(walk, walked);
      double strays = condenser.strays(walk.rules().density(joint), walked);
      if (strays <= stage.strays()) {
        return begun;
      }
      gradients += walk.chain().gradients();
      condenser.learn(walked);
    }
    return Optional.empty();
  }

  /**
   * Draws with moves between them.
   *
   * @param draws overwritten
   * @return mean steps of a trajectory
   */
  private double walk(WarmUpWalk walk, double[][] draws) {
    double length = 0;
    for (int draw = 0; draw < draws.length; draw++) {
      length += (double) walk.step(position) / draws.length;
      walk.move(position);
      draws[draw] = Arrays.copyOf(position, joint.layout().abundancesAt());
    }
    return length;
  }

  private MarginalChain chain(WarmUpWalk walk, Stage stage) {
    walk.step(position);
    return chain(walk, stage, 0);
  }

  /**
   * Goes on from where the warm-up has led.
   *
   * @param drawn gradients so far that are no warm-up
   */
  private MarginalChain chain(WarmUpWalk walk, Stage stage, long drawn) {
    MarginalChain chain =
        new MarginalChain(joint, walk.chain(), walk.chart(), walk.rules(), position, random)
            .from(walk.charted(), gradients, drawn);
    if (!stage.moving()) {
      return chain;
    }
    double steps = (double) walk.chain().gradients() / stage.iterations();
    int moves = (int) Math.max(FEWEST_MOVES, Math.min(MOST_MOVES, MOVES_A_STEP * steps));
    return chain.with(walk.moves().orElseThrow().each(), moves);
  }

  /** Doublings after which a trajectory of a marginal chain ends. */
  static int longest(HmcSettings settings) {
    return Math.min(LONG_DEPTH, settings.maximumDepth());
  }

  private static double[][] evenly(double[][] draws, int count) {
    double[][] some = new double[count][];
    Arrays.setAll(some, draw -> draws[(draw + 1) * draws.length / count - 1]);
    return some;
  }
}
