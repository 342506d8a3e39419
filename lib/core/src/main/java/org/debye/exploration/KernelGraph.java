package org.debye.exploration;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/**
 * The full matrix of a Gaussian kernel.
 *
 * @param weights n rows of n, symmetric, 0 on the diagonal
 */
record KernelGraph(double[][] weights) implements AffinityGraph {
  /** Points whose matrix is still made: 0.8 GB. */
  static final int MOST = 10_000;

  static KernelGraph of(String name, Observations points, double gamma) {
    int n = points.count();
    if (n > MOST) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "the radial basis affinity of %,d spectra is a full matrix; the most are %,d"
              .formatted(n, MOST),
          "Set affinity=nearest-neighbours, or choose fewer spectra.");
    }
    int d = points.dimensions();
    double[] x = points.values();
    double[][] weights = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double square = 0;
        for (int k = 0; k < d; k++) {
          double difference = x[i * d + k] - x[j * d + k];
          square += difference * difference;
        }
        weights[i][j] = Math.exp(-gamma * square);
        weights[j][i] = weights[i][j];
      }
    }
    return new KernelGraph(weights);
  }

  @Override
  public int size() {
    return weights.length;
  }

  @Override
  public double[] degrees() {
    double[] sums = new double[size()];
    Arrays.setAll(sums, i -> Arrays.stream(weights[i]).sum());
    return sums;
  }

  /** Row after row for all vectors: the matrix is read once. */
  @Override
  public void apply(double[][] vectors, double[][] products) {
    for (int i = 0; i < weights.length; i++) {
      double[] row = weights[i];
      for (int v = 0; v < vectors.length; v++) {
        double[] x = vectors[v];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
          sum += row[j] * x[j];
        }
        products[v][i] = sum;
      }
    }
  }

  @Override
  public int pieces() {
    int n = size();
    int[] open = new int[n];
    boolean[] seen = new boolean[n];
    int pieces = 0;
    for (int first = 0; first < n; first++) {
      if (seen[first]) {
        continue;
      }
      pieces++;
      seen[first] = true;
      open[0] = first;
      int waiting = 1;
      while (waiting > 0) {
        int i = open[--waiting];
        for (int j = 0; j < n; j++) {
          if (!seen[j] && weights[i][j] > 0) {
            seen[j] = true;
            open[waiting++] = j;
          }
        }
      }
    }
    return pieces;
  }
}
