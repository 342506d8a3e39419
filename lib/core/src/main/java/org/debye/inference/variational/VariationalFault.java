package org.debye.inference.variational;

/** Why there is no fit. */
public enum VariationalFault {
  /** A starting coordinate is not finite, or the density there is not. */
  START_NOT_FINITE,
  /** Too many draws had no finite density or gradient. */
  DENSITY_NOT_FINITE,
  /** The parameters ran away to infinity. */
  DIVERGED
}
