package org.debye.figures;

import java.util.List;

/**
 * Costs, or ratios of costs, on a logarithmic scale over a parameter of a study: a dot for each
 * data set, a line at each series' median.
 *
 * @param across as alpha1; one value for each data set
 * @param quantity with its unit, as {@code CPU time, HMC / VI} or {@code CPU time (s)}
 */
public record CostPlot(String title, ScaledAxis across, String quantity, List<Series> series)
    implements PageFigure {

  /**
   * One dot for each data set.
   *
   * @param values above zero; NaN where there is none
   */
  public record Series(String name, double[] values) {}

  public CostPlot {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("no cost to show");
    }
    for (Series one : series) {
      if (one.values().length != across.points()) {
        throw new IllegalArgumentException(
            one.name() + " has " + one.values().length + " values for " + across.points());
      }
    }
  }

  @Override
  public Page page() {
    return CostPage.of(this);
  }
}
