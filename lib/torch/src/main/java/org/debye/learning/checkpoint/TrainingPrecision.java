package org.debye.learning.checkpoint;

/** The numbers that a model was trained in. */
public enum TrainingPrecision {
  FLOAT32,
  FLOAT64,
  /**
   * Weights of single precision; products of matrices in bfloat16, as torch's autocast has them.
   */
  BFLOAT16_AUTOCAST
}
