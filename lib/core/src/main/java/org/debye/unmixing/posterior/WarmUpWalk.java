package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Optional;
import org.debye.inference.nuts.NutsChain;

/**
 * A chain of the globals in its chart, while a {@link MarginalWarmUp} is under way.
 *
 * @param chain past its own warm-up
 * @param rules of the abundances
 * @param charted where it stands, in the chart; changed in place
 * @param position the same in the joint density's coordinates, abundances as they were; changed in
 *     place
 * @param moves that may go with it; none where there are no such moves
 * @param givenUp gradients of walks that were given up before this one
 */
record WarmUpWalk(
    NutsChain chain,
    GlobalsChart chart,
    Integration rules,
    double[] charted,
    double[] position,
    Optional<ChartMoves> moves,
    long givenUp) {

  /**
   * Draws once.
   *
   * @return how many steps the trajectory had
   */
  int step() {
    int steps = chain.step(charted).path().steps();
    chart.leave(charted, position);
    return steps;
  }

  /** Moves after a draw. */
  void move() {
    double[] there = charted.clone();
    if (moves.isEmpty() || !moves.get().move(there)) {
      return;
    }
    if (chain.moveTo(there)) {
      System.arraycopy(there, 0, charted, 0, there.length);
      chart.leave(charted, position);
    } else {
      chain.moveTo(charted);
    }
  }

  /**
   * Draws with moves between them.
   *
   * @param draws globals; overwritten
   * @return mean steps of a trajectory
   */
  double draw(double[][] draws) {
    double length = 0;
    for (int draw = 0; draw < draws.length; draw++) {
      length += (double) step() / draws.length;
      move();
      draws[draw] = Arrays.copyOf(position, charted.length);
    }
    return length;
  }

  /**
   * Goes to another place.
   *
   * @param other in the joint density's coordinates
   * @return false if the density is not finite there
   */
  boolean goTo(double[] other) {
    System.arraycopy(other, 0, position, 0, other.length);
    chart.enter(position, charted);
    return chain.moveTo(charted);
  }

  /** Of this walk and of those given up. */
  long gradients() {
    return givenUp + chain.gradients();
  }

  /** How many moves have gone far. */
  long leaps() {
    return moves.map(one -> one.each().leaps()).orElse(0L);
  }
}
