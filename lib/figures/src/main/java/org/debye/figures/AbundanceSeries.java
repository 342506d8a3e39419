package org.debye.figures;

import java.util.List;

/**
 * Abundances along a series of frames or conditions, a panel for each endmember, with the bands of
 * their intervals.
 *
 * @param across frame, pressure, temperature ...; any order
 * @param interval what the bands are, as {@code 90 % interval}
 */
public record AbundanceSeries(String title, ScaledAxis across, String interval, List<Series> series)
    implements PageFigure {

  /**
   * One endmember.
   *
   * @param abundance one for each frame, NaN where there is none
   * @param low lower limit of the interval, as long, or empty where it is unknown
   * @param high upper limit
   */
  public record Series(String name, double[] abundance, double[] low, double[] high) {}

  public AbundanceSeries {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("no abundance to show");
    }
    for (Series one : series) {
      int points = across.points();
      int band = one.low().length;
      if (one.abundance().length != points
          || band != one.high().length
          || (band != 0 && band != points)) {
        throw new IllegalArgumentException(
            "%s has %d abundances and %d limits for %d frames"
                .formatted(one.name(), one.abundance().length, band, points));
      }
    }
  }

  @Override
  public Page page() {
    return AbundanceSeriesPage.of(this);
  }
}
