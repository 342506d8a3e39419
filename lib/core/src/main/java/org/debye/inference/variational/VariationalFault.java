package org.debye.inference.variational;

/** Why there is no fit. */
public enum VariationalFault {
  /** The family has more parameters than memory should be spent on. */
  TOO_MANY_PARAMETERS,
  /** A starting coordinate is not finite, or the density there is not. */
  START_NOT_FINITE,
  /** Too many draws had no finite density or gradient. */
  DENSITY_NOT_FINITE,
  /** The parameters ran away to infinity. */
  DIVERGED
}
