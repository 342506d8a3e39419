package org.debye.spark.representation;

import java.util.List;
import org.debye.spectra.mixing.Observations;

/**
 * A vector for each of a dataset's frames.
 *
 * @param frames ascending
 * @param vectors of one length, one for each frame; not copied
 */
public record FrameVectors(long[] frames, List<float[]> vectors) {
  /** Refuses vectors that do not go with the frames. */
  public FrameVectors {
    vectors = List.copyOf(vectors);
    if (frames.length != vectors.size()) {
      throw new IllegalArgumentException(frames.length + " frames, " + vectors.size() + " vectors");
    }
  }

  static FrameVectors of(List<Long> frames, List<float[]> vectors) {
    return new FrameVectors(frames.stream().mapToLong(Long::longValue).toArray(), vectors);
  }

  /** How many there are. */
  public int count() {
    return frames.length;
  }

  /** The vectors as points; there is at least one. */
  public Observations observations() {
    int width = vectors.get(0).length;
    double[] values = new double[Math.multiplyExact(frames.length, width)];
    for (int i = 0; i < frames.length; i++) {
      for (int j = 0; j < width; j++) {
        values[i * width + j] = vectors.get(i)[j];
      }
    }
    return new Observations(frames.length, width, values);
  }

  /** Every so many, evenly along the course, so that at most so many are left. */
  public FrameVectors thinned(int most) {
    if (frames.length <= most) {
      return this;
    }
    long[] kept = new long[most];
    float[][] values = new float[most][];
    for (int i = 0; i < most; i++) {
      int from = (int) ((long) i * (frames.length - 1) / Math.max(1, most - 1));
      kept[i] = frames[from];
      values[i] = vectors.get(from);
    }
    return new FrameVectors(kept, List.of(values));
  }
}
