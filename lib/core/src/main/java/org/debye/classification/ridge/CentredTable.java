package org.debye.classification.ridge;

import java.util.Arrays;
import org.debye.numeric.GramMatrix;

/**
 * Features and targets less their weighted means, times the root of the record's weight.
 *
 * @param features N x F
 * @param means F weighted means
 * @param roots N roots of the weights
 * @param targets N x T, centred and weighted
 * @param targetMeans T
 */
record CentredTable(
    Features features, double[] means, double[] roots, double[] targets, double[] targetMeans) {

  static CentredTable of(Features features, RidgeTargets targets) {
    int columns = targets.columns();
    double total = Arrays.stream(targets.weights()).sum();
    double[] means = new double[features.columns()];
    double[] roots = new double[features.count()];
    double[] targetMeans = targets.mean();
    double[] centred = new double[targets.values().length];
    for (int i = 0; i < features.count(); i++) {
      double share = targets.weights()[i] / total;
      roots[i] = Math.sqrt(targets.weights()[i]);
      for (int j = 0; j < means.length; j++) {
        means[j] += share * features.values()[i * means.length + j];
      }
      for (int t = 0; t < columns; t++) {
        int at = i * columns + t;
        centred[at] = (targets.values()[at] - targetMeans[t]) * roots[i];
      }
    }
    return new CentredTable(features, means, roots, centred, targetMeans);
  }

  int rows() {
    return features.count();
  }

  int columns() {
    return features.columns();
  }

  int targetColumns() {
    return targetMeans.length;
  }

  double[] productsOfRows() {
    return GramMatrix.ofRows(features.values(), columns(), means, roots);
  }

  double[] productsOfColumns() {
    return GramMatrix.ofColumns(features.values(), columns(), means, roots);
  }

  /** Writes row i, F values. */
  void row(int i, double[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = (features.values()[i * out.length + j] - means[j]) * roots[i];
    }
  }

  /** X'b: N x T to F x T. */
  double[] transposedTimes(double[] b) {
    int f = columns();
    int t = targetColumns();
    double[] row = new double[f];
    double[] out = new double[f * t];
    for (int i = 0; i < rows(); i++) {
      row(i, row);
      for (int j = 0; j < f; j++) {
        for (int k = 0; k < t; k++) {
          out[j * t + k] += row[j] * b[i * t + k];
        }
      }
    }
    return out;
  }

  /** The part of a record's leverage that the intercept has: w_i / sum w. */
  double interceptLeverage(int i) {
    double total = 0;
    for (double root : roots) {
      total += root * root;
    }
    return roots[i] * roots[i] / total;
  }
}
