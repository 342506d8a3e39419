package org.debye.exploration;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/**
 * The graph of nearest neighbours in compressed rows: row i has the columns {@code
 * columns[starts[i] .. starts[i + 1])}, ascending, without i itself. Memory: about 24 bytes for
 * each of at most 2 n k entries.
 */
record NeighbourGraph(int[] starts, int[] columns, double[] weights) implements AffinityGraph {

  static NeighbourGraph of(String name, Observations points, int neighbours) {
    int n = points.count();
    if (neighbours > n) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          name,
          neighbours + " neighbours of " + n + " spectra",
          "Set neighbours to at most " + n + ".");
    }
    int[][] nearest = NearestPoints.of(points, neighbours);
    int[] counts = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j : nearest[i]) {
        counts[i]++;
        counts[j]++;
      }
    }
    int[][] rows = new int[n][];
    Arrays.setAll(rows, i -> new int[counts[i]]);
    int[] filled = new int[n];
    for (int i = 0; i < n; i++) {
      for (int j : nearest[i]) {
        rows[i][filled[i]++] = j;
        rows[j][filled[j]++] = i;
      }
    }
    return compressed(rows);
  }

  /** Each mention of a column is worth a half. */
  private static NeighbourGraph compressed(int[][] rows) {
    int most = Arrays.stream(rows).mapToInt(row -> row.length).sum();
    int[] starts = new int[rows.length + 1];
    int[] columns = new int[most];
    double[] weights = new double[most];
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      Arrays.sort(rows[i]);
      for (int j : rows[i]) {
        if (j == i) {
          continue;
        }
        if (at > starts[i] && columns[at - 1] == j) {
          weights[at - 1] += 0.5;
        } else {
          columns[at] = j;
          weights[at++] = 0.5;
        }
      }
      starts[i + 1] = at;
    }
    return new NeighbourGraph(starts, Arrays.copyOf(columns, at), Arrays.copyOf(weights, at));
  }

  @Override
  public int size() {
    return starts.length - 1;
  }

  @Override
  public double[] degrees() {
    double[] sums = new double[size()];
    for (int i = 0; i < sums.length; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        sums[i] += weights[e];
      }
    }
    return sums;
  }

  @Override
  public void apply(double[][] vectors, double[][] products) {
    for (int v = 0; v < vectors.length; v++) {
      double[] x = vectors[v];
      double[] y = products[v];
      for (int i = 0; i < y.length; i++) {
        double sum = 0;
        for (int e = starts[i]; e < starts[i + 1]; e++) {
          sum += weights[e] * x[columns[e]];
        }
        y[i] = sum;
      }
    }
  }

  @Override
  public int pieces() {
    boolean[] seen = new boolean[size()];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    int pieces = 0;
    for (int first = 0; first < seen.length; first++) {
      if (seen[first]) {
        continue;
      }
      pieces++;
      seen[first] = true;
      open.add(first);
      while (!open.isEmpty()) {
        int i = open.remove();
        for (int e = starts[i]; e < starts[i + 1]; e++) {
          if (!seen[columns[e]]) {
            seen[columns[e]] = true;
            open.add(columns[e]);
          }
        }
      }
    }
    return pieces;
  }
}
