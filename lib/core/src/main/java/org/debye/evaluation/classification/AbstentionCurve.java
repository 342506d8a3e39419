package org.debye.evaluation.classification;

import java.util.Arrays;
import org.debye.numeric.RankOrder;

/**
 * What abstaining buys: a spectrum whose likeliest class is below a threshold gets no class. The
 * curve goes over all thresholds that make a difference, from the largest down (the risk-coverage
 * curve of El-Yaniv and Wiener 2010, JMLR 11:1605, with accuracy = 1 - risk).
 *
 * @param thresholds distinct confidences, descending; spectra at or above one are answered
 * @param coverage share of spectra answered, ascending to 1
 * @param accuracy among those answered
 */
public record AbstentionCurve(double[] thresholds, double[] coverage, double[] accuracy) {

  /** The curve of predictions. */
  public static AbstentionCurve of(ClassProbabilities probabilities) {
    int n = probabilities.count();
    double[] doubts = new double[n];
    for (int i = 0; i < n; i++) {
      doubts[i] = -probabilities.confidence(i);
    }
    int[] order = RankOrder.of(doubts);
    double[] thresholds = new double[n];
    double[] coverage = new double[n];
    double[] accuracy = new double[n];
    int points = 0;
    int right = 0;
    for (int rank = 0; rank < n; rank++) {
      int i = order[rank];
      right += probabilities.label(i) == probabilities.truth()[i] ? 1 : 0;
      boolean last = rank == n - 1 || doubts[order[rank + 1]] > doubts[i];
      if (last) {
        thresholds[points] = -doubts[i];
        coverage[points] = (rank + 1.0) / n;
        accuracy[points] = right / (rank + 1.0);
        points++;
      }
    }
    return new AbstentionCurve(
        Arrays.copyOf(thresholds, points),
        Arrays.copyOf(coverage, points),
        Arrays.copyOf(accuracy, points));
  }

  /**
   * Area under the risk over coverage: mean error rate of those answered, over all coverages from
   * none to all; equally confident spectra are answered together.
   */
  public double riskArea() {
    double area = 0;
    double before = 0;
    for (int point = 0; point < coverage.length; point++) {
      area += (coverage[point] - before) * (1 - accuracy[point]);
      before = coverage[point];
    }
    return area;
  }

  /** The largest share that can be answered with at least this accuracy; 0 where none can. */
  public double coverageAt(double wanted) {
    double most = 0;
    for (int point = 0; point < coverage.length; point++) {
      most = accuracy[point] >= wanted ? coverage[point] : most;
    }
    return most;
  }
}
