package org.debye.figures;

import java.util.List;

/**
 * Draws in their order and the density of each chain beside them, a row for each variable.
 * Divergent draws are marked at the foot of the row.
 *
 * @param variables one to {@link #MOST}
 */
public record TracePlot(String title, List<ChainSeries> variables, Divergences divergences)
    implements PageFigure {
  /** More rows than this are too flat to read. */
  public static final int MOST = 8;

  public TracePlot {
    variables = List.copyOf(variables);
    if (variables.isEmpty() || variables.size() > MOST) {
      throw new IllegalArgumentException(
          "a trace plot shows 1 to " + MOST + " variables, got " + variables.size());
    }
  }

  @Override
  public Page page() {
    return TracePage.of(this);
  }
}
