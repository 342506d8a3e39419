package org.debye.hdf5;

import java.io.Serializable;
import org.debye.failure.FailureCode;

/**
 * Frames of a stack that are known, before reading, not to be whole.
 *
 * @param first number in the whole stack
 * @param message whole sentences: file, dataset path, problem, remedy
 */
public record FrameGap(long first, long count, FailureCode code, String message)
    implements Serializable {
  public FrameGap {
    if (first < 0 || count <= 0) {
      throw new IllegalArgumentException("frames " + first + " + " + count);
    }
  }

  public boolean contains(long frame) {
    return frame >= first && frame - first < count;
  }
}
