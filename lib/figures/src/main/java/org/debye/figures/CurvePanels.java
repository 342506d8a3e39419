package org.debye.figures;

import java.util.List;

/**
 * Curves over one axis, in panels above one another: scores against frames, loadings over an axis,
 * what depends on a number of components.
 *
 * @param across what all curves are over; any order
 * @param span a stretch of the axis that is marked in every panel, or none
 */
public record CurvePanels(String title, ScaledAxis across, List<Panel> panels, Span span)
    implements PageFigure {

  /** How a curve is drawn. */
  public enum Look {
    LINE,
    POINTS,
    LINE_AND_POINTS
  }

  /**
   * A curve.
   *
   * @param name the same in every panel for what is the same; the legend has it once
   * @param values as many as the axis has; NaN where there is none
   */
  public record Curve(String name, double[] values, Look look) {}

  /**
   * One panel.
   *
   * @param label of its upward axis, with the unit
   * @param low where the upward axis begins; NaN to follow the curves
   * @param high where it ends
   */
  public record Panel(String title, String label, List<Curve> curves, double low, double high) {
    public Panel {
      curves = List.copyOf(curves);
    }

    /** An axis that follows the curves. */
    public static Panel of(String title, String label, List<Curve> curves) {
      return new Panel(title, label, curves, Double.NaN, Double.NaN);
    }

    /** Shares in percent, with a little room. */
    public static Panel percent(String label, List<Curve> curves) {
      return new Panel("", label, curves, -4, 104);
    }
  }

  /**
   * Part of the axis.
   *
   * @param name for the legend; empty for none
   * @param at a place within that gets a line, or NaN
   */
  public record Span(String name, double from, double to, double at) {
    public static Span none() {
      return new Span("", Double.NaN, Double.NaN, Double.NaN);
    }

    boolean isNone() {
      return name.isEmpty();
    }
  }

  public CurvePanels {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no panel");
    }
    for (Panel panel : panels) {
      for (Curve curve : panel.curves()) {
        if (curve.values().length != across.points()) {
          throw new IllegalArgumentException(
              curve.name()
                  + " has "
                  + curve.values().length
                  + " values for "
                  + across.points()
                  + " places");
        }
      }
    }
  }

  @Override
  public Page page() {
    return CurvePanelsPage.of(this);
  }
}
