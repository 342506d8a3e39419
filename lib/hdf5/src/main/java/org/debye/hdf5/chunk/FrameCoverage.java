package org.debye.hdf5.chunk;

/** How much of a frame was ever written. What was not holds the fill value. */
public enum FrameCoverage {
  COMPLETE,
  PARTIAL,
  ABSENT
}
