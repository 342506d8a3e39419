package org.debye.study;

/** What a start is among those of its method on a dataset. */
public enum StudyPart {
  /** One by itself. */
  ALONE,
  /** A chain that is only run to be compared with others; the likeliest goes on. */
  COMPARED,
  /** That one, which goes on from where it was compared. */
  KEPT
}
