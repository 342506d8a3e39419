package org.debye.figures;

import java.util.List;

/**
 * How often intervals hold the truth, beside how often they should, for each method, pooled and by
 * parts of a study.
 *
 * @param bounds what the bars are, as {@code 95 % binomial bounds}
 * @param panels the first is drawn like the others; put the pooled one there
 */
public record CoveragePlot(String title, String bounds, List<Panel> panels) implements PageFigure {

  /**
   * One credible level.
   *
   * @param nominal share that should be covered, within 0 and 1
   * @param covered share that was; NaN where nothing was tried
   * @param low lower bound of that share
   * @param high upper bound
   */
  public record Level(double nominal, double covered, double low, double high) {
    public Level {
      if (!(nominal > 0 && nominal < 1) || low > covered || high < covered) {
        throw new IllegalArgumentException(
            "coverage %s within (%s, %s) of nominal %s is none"
                .formatted(covered, low, high, nominal));
      }
    }
  }

  /** One method's levels, ascending. */
  public record Method(String name, List<Level> levels) {
    public Method {
      levels = List.copyOf(levels);
    }
  }

  /** Part of a study, as {@code α₁ < 1, σ > 0.5} or {@code All}. */
  public record Panel(String title, List<Method> methods) {
    public Panel {
      methods = List.copyOf(methods);
    }
  }

  public CoveragePlot {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no coverage to show");
    }
  }

  @Override
  public Page page() {
    return CoveragePage.of(this);
  }
}
