package org.debye.study;

/** How much of a cell's result is kept. */
public enum StudyDetail {
  /** Metrics, truth, estimate and intervals. */
  NUMBERS,
  /** Also the observed points and a cloud of draws of the endmembers, for figures. */
  FIGURES,
  /** Also all draws of the globals with the sampler's statistics. */
  DRAWS
}
