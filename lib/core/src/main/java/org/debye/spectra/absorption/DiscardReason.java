package org.debye.spectra.absorption;

/** Why a spectrum is not taken. */
public enum DiscardReason {
  /** Fewer finite points than an edge can be looked for in. */
  TOO_FEW_POINTS,
  /** An energy lies below the one before it. */
  ENERGIES_NOT_ASCENDING,
  /** The absorption is the same at all energies. */
  CONSTANT_ABSORPTION,
  /** Less than a line below the edge needs. */
  TOO_FEW_BEFORE_EDGE,
  /** Less than a level above the edge needs. */
  TOO_FEW_AFTER_EDGE,
  /** The edge is another element's, or the energies do not reach the wanted one. */
  WRONG_ELEMENT,
  /** No step where the edge should be, or where the absorption rises most steeply. */
  STEP_AT_WRONG_PLACE,
  /** The absorption falls at its edge, or is clearly below that of the rest of the sample. */
  NEGATIVE_ABSORPTION,
  /** The standard grid reaches beyond the energies. */
  GRID_NOT_COVERED
}
