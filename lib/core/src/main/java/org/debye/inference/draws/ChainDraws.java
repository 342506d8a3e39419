package org.debye.inference.draws;

import java.util.List;

/**
 * What one chain left after warm-up.
 *
 * @param variables scalar names as Stan writes them: {@code lp__} is not among them, {@code C[1,2]}
 *     is, with indices from 1
 * @param values draws x variables, row major
 * @param statistics one entry for each draw
 */
public record ChainDraws(List<String> variables, double[] values, SamplerStatistics statistics) {

  public ChainDraws {
    variables = List.copyOf(variables);
    if (values.length != variables.size() * statistics.draws()) {
      throw new IllegalArgumentException(
          values.length + " values for " + statistics.draws() + " draws of " + variables.size());
    }
  }

  public int draws() {
    return statistics.draws();
  }

  /** All draws of one variable, in order. */
  public double[] of(String variable) {
    int column = variables.indexOf(variable);
    if (column < 0) {
      throw new IllegalArgumentException("no variable " + variable + " among " + variables);
    }
    double[] series = new double[draws()];
    for (int draw = 0; draw < series.length; draw++) {
      series[draw] = values[draw * variables.size() + column];
    }
    return series;
  }
}
