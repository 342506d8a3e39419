package org.debye.unmixing.posterior;

/** What Hamiltonian Monte Carlo does with the abundances. */
public enum Abundances {
  /** They are coordinates of the chain, with the globals. */
  SAMPLED,
  /**
   * The chain is of the globals, with the abundances integrated out, wherever quadrature can do
   * that ({@link Quadrature}); they are drawn given each draw of the globals. Where spectra say
   * little of their own abundances, the joint posterior is curved in hundreds of directions at
   * once, and this is the only way to walk it. Where abundances crowd at corners under little noise
   * quadrature fails and joint sampling is easy: it is what is done then.
   */
  INTEGRATED
}
