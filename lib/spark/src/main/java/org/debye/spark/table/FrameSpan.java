package org.debye.spark.table;

import java.io.Serializable;

/**
 * Frames of a dataset that follow one another.
 *
 * @param first number
 * @param last number, included
 */
public record FrameSpan(long first, long last) implements Serializable {
  /** Every frame. */
  public static final FrameSpan ALL = new FrameSpan(0, Long.MAX_VALUE);

  public FrameSpan {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("frames " + first + " to " + last);
    }
  }

  /** Whether it has this frame. */
  public boolean holds(long frame) {
    return frame >= first && frame <= last;
  }
}
