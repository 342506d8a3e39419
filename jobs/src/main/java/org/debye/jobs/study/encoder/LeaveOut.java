package org.debye.jobs.study.encoder;

/** What is kept from a method before it is judged by a dataset. */
public enum LeaveOut {
  /** Labels that were not drawn. */
  NONE,
  /** All labels of the dataset: each is judged by what those of the others teach. */
  LABELS,
  /** Its labels, and its spectra too: its encoder learns from the others alone. */
  SPECTRA
}
