package org.debye.inference.nuts;

/** Solves for the latents of each block. */
final class BlockSolver {
  private BlockSolver() {}

  /**
   * P_ii^-1 r_i for each block. A block whose P_ii is not positive definite keeps what the solution
   * held.
   *
   * @param within P_ii: entry (a, c) of all blocks at a * b + c; its symmetric part is used
   * @param right rows of latents
   * @param solution likewise, overwritten; may be {@code right}
   */
  static void solve(BlockShape shape, double[][] within, double[][] right, double[][] solution) {
    int b = shape.places();
    double[] block = new double[b * b];
    double[] column = new double[b];
    for (int i = 0; i < shape.blocks(); i++) {
      for (int a = 0; a < b; a++) {
        for (int c = 0; c < b; c++) {
          block[a * b + c] = 0.5 * (within[a * b + c][i] + within[c * b + a][i]);
        }
      }
      if (!Cholesky.positive(block, b)) {
        continue;
      }
      double[] factor = Cholesky.factor(block, b);
      for (int row = 0; row < right.length; row++) {
        for (int a = 0; a < b; a++) {
          column[a] = right[row][a * shape.blocks() + i];
        }
        Cholesky.solve(factor, b, column);
        Cholesky.solveTransposed(factor, b, column);
        for (int a = 0; a < b; a++) {
          solution[row][a * shape.blocks() + i] = column[a];
        }
      }
    }
  }
}
