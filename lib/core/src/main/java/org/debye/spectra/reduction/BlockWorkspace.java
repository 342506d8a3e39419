package org.debye.spectra.reduction;

import java.util.Arrays;
import org.debye.spectra.Spectrum;

/** The arrays that one thread needs to integrate a block. */
final class BlockWorkspace {
  /** Counts, corrected, of one tile. */
  final float[] values = new float[Tile.SLOTS * FrameBlock.LANES];

  /** Variances of one tile. */
  final float[] variances = new float[Tile.SLOTS * FrameBlock.LANES];

  /** Norms of one tile, 0 where a lane leaves the pixel out. */
  final float[] norms = new float[Tile.SLOTS * FrameBlock.LANES];

  final double[] signalSums;
  final double[] varianceSums;
  final double[] normSums;

  /** Norm of the tiles that no lane leaves a pixel out of. */
  final double[] sharedNorms;

  BlockWorkspace(int bins) {
    signalSums = new double[bins * FrameBlock.LANES];
    varianceSums = new double[bins * FrameBlock.LANES];
    normSums = new double[bins * FrameBlock.LANES];
    sharedNorms = new double[bins];
  }

  void clear() {
    Arrays.fill(signalSums, 0);
    Arrays.fill(varianceSums, 0);
    Arrays.fill(normSums, 0);
    Arrays.fill(sharedNorms, 0);
  }

  /** Adds the norms of a tile that no lane leaves a pixel out of. */
  void addSharedNorms(Tile tile) {
    for (int s = 0; s < tile.segments(); s++) {
      sharedNorms[tile.firstBin() + s] += tile.norm()[s];
    }
  }

  /** Means and standard errors of one lane; NaN where no pixel contributes. */
  void means(int lane, Spectrum out) {
    for (int bin = 0; bin < sharedNorms.length; bin++) {
      int at = bin * FrameBlock.LANES + lane;
      double norm = sharedNorms[bin] + normSums[at];
      boolean empty = norm <= 0;
      out.intensity()[bin] = empty ? Float.NaN : (float) (signalSums[at] / norm);
      if (out.sigma().length > 0) {
        out.sigma()[bin] = empty ? Float.NaN : (float) (Math.sqrt(varianceSums[at]) / norm);
      }
    }
  }
}
