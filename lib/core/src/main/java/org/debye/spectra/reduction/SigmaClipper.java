package org.debye.spectra.reduction;

import java.util.Arrays;
import java.util.List;
import org.debye.spectra.Spectrum;

/**
 * Sigma clipping within each bin, in the order of the bins: a pixel that is clipped in one bin
 * takes no part in the bins after it, as in pyFAI's {@code sigma_clip_ng} on one thread. Without
 * splitting, where a pixel has one bin, the order has no effect.
 *
 * <p>In each cycle, with the mean m = sum(c I) / sum(c N) and s = sqrt(sum(c^2 V) / sum(c N)),
 * pixels with |I / N - m| above the cutoff times s are left out. The cutoff is the threshold or
 * Chauvenet's sqrt(2 ln(n / sqrt(2 pi))), if that is larger, where n = max(3, sum(c)).
 */
final class SigmaClipper {
  private final ReductionMatrix matrix;
  private final SigmaClipping clipping;
  private final float[] dark;

  /** Tile and segment of each part of a bin, the parts of a bin one after the other. */
  private final int[] tiles;

  private final int[] segments;
  private final int[] starts;

  SigmaClipper(ReductionMatrix matrix, SigmaClipping clipping, float[] dark) {
    this.matrix = matrix;
    this.clipping = clipping;
    this.dark = dark;
    this.starts = new int[matrix.bins().count() + 1];
    for (Tile tile : matrix.tiles()) {
      for (int s = 0; s < tile.segments(); s++) {
        starts[tile.firstBin() + s + 1]++;
      }
    }
    for (int bin = 0; bin < matrix.bins().count(); bin++) {
      starts[bin + 1] += starts[bin];
    }
    int parts = starts[matrix.bins().count()];
    this.tiles = new int[parts];
    this.segments = new int[parts];
    int[] next = Arrays.copyOf(starts, matrix.bins().count());
    List<Tile> all = matrix.tiles();
    for (int t = 0; t < all.size(); t++) {
      for (int s = 0; s < all.get(t).segments(); s++) {
        int at = next[all.get(t).firstBin() + s]++;
        tiles[at] = t;
        segments[at] = s;
      }
    }
  }

  /** Integrates the used lanes one after the other. */
  void integrate(FrameBlock block, float[][] images, Spectrum[] out) {
    for (int lane = 0; lane < FrameBlock.LANES; lane++) {
      if (block.frames(lane) > 0) {
        Ring ring = new Ring(images[lane].clone(), block.frames(lane));
        for (int bin = 0; bin < matrix.bins().count(); bin++) {
          ring.clip(bin);
          boolean empty = !(ring.count > 0 && ring.norm != 0);
          out[lane].intensity()[bin] = empty ? Float.NaN : (float) (ring.signal / ring.norm);
          out[lane].sigma()[bin] =
              empty ? Float.NaN : (float) (Math.sqrt(ring.variance) / ring.norm);
        }
      }
    }
  }

  /** The pixels of one bin in one image. */
  private final class Ring {
    private final float[] image;
    private final int frames;
    private double signal;
    private double variance;
    private double norm;
    private double count;

    Ring(float[] image, int frames) {
      this.image = image;
      this.frames = frames;
    }

    void clip(int bin) {
      sum(bin);
      for (int cycle = 0; cycle < clipping.cycles() && norm != 0 && count != 0; cycle++) {
        double mean = signal / norm;
        double deviation = Math.sqrt(variance / norm);
        double chauvenet = Math.sqrt(2 * Math.log(Math.max(3, count) / Math.sqrt(2 * Math.PI)));
        if (leaveOut(bin, mean, Math.max(clipping.threshold(), chauvenet) * deviation) == 0) {
          return;
        }
        sum(bin);
      }
    }

    private void sum(int bin) {
      signal = 0;
      variance = 0;
      norm = 0;
      count = 0;
      for (int part = starts[bin]; part < starts[bin + 1]; part++) {
        Tile tile = matrix.tiles().get(tiles[part]);
        int segment = segments[part];
        for (int j = tile.start()[segment]; j < tile.start()[segment + 1]; j++) {
          int pixel = pixel(tile, tile.slot()[j]);
          float raw = image[pixel];
          if (!Float.isNaN(raw)) {
            double weight = tile.weight()[j];
            signal += weight * corrected(raw, pixel);
            variance += weight * weight * Math.max(1, raw);
            norm += weight * matrix.norms()[pixel];
            count += weight;
          }
        }
      }
    }

    private int leaveOut(int bin, double mean, double limit) {
      int left = 0;
      for (int part = starts[bin]; part < starts[bin + 1]; part++) {
        Tile tile = matrix.tiles().get(tiles[part]);
        int segment = segments[part];
        for (int j = tile.start()[segment]; j < tile.start()[segment + 1]; j++) {
          int pixel = pixel(tile, tile.slot()[j]);
          double value = corrected(image[pixel], pixel) / matrix.norms()[pixel];
          if (tile.weight()[j] != 0 && Math.abs(value - mean) > limit) {
            image[pixel] = Float.NaN;
            left++;
          }
        }
      }
      return left;
    }

    private double corrected(float raw, int pixel) {
      return dark.length == 0 ? raw : raw - frames * dark[pixel];
    }

    private int pixel(Tile tile, int slot) {
      return (tile.row() + slot / tile.columns()) * matrix.shape().columns()
          + tile.column()
          + slot % tile.columns();
    }
  }
}
