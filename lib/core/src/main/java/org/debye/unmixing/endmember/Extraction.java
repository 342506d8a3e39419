package org.debye.unmixing.endmember;

import java.util.Optional;

/** What came of a search for endmembers. */
public sealed interface Extraction {

  /** The endmembers, unless there are none. */
  Optional<Endmembers> found();

  /** Sweeps or iterations that were made. */
  int iterations();

  /** The search ended by its own rule. */
  record Extracted(Endmembers endmembers, int iterations) implements Extraction {
    @Override
    public Optional<Endmembers> found() {
      return Optional.of(endmembers);
    }
  }

  /** The search was stopped at its limit of iterations; the endmembers are its last state. */
  record Unfinished(Endmembers endmembers, int iterations) implements Extraction {
    @Override
    public Optional<Endmembers> found() {
      return Optional.of(endmembers);
    }
  }

  /**
   * The points span fewer than K - 1 dimensions: every simplex of K corners among them has the
   * volume zero.
   *
   * @param rank dimensions that the points span
   * @param endmembers K, as asked for
   */
  record Degenerate(int rank, int endmembers) implements Extraction {
    @Override
    public Optional<Endmembers> found() {
      return Optional.empty();
    }

    @Override
    public int iterations() {
      return 0;
    }

    public String reason() {
      return "the spectra span "
          + rank
          + " dimensions; "
          + endmembers
          + " endmembers need "
          + (endmembers - 1);
    }
  }
}
