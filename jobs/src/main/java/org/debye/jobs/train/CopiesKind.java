package org.debye.jobs.train;

/** What copies of a training spectrum differ by. */
public enum CopiesKind {
  /** Noise that is added. */
  NOISE,
  /** Less of the axis, interpolated to all of it. */
  SLICES,
  /** The whole spectrum, moved along the axis. */
  SHIFTS
}
