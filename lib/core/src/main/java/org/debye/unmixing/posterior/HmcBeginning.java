package org.debye.unmixing.posterior;

/** What came of the warm-up of a start of Hamiltonian Monte Carlo. */
public sealed interface HmcBeginning {

  /** A chain that may draw. */
  record Begun(HmcChain chain) implements HmcBeginning {}

  /** There is none: its starting points were not finite, or it never moved. */
  record Refused(String reason) implements HmcBeginning {}
}
