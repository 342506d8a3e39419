package org.debye.figures;

import java.util.List;

/**
 * Estimates with their intervals, a row for each thing that is estimated and a panel side by side
 * for each quantity, with what is known where something is.
 *
 * @param rows names, from above
 * @param label of the axis across, with its unit
 * @param low where that axis begins
 * @param high where it ends
 * @param known what a known value is, for the legend
 * @param note a line below the legend
 */
public record IntervalRows(
    String title,
    List<String> rows,
    String label,
    double low,
    double high,
    String known,
    String note,
    List<Panel> panels)
    implements PageFigure {

  /**
   * An estimate.
   *
   * @param value NaN for none
   * @param lower end of the interval; NaN for none
   * @param upper end of the interval
   */
  public record Estimate(double value, double lower, double upper) {}

  /**
   * One method.
   *
   * @param name the same in every panel; the legend has it once
   * @param estimates one a row
   */
  public record Series(String name, List<Estimate> estimates) {
    public Series {
      estimates = List.copyOf(estimates);
    }
  }

  /**
   * One quantity.
   *
   * @param known one a row; NaN where nothing is known
   */
  public record Panel(String title, double[] known, List<Series> series) {
    public Panel {
      series = List.copyOf(series);
    }
  }

  public IntervalRows {
    rows = List.copyOf(rows);
    panels = List.copyOf(panels);
    if (rows.isEmpty() || panels.isEmpty()) {
      throw new IllegalArgumentException("no interval to show");
    }
    for (Panel panel : panels) {
      int count = rows.size();
      if (panel.known().length != count
          || panel.series().stream().anyMatch(one -> one.estimates().size() != count)) {
        throw new IllegalArgumentException(panel.title() + " has other rows than " + rows);
      }
    }
  }

  @Override
  public Page page() {
    return IntervalRowsPage.of(this);
  }
}
