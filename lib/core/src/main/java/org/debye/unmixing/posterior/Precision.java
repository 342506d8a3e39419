package org.debye.unmixing.posterior;

/** Of the numbers that densities are added up in. */
enum Precision {
  /** 53 bits: what draws are accepted by. */
  DOUBLE,

  /** 24 bits: what trajectories may follow, a log density to some 1e-3, in a third of the time. */
  SINGLE
}
