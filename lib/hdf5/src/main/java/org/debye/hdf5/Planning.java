package org.debye.hdf5;

import java.io.Serializable;
import org.debye.failure.FailureCode;

/** What became of a candidate: a stack to reduce, a file that is no raw data, or a failure. */
public sealed interface Planning extends Serializable {
  /** Frames were found; some may be known to be unreadable, see {@link FrameStack#gaps()}. */
  record Raw(FrameStack stack) implements Planning {}

  /** The file holds results, not frames; this is no failure. */
  record NotRaw(String reason) implements Planning {}

  /** Nothing of it can be reduced; the message is whole sentences with the remedy. */
  record Failed(FailureCode code, String message) implements Planning {}
}
