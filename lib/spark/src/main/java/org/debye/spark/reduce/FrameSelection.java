package org.debye.spark.reduce;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which frames become spectra: first, first + step ... last, and {@code sum} of them in turn added
 * up to one spectrum. Frames that are left over at the end are too few for a spectrum and are left
 * out.
 *
 * @param first counted from 0
 * @param last included; the stack's last if null, or where the stack ends before
 */
public record FrameSelection(long first, @Nullable Long last, int step, int sum)
    implements Serializable {
  public FrameSelection {
    if (first < 0 || step < 1 || sum < 1 || (last != null && last < first)) {
      throw new IllegalArgumentException(
          "frames " + first + " to " + last + ", step " + step + ", sum " + sum);
    }
  }

  /** Every frame, one spectrum each. */
  public static FrameSelection all() {
    return new FrameSelection(0, null, 1, 1);
  }

  /** Number of spectra of a stack. */
  public long spectra(long frames) {
    long end = last == null ? frames - 1 : Math.min(last, frames - 1);
    return end < first ? 0 : ((end - first) / step + 1) / sum;
  }

  /** The first raw frame of a spectrum; the others follow at distances of {@code step}. */
  public long frame(long spectrum) {
    return first + spectrum * sum * step;
  }

  /** Raw frames from a spectrum's first to its last. */
  public long extent() {
    return (long) (sum - 1) * step + 1;
  }
}
