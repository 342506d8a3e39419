package org.debye.learning.checkpoint;

/** What was done to each spectrum's intensities before a model saw them. */
public enum IntensityScaling {
  /** As in the table. */
  NONE,
  /** Least value to 0, greatest to 1. */
  UNIT_RANGE,
  /** Divided by the greatest value. */
  UNIT_MAXIMUM,
  /** Divided by the sum. */
  UNIT_SUM,
  /** Divided by the Euclidean length. */
  UNIT_LENGTH,
  /** Less the spectrum's mean, divided by its standard deviation. */
  STANDARD_SCORE
}
