package org.debye.unmixing.abundance;

/** Minimises 1/2 a'Ga - f'a over the shares that its method allows. */
interface GramSolver {

  /**
   * Solves for one spectrum.
   *
   * @param products f, K products of the spectrum with the endmembers
   * @param shares K from the offset; overwritten
   * @return whether the iteration came to its end
   */
  boolean solve(double[] products, double[] shares, int offset);
}
