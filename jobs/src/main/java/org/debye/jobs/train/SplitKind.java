package org.debye.jobs.train;

import org.debye.learning.storage.PretrainingMethod;

/** How labelled frames are divided into those to learn from and those to test with. */
public enum SplitKind {
  /** One model; the test is a share. */
  HOLD_OUT,
  /** A model for each dataset, trained on all others. */
  LEAVE_ONE_DATASET_OUT,
  /** A model for each of k parts, trained on the others. */
  FOLDS,
  /** A model for each dataset, trained on every tenth of its frames. */
  THESIS,
  /** Models of a few labels each, drawn anew, tested with all others. */
  FEW_LABELS,
  /** One model of all frames, and no test. */
  NONE;

  /**
   * Whether an encoder can learn from a part of it. Of a share held out one that needs labels
   * learns from the rest, and leaves what is held out to the layer on top of it.
   */
  boolean suits(PretrainingMethod method) {
    return this == NONE || (this == HOLD_OUT && method.needsLabels());
  }

  /** Whether a share can be kept for validation. */
  boolean hasValidation() {
    return this == HOLD_OUT || this == FEW_LABELS;
  }
}
