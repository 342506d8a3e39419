package org.debye.figures;

/** What a cell of a map shows of the several points or frames that fall into it. */
public enum Pooling {
  /** The largest: no line vanishes however narrow it is. */
  MAXIMUM,
  /** The mean: no bias of the background. */
  MEAN
}
