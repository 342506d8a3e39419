package org.debye.figures;

import java.util.List;

/**
 * Ranks of each chain's draws among those of all chains, as histograms: a row for each variable, a
 * column for each chain (Vehtari, Gelman, Simpson, Carpenter and Buerkner 2021, Bayesian Analysis
 * 16:667, section 4.3). Chains that agree have level histograms. The band holds 90 % of the bars of
 * independent draws, by the hypergeometric distribution; draws of a chain vary somewhat more.
 *
 * @param variables one to {@link #MOST}, each with at least two chains
 */
public record RankPlot(String title, List<ChainSeries> variables) implements PageFigure {
  /** More rows than this are too flat to read. */
  public static final int MOST = 8;

  public RankPlot {
    variables = List.copyOf(variables);
    if (variables.isEmpty() || variables.size() > MOST) {
      throw new IllegalArgumentException(
          "a rank plot shows 1 to " + MOST + " variables, got " + variables.size());
    }
  }

  @Override
  public Page page() {
    return RankPage.of(this);
  }
}
