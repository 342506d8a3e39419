package org.debye.unmixing.scene;

/** How endmembers are found in the reduced points. */
public enum SceneMethod {
  /** Posterior of the mixing model by NUTS. */
  HMC,
  /** Posterior of the mixing model by mean-field variational inference: fast, over-confident. */
  VARIATIONAL,
  N_FINDR,
  VCA,
  SISAL;

  /** Whether it infers a posterior. */
  public boolean bayesian() {
    return this == HMC || this == VARIATIONAL;
  }
}
