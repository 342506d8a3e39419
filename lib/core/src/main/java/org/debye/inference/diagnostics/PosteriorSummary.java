package org.debye.inference.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.debye.inference.draws.ChainDraws;

/**
 * What the chains say of one scalar, and how far to trust it. All is NaN if a draw is not finite;
 * the diagnostics are NaN too where all draws are equal ({@link RHat}, {@link EffectiveSize},
 * {@link MonteCarloError}). Of chains of different lengths only the first draws that all of them
 * have are used, for all statistics alike.
 *
 * @param variable name
 * @param mean of all draws
 * @param sd standard deviation, with S - 1
 * @param mcseMean standard error of {@code mean}
 * @param mcseSd standard error of {@code sd}
 * @param q05 quantiles interpolated linearly (type 7)
 * @param q50 the median
 * @param q95 with {@code q05} the central 90 % interval
 * @param rHat rank-normalised split R-hat
 * @param essBulk effective size in the bulk
 * @param essTail effective size in the tails
 */
public record PosteriorSummary(
    String variable,
    double mean,
    double sd,
    double mcseMean,
    double mcseSd,
    double q05,
    double q50,
    double q95,
    double rHat,
    double essBulk,
    double essTail) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /**
   * Summary of one scalar.
   *
   * @param chains chain by draw
   */
  public static PosteriorSummary of(String variable, double[][] chains) {
    Chains all = Chains.of(chains);
    if (!all.finite()) {
      return nothing(variable);
    }
    double[] sorted = all.sorted();
    Chains scores = NormalScores.of(all.split());
    return new PosteriorSummary(
        variable,
        all.mean(),
        Math.sqrt(Moments.variance(all.pooled())),
        MonteCarloError.mean(all),
        MonteCarloError.standardDeviation(all),
        Quantiles.of(sorted, LOW),
        Quantiles.median(sorted),
        Quantiles.of(sorted, HIGH),
        RHat.rankNormalised(all, sorted, scores),
        GeyerSequence.effectiveSize(scores),
        EffectiveSize.tail(all, sorted));
  }

  private static PosteriorSummary nothing(String variable) {
    double no = Double.NaN;
    return new PosteriorSummary(variable, no, no, no, no, no, no, no, no, no, no);
  }

  /**
   * One summary for each variable, in the chains' order.
   *
   * @param chains at least one, all of the same variables
   */
  public static List<PosteriorSummary> ofAll(List<ChainDraws> chains) {
    if (chains.isEmpty()) {
      throw new IllegalArgumentException("no chains");
    }
    List<String> variables = chains.get(0).variables();
    double[][][] columns = new double[variables.size()][chains.size()][];
    for (int c = 0; c < chains.size(); c++) {
      if (!chains.get(c).variables().equals(variables)) {
        throw new IllegalArgumentException("chains of different variables");
      }
      spread(chains.get(c), c, columns);
    }
    List<PosteriorSummary> summaries = new ArrayList<>();
    for (int v = 0; v < columns.length; v++) {
      summaries.add(of(variables.get(v), columns[v]));
    }
    return summaries;
  }

  private static void spread(ChainDraws draws, int chain, double[][][] columns) {
    for (int v = 0; v < columns.length; v++) {
      columns[v][chain] = new double[draws.draws()];
      for (int i = 0; i < draws.draws(); i++) {
        columns[v][chain][i] = draws.values()[i * columns.length + v];
      }
    }
  }
}
