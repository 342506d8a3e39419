package org.debye.inference.diagnostics;

import org.debye.numeric.NormalQuantile;
import org.debye.numeric.RankOrder;

/**
 * Rank normalisation (Vehtari et al. 2021, eq. 14): a draw of pooled rank r becomes the normal
 * quantile of (r - 3/8) / (S + 1/4), S draws in all; equal draws share their mean rank.
 */
final class NormalScores {
  private static final double OFFSET = 3.0 / 8;

  private NormalScores() {}

  /**
   * Scores in the place of draws.
   *
   * @param chains none NaN
   */
  static Chains of(Chains chains) {
    double[] pooled = chains.pooled();
    return chains.shapedAs(scores(pooled, RankOrder.of(pooled)));
  }

  private static double[] scores(double[] pooled, int[] order) {
    int n = pooled.length;
    double[] scores = new double[n];
    for (int from = 0; from < n; ) {
      double value = pooled[order[from]];
      int end = from + 1;
      while (end < n && pooled[order[end]] == value) {
        end++;
      }
      double rank = (from + 1 + end) / 2.0;
      double score = NormalQuantile.of((rank - OFFSET) / (n - 2 * OFFSET + 1));
      for (int i = from; i < end; i++) {
        scores[order[i]] = score;
      }
      from = end;
    }
    return scores;
  }
}
