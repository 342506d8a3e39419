package org.debye.hdf5;

/** Opens a candidate's files once and plans how to read its frames. Thread-confined. */
public final class StackPlanner {
  private final FileOpener opener;
  private final PlanSettings settings;

  public StackPlanner(FileOpener opener, PlanSettings settings) {
    this.opener = opener;
    this.settings = settings;
  }

  /** Never throws for bad input. */
  public Planning plan(StackCandidate candidate) {
    if (candidate.files().isEmpty()) {
      throw new IllegalArgumentException(candidate.name() + " has no file");
    }
    throw new UnsupportedOperationException("planning is not built yet " + opener + settings);
  }
}
