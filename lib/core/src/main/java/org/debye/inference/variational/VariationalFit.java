package org.debye.inference.variational;

/** What {@link VariationalInference} brings back. */
public sealed interface VariationalFit permits Fitted, VariationalFit.Failed {

  /** No fit, and why. */
  record Failed(VariationalFault fault, String reason) implements VariationalFit {}
}
