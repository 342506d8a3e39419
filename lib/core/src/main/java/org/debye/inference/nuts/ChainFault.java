package org.debye.inference.nuts;

/** Why a chain gave no draws. */
public enum ChainFault {
  /** No starting point with a finite log density and gradient was found. */
  NO_FINITE_START,
  /** The density is so flat, or has so little continuity, that no step size suits it. */
  NO_STEP_SIZE,
  /** Every trajectory ended where it began. */
  NEVER_MOVED
}
