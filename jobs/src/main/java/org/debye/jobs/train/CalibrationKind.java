package org.debye.jobs.train;

/** What makes probabilities say how often they are right. */
public enum CalibrationKind {
  NONE,
  /** One temperature, of the spectra that training is checked by. */
  TEMPERATURE
}
