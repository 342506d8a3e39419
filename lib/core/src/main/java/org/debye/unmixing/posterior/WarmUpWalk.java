package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.nuts.NutsChain;

/**
 * A chain of the globals in its chart, while a {@link MarginalWarmUp} is under way.
 *
 * @param chain past its own warm-up
 * @param rules of the abundances
 * @param charted where it stands, in the chart; changed in place
 * @param moves that may go with it; none where there are no such moves
 */
record WarmUpWalk(
    NutsChain chain,
    GlobalsChart chart,
    Integration rules,
    double[] charted,
    Optional<ChartMoves> moves) {

  /**
   * Draws once.
   *
   * @param position in the layout's coordinates, overwritten
   * @return how many steps the trajectory had
   */
  int step(double[] position) {
    int steps = chain.step(charted).path().steps();
    chart.leave(charted, position);
    return steps;
  }

  /**
   * Moves after a draw.
   *
   * @param position of the draw; overwritten if it moves
   */
  void move(double[] position) {
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
   * Goes to another place.
   *
   * @param position in the layout's coordinates
   * @return false if the density is not finite there
   */
  boolean goTo(double[] position) {
    chart.enter(position, charted);
    return chain.moveTo(charted);
  }

  /** How many moves have gone far. */
  long leaps() {
    return moves.map(one -> one.each().leaps()).orElse(0L);
  }
}
