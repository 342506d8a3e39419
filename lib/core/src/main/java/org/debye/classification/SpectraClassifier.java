package org.debye.classification;

import org.debye.failure.InputException;

/** A way to learn classes from labelled spectra. */
public interface SpectraClassifier {

  /**
   * Learns. The same spectra in the same order give the same classifier, to the last bit.
   *
   * @throws InputException when the spectra cannot teach it: one class only, too few, too short
   */
  FittedClassifier fit(LabelledSpectra training);
}
