package org.debye.learning.checkpoint;

import java.io.Serializable;
import org.debye.provenance.CodeRevision;

/**
 * Who wrote a card.
 *
 * @param codeRevision of Debye
 * @param runId row of the table {@code runs}; empty outside a job
 */
public record CardOrigin(String codeRevision, String runId) implements Serializable {

  /** This code, in a run. */
  public static CardOrigin of(String runId) {
    return new CardOrigin(CodeRevision.current(), runId);
  }
}
