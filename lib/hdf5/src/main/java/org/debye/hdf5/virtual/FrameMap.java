package org.debye.hdf5.virtual;

import java.util.List;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.FrameGap;
import org.debye.hdf5.link.Located;

/**
 * The frames of one dataset.
 *
 * @param type of every source
 * @param dimensions of the dataset, slowest first; all but the last two, flattened, count frames
 * @param sources stored datasets, each once
 * @param runs by first frame
 * @param gaps frames that a source should give and does not, ascending
 */
public record FrameMap(
    PixelType type,
    FrameShape image,
    long[] dimensions,
    List<Located> sources,
    List<FrameRun> runs,
    List<FrameGap> gaps) {
  /** Frames, gaps included. */
  public long frames() {
    long frames = 1;
    for (int d = 0; d < dimensions.length - 2; d++) {
      frames *= dimensions[d];
    }
    return frames;
  }
}
