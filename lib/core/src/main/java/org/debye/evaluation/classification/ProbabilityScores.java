package org.debye.evaluation.classification;

/**
 * How good probabilities are.
 *
 * @param logLoss mean of -log p(true class), nats; p is kept between 2.2e-16 and 1 - 2.2e-16, as
 *     scikit-learn does
 * @param brier mean of sum_k (p_k - [class is k])^2 (Brier 1950): 0 to 2; for two classes twice
 *     scikit-learn's brier_score_loss
 * @param calibrationError expected calibration error: mean over spectra of |accuracy - confidence|
 *     of the bin that they fall into (Guo et al. 2017, eq. 3), 15 bins of equal width
 * @param entropy mean entropy of the predictions, nats: 0 to log K
 */
public record ProbabilityScores(
    double logLoss, double brier, double calibrationError, double entropy) {
  /** Bins of the calibration error. */
  public static final int BINS = 15;

  private static final double SMALLEST = Math.ulp(1.0);

  /** The scores of predictions. */
  public static ProbabilityScores of(ClassProbabilities probabilities) {
    int n = probabilities.count();
    double logLoss = 0;
    double brier = 0;
    double entropy = 0;
    for (int i = 0; i < n; i++) {
      double clipped = 0;
      for (int k = 0; k < probabilities.classes(); k++) {
        double off = probabilities.at(i, k) - (k == probabilities.truth()[i] ? 1 : 0);
        brier += off * off;
        clipped += clip(probabilities.at(i, k));
      }
      logLoss -= Math.log(clip(probabilities.at(i, probabilities.truth()[i])) / clipped);
      entropy += entropy(probabilities, i);
    }
    return new ProbabilityScores(
        logLoss / n, brier / n, calibrationError(probabilities, BINS), entropy / n);
  }

  /** Entropy of one prediction, nats. */
  public static double entropy(ClassProbabilities probabilities, int i) {
    double entropy = 0;
    for (int k = 0; k < probabilities.classes(); k++) {
      double p = probabilities.at(i, k);
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  /** Expected calibration error with this many bins; a bin holds its upper edge. */
  public static double calibrationError(ClassProbabilities probabilities, int bins) {
    double[] excess = new double[bins];
    for (int i = 0; i < probabilities.count(); i++) {
      double confidence = probabilities.confidence(i);
      int bin = Math.min(bins - 1, Math.max(0, (int) Math.ceil(confidence * bins) - 1));
      boolean right = probabilities.label(i) == probabilities.truth()[i];
      excess[bin] += (right ? 1 : 0) - confidence;
    }
    double sum = 0;
    for (double one : excess) {
      sum += Math.abs(one);
    }
    return sum / probabilities.count();
  }

  private static double clip(double p) {
    return Math.min(Math.max(p, SMALLEST), 1 - SMALLEST);
  }
}
