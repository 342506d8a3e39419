package org.debye.figures;

import java.util.List;

/**
 * Autocorrelation of the draws by lag, a panel for each variable, a line for each chain.
 *
 * @param variables one to {@link #MOST}
 */
public record AutocorrelationPlot(String title, List<ChainSeries> variables) implements PageFigure {
  /** Panels that a page holds. */
  public static final int MOST = 12;

  public AutocorrelationPlot {
    variables = List.copyOf(variables);
    if (variables.isEmpty() || variables.size() > MOST) {
      throw new IllegalArgumentException(
          "an autocorrelation plot shows 1 to " + MOST + " variables, got " + variables.size());
    }
  }

  @Override
  public Page page() {
    return AutocorrelationPage.of(this);
  }
}
