package org.debye.inference.variational;

/** Why an optimisation ended. */
public enum Ended {
  /** All iterations were made. */
  ITERATIONS,
  /** The ELBO had become flat, {@link Stopping.WhenFlat}. */
  FLAT
}
