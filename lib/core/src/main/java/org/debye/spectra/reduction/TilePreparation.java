package org.debye.spectra.reduction;

import java.util.Arrays;

/**
 * Makes a tile's raw counts ready to be summed: variances, dark, norm, and the pixels that are left
 * out.
 */
final class TilePreparation {
  private final ReductionMatrix matrix;
  private final float[] dark;
  private final boolean legacy;
  private final boolean sigma;

  TilePreparation(ReductionMatrix matrix, float[] dark, IntegrationSettings settings) {
    this.matrix = matrix;
    this.dark = dark;
    this.legacy = settings.normalisation() == Normalisation.LEGACY;
    this.sigma = settings.errorModel() != ErrorModel.NONE;
  }

  /**
   * Fills values and variances of the block's workspace, and norms where a lane leaves out a pixel
   * that the mask does not.
   *
   * @param images one for each lane
   * @return whether a lane does
   */
  boolean prepare(Tile tile, FrameBlock block, float[][] images) {
    BlockWorkspace work = block.workspace;
    boolean missing = TileKernel.gather(tile, images, matrix.shape().columns(), work.values);
    if (sigma) {
      variances(tile, work);
    }
    if (dark.length > 0) {
      subtractDark(tile, block, work.values);
    }
    if (legacy) {
      divideByNorm(tile, work.values);
    }
    return missing && leaveOut(tile, work);
  }

  private void variances(Tile tile, BlockWorkspace work) {
    int length = tile.rows() * tile.columns() * FrameBlock.LANES;
    float[] values = work.values;
    float[] variances = work.variances;
    if (legacy) {
      System.arraycopy(values, 0, variances, 0, length);
      return;
    }
    for (int i = 0; i < length; i++) {
      variances[i] = Math.max(values[i], 1f);
    }
  }

  private void subtractDark(Tile tile, FrameBlock block, float[] values) {
    float[] frames = new float[FrameBlock.LANES];
    for (int lane = 0; lane < frames.length; lane++) {
      frames[lane] = block.frames(lane);
    }
    int at = 0;
    for (int row = 0; row < tile.rows(); row++) {
      int pixel = firstPixel(tile, row);
      for (int column = 0; column < tile.columns(); column++, pixel++) {
        for (int lane = 0; lane < FrameBlock.LANES; lane++) {
          values[at++] -= frames[lane] * dark[pixel];
        }
      }
    }
  }

  private void divideByNorm(Tile tile, float[] values) {
    float[] norms = matrix.norms();
    int at = 0;
    for (int row = 0; row < tile.rows(); row++) {
      int pixel = firstPixel(tile, row);
      for (int column = 0; column < tile.columns(); column++, pixel++) {
        float scale = 1 / norms[pixel];
        for (int lane = 0; lane < FrameBlock.LANES; lane++) {
          values[at++] *= scale;
        }
      }
    }
  }

  /** Takes values that are no number out of all sums, with their norms. */
  private boolean leaveOut(Tile tile, BlockWorkspace work) {
    boolean found = false;
    int at = 0;
    for (int row = 0; row < tile.rows(); row++) {
      int pixel = firstPixel(tile, row);
      for (int column = 0; column < tile.columns(); column++, pixel++) {
        float norm = matrix.norms()[pixel];
        if (norm == 0) {
          Arrays.fill(work.values, at, at + FrameBlock.LANES, 0);
          Arrays.fill(work.norms, at, at + FrameBlock.LANES, 0);
          at += FrameBlock.LANES;
          continue;
        }
        for (int lane = 0; lane < FrameBlock.LANES; lane++, at++) {
          boolean left = Float.isNaN(work.values[at]);
          work.norms[at] = left ? 0 : legacy ? 1 : norm;
          if (left) {
            work.values[at] = 0;
            work.variances[at] = 0;
            found = true;
          }
        }
      }
    }
    return found;
  }

  private int firstPixel(Tile tile, int row) {
    return (tile.row() + row) * matrix.shape().columns() + tile.column();
  }
}
