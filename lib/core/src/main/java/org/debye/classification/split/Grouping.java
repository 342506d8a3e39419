package org.debye.classification.split;

/** What stays together in one part. */
public enum Grouping {
  /** All frames of a dataset: tests what a model does with a ramp that it has not seen. */
  BY_DATASET,
  /**
   * Nothing: a frame's neighbours, nearly equal to it, may be in another part, and scores are
   * better than a new ramp's will be.
   */
  BY_FRAME
}
