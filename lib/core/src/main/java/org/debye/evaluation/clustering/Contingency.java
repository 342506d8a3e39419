package org.debye.evaluation.clustering;

import java.util.Arrays;

/**
 * How often each pair of labels comes together.
 *
 * @param total N
 * @param rows sums over the second labels, one for each distinct first label
 * @param columns sums over the first labels
 * @param counts rows x columns, row major
 */
record Contingency(int total, int[] rows, int[] columns, int[] counts) {

  static Contingency of(int[] first, int[] second) {
    if (first.length != second.length || first.length == 0) {
      throw new IllegalArgumentException(first.length + " and " + second.length + " labels");
    }
    int[] firsts = Arrays.stream(first).sorted().distinct().toArray();
    int[] seconds = Arrays.stream(second).sorted().distinct().toArray();
    int[] rows = new int[firsts.length];
    int[] columns = new int[seconds.length];
    int[] counts = new int[rows.length * columns.length];
    for (int i = 0; i < first.length; i++) {
      int row = Arrays.binarySearch(firsts, first[i]);
      int column = Arrays.binarySearch(seconds, second[i]);
      rows[row]++;
      columns[column]++;
      counts[row * columns.length + column]++;
    }
    return new Contingency(first.length, rows, columns, counts);
  }

  int count(int row, int column) {
    return counts[row * columns.length + column];
  }

  /** Whether neither labelling tells anything apart. */
  boolean isTrivial() {
    return rows.length == 1 && columns.length == 1;
  }

  /** Entropy of a labelling in nats. */
  static double entropy(int[] sums, int total) {
    double entropy = 0;
    for (int sum : sums) {
      entropy -= (double) sum / total * (Math.log(sum) - Math.log(total));
    }
    return entropy;
  }
}
