package org.debye.unmixing.combination;

/** Which weights of references are allowed. */
public enum WeightRule {
  /** At least zero, and one together: Athena's default. */
  FRACTIONS,
  /** At least zero. */
  NON_NEGATIVE,
  /** One together, of any sign: Larch's default. */
  SUM_TO_ONE,
  /** Any. */
  FREE;

  boolean nonNegative() {
    return this == FRACTIONS || this == NON_NEGATIVE;
  }

  boolean sumToOne() {
    return this == FRACTIONS || this == SUM_TO_ONE;
  }
}
