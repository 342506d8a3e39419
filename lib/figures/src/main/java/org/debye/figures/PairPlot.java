package org.debye.figures;

import java.util.List;

/**
 * Every two of some variables as a scatter of their draws, each alone as a histogram on the
 * diagonal, divergent draws marked over the others.
 *
 * @param variables two to {@link #MOST}, with the same chains and draws
 */
public record PairPlot(String title, List<ChainSeries> variables, Divergences divergences)
    implements PageFigure {
  /** More panels than this many rows are too small to read. */
  public static final int MOST = 6;

  public PairPlot {
    variables = List.copyOf(variables);
    if (variables.size() < 2 || variables.size() > MOST) {
      throw new IllegalArgumentException(
          "a pair plot shows 2 to " + MOST + " variables, got " + variables.size());
    }
    double[][] first = variables.get(0).chains();
    for (ChainSeries variable : variables) {
      boolean alike = variable.chains().length == first.length;
      for (int c = 0; alike && c < first.length; c++) {
        alike = variable.chains()[c].length == first[c].length;
      }
      if (!alike) {
        throw new IllegalArgumentException(
            variable.name() + " has other chains or draws than " + variables.get(0).name());
      }
    }
  }

  @Override
  public Page page() {
    return PairPage.of(this);
  }
}
