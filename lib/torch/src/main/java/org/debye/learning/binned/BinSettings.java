package org.debye.learning.binned;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * How an axis is cut, and the network of a bin.
 *
 * @param bins B, of equal numbers of points
 * @param hidden width of a network's hidden layer
 * @param abscissa what a network is told of a point's place
 */
public record BinSettings(int bins, int hidden, Abscissa abscissa) implements Serializable {
  private static final int THESIS_HIDDEN = 150;

  /** Checks the ranges. */
  public BinSettings {
    require(bins >= 1, "bins", bins + " bins", "Set at least 1; the thesis tries 1 to 29.");
    require(hidden >= 1, "hidden", "a hidden layer of " + hidden, "Set at least 1, such as 150.");
  }

  /** The thesis's networks: 150 hidden neurons, points in the axis's unit. */
  public static BinSettings thesis(int bins) {
    return new BinSettings(bins, THESIS_HIDDEN, Abscissa.AXIS_UNIT);
  }

  /**
   * N_B, points of a bin. Those beyond the last whole bin are left out, as in the authors' program:
   * the last three of 4,023 in 15 bins.
   *
   * @throws InputException where there are more bins than points
   */
  public int pointsPerBin(int points) {
    require(
        points >= bins,
        "bins",
        points + " points cannot fill " + bins + " bins",
        "Set at most as many bins as a spectrum has points.");
    return points / bins;
  }

  private static void require(boolean holds, String key, String problem, String remedy) {
    if (!holds) {
      throw InputException.of(FailureCode.INVALID_CONFIGURATION, key, problem, remedy);
    }
  }
}
