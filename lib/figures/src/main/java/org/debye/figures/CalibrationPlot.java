package org.debye.figures;

import java.util.List;

/**
 * Ranks of true values among posterior draws, which are uniform when inference is right:
 * simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and Gelman 2018,
 * arXiv:1804.06788).
 *
 * @param draws L: a rank is the number of draws below the truth, 0 to L
 */
public record CalibrationPlot(String title, int draws, View view, List<Quantity> quantities)
    implements PageFigure {
  /** Panels that a page holds. */
  public static final int MOST = 16;

  /** What is drawn of the ranks. */
  public enum View {
    /** Bars, and the band that holds 99 % of each bar's binomial counts. */
    HISTOGRAM,
    /**
     * Cumulative share of the ranks less that of the uniform distribution, and the band that holds
     * 95 % of whole curves (Saeilynoja, Buerkner and Vehtari 2022, Statistics and Computing 32:32,
     * section 2.2).
     */
    ECDF_DIFFERENCE
  }

  /**
   * One scalar whose ranks were counted.
   *
   * @param ranks one for each simulated data set
   */
  public record Quantity(String name, int[] ranks) {}

  public CalibrationPlot {
    quantities = List.copyOf(quantities);
    if (draws < 1 || quantities.isEmpty() || quantities.size() > MOST) {
      throw new IllegalArgumentException(
          "a calibration plot shows 1 to %d quantities of at least one draw, got %d of %d"
              .formatted(MOST, quantities.size(), draws));
    }
    for (Quantity quantity : quantities) {
      for (int rank : quantity.ranks()) {
        if (rank < 0 || rank > draws) {
          throw new IllegalArgumentException(
              quantity.name() + " has rank " + rank + " among " + draws + " draws");
        }
      }
    }
  }

  @Override
  public Page page() {
    return CalibrationPage.of(this);
  }
}
