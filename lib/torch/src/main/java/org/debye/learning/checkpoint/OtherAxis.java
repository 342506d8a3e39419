package org.debye.learning.checkpoint;

/** What a model does with spectra on another axis than its own. */
public enum OtherAxis {
  REFUSE,
  /** Interpolates linearly onto its own axis, within the ends of theirs. */
  RESAMPLE
}
