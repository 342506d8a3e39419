package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.Trajectory;
import org.debye.numeric.RandomStream;

/**
 * A chain of the globals with the abundances integrated out ({@link MarginalDensity}), which are
 * drawn after each draw of the globals ({@link AbundanceRefresh}). {@link MarginalWarmUp} makes it.
 *
 * <p>Where trajectories follow a coarser rule than the target's ({@link Integration}), each draw
 * that one proposes is accepted with the Metropolis probability of the target's density over the
 * coarse one's (delayed acceptance: Christen and Fox 2005). What the target itself lacks is
 * measured against a finer rule ({@link Quadrature#error}).
 */
final class MarginalChain {
  private static final int ERRORS = 16;
  private static final int BETWEEN_CHECKS = 20;

  /** Draws that are remembered, and draws between them. */
  private static final int LATEST = 192;

  private static final int BETWEEN_LATEST = 2;

  private final MixingDensity joint;
  private final NutsChain chain;
  private final GlobalsChart chart;
  private final Integration rules;
  private final MarginalDensity target;
  private final MarginalDensity check;
  private final AbundanceRefresh refresh;
  private final RandomStream random;
  private final double[] position;
  private final double[] charted;
  private final double[] here;
  private final double[] proposal;
  private final double[] jointSlope;
  private final double[] errors = new double[ERRORS];
  private final double[][] latest = new double[LATEST][];
  private long before;
  private long warmupGradients;
  private Optional<MetropolisMoves> others = Optional.empty();
  private int timesOfOthers;
  private double walkedHere;
  private double targetHere;
  private long draws;
  private long accepted;
  private long movedBefore;

  /**
   * @param chain in the chart, past its warm-up
   * @param rules of the abundances
   * @param position of the joint density, where the chain stands; copied
   */
  MarginalChain(
      MixingDensity joint,
      NutsChain chain,
      GlobalsChart chart,
      Integration rules,
      double[] position,
      RandomStream random) {
    this.joint = joint;
    this.chain = chain;
    this.chart = chart;
    this.rules = rules;
    this.random = random;
    this.position = position.clone();
    target = MarginalDensity.of(joint, rules.target());
    check = MarginalDensity.of(joint, rules.check());
    refresh = new AbundanceRefresh(joint, rules.walked());
    charted = new double[chart.dimension()];
    here = new double[chart.dimension()];
    proposal = new double[chart.dimension()];
    jointSlope = new double[joint.dimension()];
  }

  /**
   * Begins where the chain stands, after so many gradients of other chains.
   *
   * @param start that place, in the chart
   * @param drawn gradients so far that are no warm-up
   */
  MarginalChain from(double[] start, long gradients, long drawn) {
    before = gradients;
    warmupGradients = gradients() - drawn;
    System.arraycopy(start, 0, here, 0, here.length);
    chart.leave(here, position);
    walkedHere = chain.logDensity() - chart.logJacobian(here);
    targetHere = rules.corrects() ? target.logDensity(position) : walkedHere;
    return this;
  }

  /** Moves so many times after each trajectory, and keeps to the domain of the moves. */
  MarginalChain with(MetropolisMoves moves, int times) {
    others = Optional.of(moves);
    timesOfOthers = times;
    return this;
  }

  /** Draws once. */
  Trajectory step(double[] out) {
    Trajectory trajectory = chain.step(charted);
    chart.leave(charted, proposal);
    double walkedThere = chain.logDensity() - chart.logJacobian(charted);
    double targetThere = rules.corrects() ? target.logDensity(proposal) : walkedThere;
    boolean stays = others.isEmpty() || others.get().domain().holds(proposal);
    if (stays && follows(walkedThere, targetThere)) {
      accept(walkedThere, targetThere);
      accepted++;
    } else {
      stand();
    }
    others.ifPresent(this::move);
    remember();
    check();
    refresh.draw(position, random);
    System.arraycopy(position, 0, out, 0, out.length);
    return trajectory.at(joint.evaluate(position, jointSlope));
  }

  /** By the target, of what the walked density has proposed. */
  private boolean follows(double walkedThere, double targetThere) {
    double ratio = targetThere - walkedThere - (targetHere - walkedHere);
    return StrictMath.log(random.nextDouble()) < ratio;
  }

  private void accept(double walkedThere, double targetThere) {
    System.arraycopy(proposal, 0, position, 0, proposal.length);
    System.arraycopy(charted, 0, here, 0, here.length);
    walkedHere = walkedThere;
    targetHere = targetThere;
  }

  private void stand() {
    if (!chain.moveTo(here)) {
      throw new IllegalStateException("a point that the chain has stood at is not finite");
    }
  }

  private void move(MetropolisMoves moves) {
    System.arraycopy(position, 0, proposal, 0, proposal.length);
    long before = moves.taken();
    double walkedThere = moves.move(timesOfOthers, proposal, walkedHere);
    if (moves.taken() == before) {
      return;
    }
    double targetThere = rules.corrects() ? target.logDensity(proposal) : walkedThere;
    if (!follows(walkedThere, targetThere)) {
      return;
    }
    chart.enter(proposal, charted);
    if (chain.moveTo(charted)) {
      accept(walkedThere, targetThere);
    } else {
      stand();
    }
  }

  /** Compares the target with a finer rule, every few draws; the last comparisons are kept. */
  private void check() {
    if (draws % BETWEEN_CHECKS == 0) {
      errors[(int) (draws / BETWEEN_CHECKS % ERRORS)] = check.logDensity(position) - targetHere;
    }
    draws++;
  }

  private void remember() {
    if (draws % BETWEEN_LATEST == 0) {
      int at = (int) (draws / BETWEEN_LATEST % LATEST);
      latest[at] = Arrays.copyOf(position, charted.length);
    }
  }

  /**
   * Some of the latest draws, in the layout's coordinates.
   *
   * @param most how many at most
   */
  double[][] latest(int most) {
    double[][] all = Arrays.stream(latest).filter(Objects::nonNull).toArray(double[][]::new);
    double[][] some = new double[Math.min(most, all.length)][];
    Arrays.setAll(some, draw -> all[(int) ((long) draw * all.length / some.length)]);
    return some;
  }

  /** Counts what another chain of the same draws has moved before. */
  MarginalChain after(MarginalChain other) {
    movedBefore = other.moves();
    return this;
  }

  Integration rules() {
    return rules;
  }

  /** Draws so far that trajectories or moves of this chain have proposed and the target taken. */
  double accepted() {
    return (double) accepted / Math.max(draws, 1);
  }

  /** Where the chain stands, abundances among it. */
  double[] position() {
    return position;
  }

  double stepSize() {
    return chain.stepSize();
  }

  /** Draws that moved, of this chain and those that it goes on from. */
  long moves() {
    return movedBefore + accepted;
  }

  long gradients() {
    return before + chain.gradients();
  }

  long warmupGradients() {
    return warmupGradients;
  }

  Quadrature quadrature() {
    int compared = (int) Math.min((draws + BETWEEN_CHECKS - 1) / BETWEEN_CHECKS, ERRORS);
    return new Quadrature(
        rules.walked().points(joint.layout().endmembers() - 1),
        accepted(),
        deviation(errors, compared));
  }

  private static double deviation(double[] values, int count) {
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += values[i] / count;
    }
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / Math.max(count - 1, 1));
  }
}
