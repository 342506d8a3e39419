package org.debye.inference.nuts;

import org.debye.numeric.RandomStream;

/** A dense block for the globals, and one of b x b for each block of a blocked density. */
final class BlockDiagonalMetric implements Metric {
  private final BlockShape shape;
  private final double[] global;
  private final double[] globalFactor;
  private final double[][] within;
  private final double[][] withinFactor;

  /**
   * @param global g x g, row major
   * @param within entry (a, c) of all blocks at a * b + c: N of them
   */
  BlockDiagonalMetric(BlockShape shape, double[] global, double[][] within) {
    this.shape = shape;
    this.global = global;
    this.within = within;
    globalFactor = Cholesky.factor(global, shape.globals());
    withinFactor = factors(shape, within);
  }

  private static double[][] factors(BlockShape shape, double[][] within) {
    int b = shape.places();
    double[][] factors = new double[b * b][shape.blocks()];
    double[] block = new double[b * b];
    for (int i = 0; i < shape.blocks(); i++) {
      for (int entry = 0; entry < block.length; entry++) {
        block[entry] = within[entry][i];
      }
      double[] factor = Cholesky.factor(block, b);
      for (int entry = 0; entry < block.length; entry++) {
        factors[entry][i] = factor[entry];
      }
    }
    return factors;
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    int g = shape.globals();
    for (int k = 0; k < g; k++) {
      double sum = 0;
      for (int l = 0; l < g; l++) {
        sum += global[k * g + l] * momentum[l];
      }
      velocity[k] = sum;
    }
    for (int a = 0; a < shape.places(); a++) {
      int to = g + a * shape.blocks();
      multiply(within[a * shape.places()], momentum, g, velocity, to);
      for (int c = 1; c < shape.places(); c++) {
        multiplyAdd(within[a * shape.places() + c], momentum, g + c * shape.blocks(), velocity, to);
      }
    }
  }

  private static void multiply(double[] row, double[] from, int at, double[] out, int to) {
    for (int i = 0; i < row.length; i++) {
      out[to + i] = row[i] * from[at + i];
    }
  }

  private static void multiplyAdd(double[] row, double[] from, int at, double[] out, int to) {
    for (int i = 0; i < row.length; i++) {
      out[to + i] += row[i] * from[at + i];
    }
  }

  @Override
  public void drawMomentum(RandomStream random, double[] momentum) {
    for (int i = 0; i < momentum.length; i++) {
      momentum[i] = random.nextGaussian();
    }
    Cholesky.solveTransposed(globalFactor, shape.globals(), momentum);
    int b = shape.places();
    for (int i = 0; i < shape.blocks(); i++) {
      for (int a = b - 1; a >= 0; a--) {
        double sum = momentum[shape.globals() + a * shape.blocks() + i];
        for (int c = a + 1; c < b; c++) {
          sum -= withinFactor[c * b + a][i] * momentum[shape.globals() + c * shape.blocks() + i];
        }
        momentum[shape.globals() + a * shape.blocks() + i] = sum / withinFactor[a * b + a][i];
      }
    }
  }
}
