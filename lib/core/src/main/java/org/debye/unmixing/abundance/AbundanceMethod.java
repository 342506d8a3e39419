package org.debye.unmixing.abundance;

import java.io.Serializable;

/** How the shares a of K known endmembers (rows of E) are found in a spectrum y. */
public sealed interface AbundanceMethod extends Serializable {

  /**
   * Fully constrained least squares (Heinz and Chang 2001, IEEE TGRS 39:529): minimise |y - E'a|^2,
   * a at least 0, sum 1. Solved exactly by active sets; their sum-to-one by a heavily weighted row
   * is not used.
   */
  record FullyConstrained() implements AbundanceMethod {}

  /** Non-negative least squares (Lawson and Hanson 1974, ch. 23): as above without the sum. */
  record NonNegative() implements AbundanceMethod {}

  /**
   * SUnSAL (Bioucas-Dias and Figueiredo 2010, WHISPERS, arXiv:1002.4527): minimise 1/2 |y - E'a|^2
   * + sparsity sum |a| under constraints, by the alternating direction method of multipliers. For
   * libraries of many spectra; with few endmembers and no sparsity the exact methods are faster.
   *
   * @param sparsity weight of the l1 norm, at least 0, in squared units of the spectra; it has no
   *     effect on shares that are non-negative and sum to one
   * @param constraint which shares are allowed
   * @param tolerance on the residuals, relative to the length of the shares, above 0
   * @param iterations most iterations for a spectrum, at least 1
   */
  record Sunsal(double sparsity, Constraint constraint, double tolerance, int iterations)
      implements AbundanceMethod {

    /** Which shares are allowed. */
    public enum Constraint {
      NONE,
      NON_NEGATIVE,
      SUM_TO_ONE,
      SIMPLEX;

      boolean nonNegative() {
        return this == NON_NEGATIVE || this == SIMPLEX;
      }

      boolean sumToOne() {
        return this == SUM_TO_ONE || this == SIMPLEX;
      }
    }

    public Sunsal {
      if (!(sparsity >= 0) || !(tolerance > 0) || iterations < 1) {
        throw new IllegalArgumentException("sparsity, tolerance or iterations are out of range");
      }
    }

    /** With a weight of sparsity, non-negative, to a tolerance of 1e-8. */
    public static Sunsal sparse(double sparsity) {
      return new Sunsal(sparsity, Constraint.NON_NEGATIVE, 1e-8, 20_000);
    }
  }
}
