package org.debye.evaluation.classification;

/**
 * Precision, recall and F1 class by class. A score without anything to divide by is 0, as
 * scikit-learn's.
 *
 * @param precision of each class: share of what was taken for it that is of it
 * @param recall of each class: share of it that was found
 * @param f1 of each class: their harmonic mean
 * @param support of each class: how many spectra are of it
 * @param macro means over the classes that have a spectrum or a prediction
 * @param weighted means over the classes weighted by their support
 */
public record ClassScores(
    double[] precision,
    double[] recall,
    double[] f1,
    long[] support,
    ClassMean macro,
    ClassMean weighted) {

  static ClassScores of(ConfusionMatrix matrix) {
    int classes = matrix.classes();
    double[] precision = new double[classes];
    double[] recall = new double[classes];
    double[] f1 = new double[classes];
    long[] support = new long[classes];
    double[] present = new double[classes];
    double[] supports = new double[classes];
    for (int k = 0; k < classes; k++) {
      long right = matrix.count(k, k);
      long predicted = matrix.predicted(k);
      support[k] = matrix.support(k);
      precision[k] = ratio(right, predicted);
      recall[k] = ratio(right, support[k]);
      f1[k] = ratio(2 * right, predicted + support[k]);
      present[k] = predicted + support[k] > 0 ? 1 : 0;
      supports[k] = support[k];
    }
    return new ClassScores(
        precision,
        recall,
        f1,
        support,
        ClassMean.of(precision, recall, f1, present),
        ClassMean.of(precision, recall, f1, supports));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Means over classes. */
  public record ClassMean(double precision, double recall, double f1) {

    private static ClassMean of(
        double[] precision, double[] recall, double[] f1, double[] weights) {
      return new ClassMean(mean(precision, weights), mean(recall, weights), mean(f1, weights));
    }

    private static double mean(double[] values, double[] weights) {
      double sum = 0;
      double total = 0;
      for (int k = 0; k < values.length; k++) {
        sum += weights[k] * values[k];
        total += weights[k];
      }
      return sum / total;
    }
  }
}
