package org.debye.unmixing.posterior;

/** What came of one start. */
public sealed interface StartOutcome {

  /** There are draws; {@link StartFit#flags} says whether they may be believed. */
  record Fitted(StartFit fit) implements StartOutcome {}

  /** There are none: the chain never moved, or the optimisation ran away. */
  record Refused(String reason) implements StartOutcome {}
}
