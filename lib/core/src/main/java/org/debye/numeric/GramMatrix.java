package org.debye.numeric;

import java.util.Arrays;

/**
 * Products of rows: G = X X', where X is N x P. Sums run over the columns in their order, so the
 * same rows give the same bits. Columns are turned into rows of doubles 64 at a time, and four of
 * them are added in one pass, which HotSpot makes vector code of.
 */
public final class GramMatrix {
  private static final int COLUMNS = 64;
  private static final int BLOCK = 4;

  private final int rows;
  private final double[] gram;
  private final double[][] turned;
  private int filled;

  private GramMatrix(int rows) {
    this.rows = rows;
    gram = new double[rows * rows];
    turned = new double[COLUMNS][rows];
  }

  /**
   * Of rows with an offset taken from each column and a factor on each row: x_ij = (v_ij - o_j)
   * f_i.
   *
   * @param values N x P, row major
   * @param columns P
   * @param offsets P
   * @param factors N
   * @return N x N, row major
   */
  public static double[] ofRows(float[] values, int columns, double[] offsets, double[] factors) {
    int rows = factors.length;
    GramMatrix gram = new GramMatrix(rows);
    for (int j = 0; j < columns; j++) {
      double[] next = gram.next();
      for (int i = 0; i < rows; i++) {
        next[i] = (values[i * columns + j] - offsets[j]) * factors[i];
      }
    }
    return gram.finished();
  }

  /** The same for columns: P x P products of the columns of x. */
  public static double[] ofColumns(
      float[] values, int columns, double[] offsets, double[] factors) {
    GramMatrix gram = new GramMatrix(columns);
    for (int i = 0; i < factors.length; i++) {
      double[] next = gram.next();
      for (int j = 0; j < columns; j++) {
        next[j] = (values[i * columns + j] - offsets[j]) * factors[i];
      }
    }
    return gram.finished();
  }

  private double[] next() {
    if (filled == COLUMNS) {
      add();
      filled = 0;
    }
    return turned[filled++];
  }

  private double[] finished() {
    for (int k = filled; k < COLUMNS; k++) {
      Arrays.fill(turned[k], 0);
    }
    add();
    for (int a = 0; a < rows; a++) {
      for (int b = a + 1; b < rows; b++) {
        gram[b * rows + a] = gram[a * rows + b];
      }
    }
    return gram;
  }

  private void add() {
    for (int a = 0; a < rows; a++) {
      for (int k = 0; k < COLUMNS; k += BLOCK) {
        addProducts(turned[k], turned[k + 1], turned[k + 2], turned[k + 3], a);
      }
    }
  }

  private void addProducts(double[] r0, double[] r1, double[] r2, double[] r3, int a) {
    double v0 = r0[a];
    double v1 = r1[a];
    double v2 = r2[a];
    double v3 = r3[a];
    int row = a * rows;
    for (int b = a; b < rows; b++) {
      gram[row + b] += v0 * r0[b] + v1 * r1[b] + v2 * r2[b] + v3 * r3[b];
    }
  }
}
