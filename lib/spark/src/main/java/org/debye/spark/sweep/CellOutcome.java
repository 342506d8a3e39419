package org.debye.spark.sweep;

import org.debye.failure.FailureCode;
import org.debye.spark.table.CellStatus;

/** What became of a cell. Not shipped: its numbers go to files where it ran. */
public sealed interface CellOutcome {

  /** In order. */
  record Done(CellValues values) implements CellOutcome {
    @Override
    public CellStatus status() {
      return CellStatus.DONE;
    }
  }

  /**
   * There are numbers, and something that whoever uses them has to know.
   *
   * @param code one word for it, counted and filtered by: {@code STUCK_CHAIN}
   * @param message a sentence
   */
  record Flagged(String code, String message, CellValues values) implements CellOutcome {
    public Flagged {
      if (code.isBlank() || message.isBlank()) {
        throw new IllegalArgumentException("a flag says why: '" + code + "', '" + message + "'");
      }
    }

    @Override
    public CellStatus status() {
      return CellStatus.FLAGGED;
    }
  }

  /** There are none. */
  record Failed(FailureCode code, String message) implements CellOutcome {
    @Override
    public CellStatus status() {
      return CellStatus.FAILED;
    }

    @Override
    public CellValues values() {
      return CellValues.NONE;
    }
  }

  CellStatus status();

  CellValues values();
}
