package org.debye.hdf5.virtual;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Frames {@code first + i * step} that take a tile from frames {@code sourceFirst + i * sourceStep}
 * of one source, for {@code i < count}.
 *
 * @param source number in a list of sources
 */
public record FrameRun(
    long first,
    long step,
    long count,
    int source,
    long sourceFirst,
    long sourceStep,
    FrameTile tile)
    implements Serializable {
  public FrameRun {
    if (first < 0 || step <= 0 || count <= 0 || sourceFirst < 0) {
      throw new IllegalArgumentException(
          "run of " + count + " frames from " + first + " by " + step + " at " + sourceFirst);
    }
  }

  /** The last frame. */
  public long last() {
    return first + (count - 1) * step;
  }

  public boolean contains(long frame) {
    return frame >= first && frame <= last() && (frame - first) % step == 0;
  }

  /** The source's frame that a frame of this run takes from. */
  public long sourceFrame(long frame) {
    return sourceFirst + (frame - first) / step * sourceStep;
  }

  /** The part of the run from one frame to another, both included; null if there is none. */
  public @Nullable FrameRun within(long from, long to) {
    long skip = from <= first ? 0 : (from - first + step - 1) / step;
    long end = to < first ? 0 : Math.min(count, (to - first) / step + 1);
    return skip >= end
        ? null
        : new FrameRun(
            first + skip * step,
            step,
            end - skip,
            source,
            sourceFirst + skip * sourceStep,
            sourceStep,
            tile);
  }

  /** The same run from another source. */
  public FrameRun from(int other) {
    return new FrameRun(first, step, count, other, sourceFirst, sourceStep, tile);
  }

  /** The same run, its frames counted from elsewhere. */
  public FrameRun shifted(long frames) {
    return new FrameRun(first + frames, step, count, source, sourceFirst, sourceStep, tile);
  }
}
