package org.debye.classification.ridge;

import java.util.Arrays;
import org.debye.classification.ClassLabels;
import org.debye.classification.Weighting;

/**
 * Classes as numbers to regress on: 1 for the class and -1 for the others, a column a class; two
 * classes have one column, 1 for the second.
 *
 * @param columns T, 1 or K
 * @param values N x T, row major
 * @param weights N weights of the records
 */
record RidgeTargets(int columns, double[] values, double[] weights) {

  static RidgeTargets of(ClassLabels labels, Weighting weighting) {
    int classes = labels.classes();
    int columns = classes == 2 ? 1 : classes;
    double[] values = new double[labels.count() * columns];
    Arrays.fill(values, -1);
    double[] weights = new double[labels.count()];
    double[] weightOf = weighting.of(labels);
    for (int i = 0; i < weights.length; i++) {
      int label = labels.values()[i];
      if (classes > 2) {
        values[i * columns + label] = 1;
      } else {
        values[i] = label == 1 ? 1 : -1;
      }
      weights[i] = weightOf[label];
    }
    return new RidgeTargets(columns, values, weights);
  }

  int count() {
    return weights.length;
  }

  /** Weighted mean of each column. */
  double[] mean() {
    double[] mean = new double[columns];
    double total = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      for (int t = 0; t < columns; t++) {
        mean[t] += weights[i] / total * values[i * columns + t];
      }
    }
    return mean;
  }
}
