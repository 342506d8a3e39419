package org.debye.numeric;

/** A symmetric matrix that is known by what it does to vectors. */
public interface SymmetricOperator {
  /** Number of rows, n. */
  int size();

  /**
   * The products of the matrix with some vectors.
   *
   * @param vectors any number of n values each; not modified
   * @param products as many; overwritten
   */
  void apply(double[][] vectors, double[][] products);
}
