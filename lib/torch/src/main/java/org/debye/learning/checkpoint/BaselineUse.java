package org.debye.learning.checkpoint;

/** What was done with the column {@code baseline} before a model saw a spectrum. */
public enum BaselineUse {
  KEPT,
  SUBTRACTED
}
