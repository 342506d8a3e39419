package org.debye.figures;

import java.util.List;

/**
 * Abundances of an image, a map for each endmember under one colour scale from 0 to 1, and below
 * each the width of its interval under a scale of its own. Pixels without a value are hatched.
 *
 * @param interval what the widths are of, as {@code 90 % interval}; not used where no map has any
 * @param maps one for each endmember
 */
public record AbundanceMaps(String title, ImageShape shape, String interval, List<Map> maps)
    implements PageFigure {

  /**
   * One endmember.
   *
   * @param abundance one value for each pixel, in the shape's order; NaN where there is none
   * @param width of the interval, as long, or empty where it is unknown
   */
  public record Map(String name, double[] abundance, double[] width) {}

  public AbundanceMaps {
    maps = List.copyOf(maps);
    if (maps.isEmpty()) {
      throw new IllegalArgumentException("no abundance to show");
    }
    for (Map map : maps) {
      int widths = map.width().length;
      if (map.abundance().length != shape.pixels() || (widths > 0 && widths != shape.pixels())) {
        throw new IllegalArgumentException(
            "%s has %d abundances and %d widths for %d x %d pixels"
                .formatted(
                    map.name(), map.abundance().length, widths, shape.rows(), shape.columns()));
      }
    }
  }

  @Override
  public Page page() {
    return AbundancePage.of(this);
  }
}
