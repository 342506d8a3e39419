package org.debye.classification.ridge;

import org.debye.classification.ClassLabels;

/**
 * Probabilities of a regression's decisions: softmax(c d), with c so that the log loss of the
 * leave-one-out decisions is least (Dempster, Webb and Schmidt 2024, arXiv:2401.15610). Differs
 * from theirs: the penalty is chosen by squared error, and targets are smoothed to (n_k + 1) / (n_k
 * + K) (Platt 1999, with K classes), without which c is infinite where all decisions are right.
 */
final class ProbabilityScale {
  private static final double LEAST = 1e-3;
  private static final double MOST = 1e3;
  private static final int HALVINGS = 60;

  private ProbabilityScale() {}

  /**
   * The scale c, between 1e-3 and 1e3.
   *
   * @param decisions N x T; for two classes one column, the second's
   * @param weights N
   */
  static double of(double[] decisions, ClassLabels labels, double[] weights) {
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(decisions, labels, weights, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Derivative of the log loss by c, which grows with c: sum w (p - t) d. */
  private static double slope(
      double[] decisions, ClassLabels labels, double[] weights, double scale) {
    int classes = labels.classes();
    int[] counts = labels.counts();
    double[] probabilities = probabilities(decisions, classes, scale);
    double slope = 0;
    for (int i = 0; i < labels.count(); i++) {
      int label = labels.values()[i];
      for (int k = 0; k < classes; k++) {
        double target = (k == label ? counts[label] + 1.0 : 1.0) / (counts[label] + classes);
        double excess = probabilities[i * classes + k] - target;
        slope += weights[i] * excess * decision(decisions, classes, i, k);
      }
    }
    return slope;
  }

  static double[] probabilities(double[] decisions, int classes, double scale) {
    int count = decisions.length / (classes == 2 ? 1 : classes);
    double[] out = new double[count * classes];
    for (int i = 0; i < count; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        most = Math.max(most, scale * decision(decisions, classes, i, k));
      }
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        double part = StrictMath.exp(scale * decision(decisions, classes, i, k) - most);
        out[i * classes + k] = part;
        sum += part;
      }
      for (int k = 0; k < classes; k++) {
        out[i * classes + k] /= sum;
      }
    }
    return out;
  }

  private static double decision(double[] decisions, int classes, int i, int k) {
    return classes > 2 ? decisions[i * classes + k] : k == 1 ? decisions[i] : -decisions[i];
  }
}
