package org.debye.inference.nuts;

/** Solves for the latents of each block. */
final class BlockSolver {
  private BlockSolver() {}

  /**
   * B_i = -P_ii^-1 P_ig for each block. A block whose P_ii is not positive definite stays
   * unshifted.
   *
   * @param mixed P_gi: by global and latent
   * @param within P_ii: entry (a, c) of all blocks at a * b + c; its symmetric part is used
   * @return by global and latent
   */
  static double[][] shifts(BlockShape shape, double[][] mixed, double[][] within) {
    int b = shape.places();
    double[][] shifts = new double[shape.globals()][shape.latents()];
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
      for (int k = 0; k < shifts.length; k++) {
        for (int a = 0; a < b; a++) {
          column[a] = -mixed[k][a * shape.blocks() + i];
        }
        Cholesky.solve(factor, b, column);
        Cholesky.solveTransposed(factor, b, column);
        for (int a = 0; a < b; a++) {
          shifts[k][a * shape.blocks() + i] = column[a];
        }
      }
    }
    return shifts;
  }
}
