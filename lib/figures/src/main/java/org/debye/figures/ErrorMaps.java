package org.debye.figures;

import java.util.List;

/**
 * An error over two parameters of a study, a panel for each method, under one colour scale: the
 * paper's Fig. 3 (Hoidn, Mishra and Mehta). Points of a complete grid fill its cells; scattered
 * ones are gathered as {@link Tiling} says. What has no value is hatched.
 *
 * @param across as alpha1, on a logarithmic scale; one value for each data set
 * @param up as sigma; as long
 * @param quantity what the colours show, with its unit
 * @param scale how the quantity becomes colour, for all panels alike
 */
public record ErrorMaps(
    String title,
    ScaledAxis across,
    ScaledAxis up,
    String quantity,
    ColourScale scale,
    Tiling tiling,
    List<Panel> panels)
    implements PageFigure {

  /** What fills the plane between scattered points. */
  public enum Tiling {
    /** Equal bins, about three points in each, coloured by their mean. */
    BINS,
    /** Every place takes the value of the nearest point, measured in shares of the two axes. */
    NEAREST
  }

  /**
   * One method.
   *
   * @param values one for each data set, NaN where the method failed
   */
  public record Panel(String title, double[] values) {}

  public ErrorMaps {
    panels = List.copyOf(panels);
    int points = across.points();
    if (panels.isEmpty() || up.points() != points) {
      throw new IllegalArgumentException(
          panels.size() + " panels over " + points + " and " + up.points() + " parameters");
    }
    for (Panel panel : panels) {
      if (panel.values().length != points) {
        throw new IllegalArgumentException(
            panel.title() + " has " + panel.values().length + " values for " + points + " points");
      }
    }
  }

  @Override
  public Page page() {
    return ErrorPage.of(this);
  }
}
