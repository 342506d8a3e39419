package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.diagnostics.MonteCarloError;

/**
 * What is needed of one start to compare it with others.
 *
 * @param layout of each draw
 * @param draws globals under the start's own labels, draws x width row major; may be thinned
 * @param meanLogLikelihood of all observations given all parameters, mean over all draws: no sum
 *     over draws, so starts with unequally many can be compared
 * @param meanError its Monte Carlo standard error
 */
public record StartSummary(
    GlobalsLayout layout, double[] draws, double meanLogLikelihood, double meanError) {

  public StartSummary {
    if (draws.length == 0 || draws.length % layout.width() != 0) {
      throw new IllegalArgumentException(draws.length + " values in draws of " + layout.width());
    }
  }

  /** From all draws of a start. */
  public static StartSummary of(GlobalsLayout layout, double[] draws, double[] logLikelihood) {
    double sum = 0;
    for (double one : logLikelihood) {
      sum += one;
    }
    double error = MonteCarloError.mean(new double[][] {logLikelihood});
    return new StartSummary(layout, draws, sum / logLikelihood.length, error);
  }

  /** How many draws. */
  public int count() {
    return draws.length / layout.width();
  }

  /** All draws of one global, by its place in the layout. */
  public double[] column(int place) {
    double[] series = new double[count()];
    for (int draw = 0; draw < series.length; draw++) {
      series[draw] = draws[draw * layout.width() + place];
    }
    return series;
  }

  /** Posterior mean of each global. */
  public double[] mean() {
    double[] mean = new double[layout.width()];
    for (int at = 0; at < draws.length; at++) {
      mean[at % mean.length] += draws[at];
    }
    for (int place = 0; place < mean.length; place++) {
      mean[place] /= count();
    }
    return mean;
  }

  /** One draw. */
  public double[] globals(int draw) {
    return Arrays.copyOfRange(draws, draw * layout.width(), (draw + 1) * layout.width());
  }

  /** The same draws with their endmembers renamed: label {@code labels[k]} becomes label k. */
  public StartSummary relabelled(int[] labels) {
    double[] out = new double[draws.length];
    for (int at = 0; at < draws.length; at += layout.width()) {
      layout.relabel(draws, at, labels, 0, out, at);
    }
    return new StartSummary(layout, out, meanLogLikelihood, meanError);
  }

  LabelMoments moments() {
    LabelMoments moments = new LabelMoments(layout);
    int[] own = new int[count() * layout.endmembers()];
    for (int at = 0; at < own.length; at++) {
      own[at] = at % layout.endmembers();
    }
    moments.learn(draws, own);
    return moments;
  }
}
