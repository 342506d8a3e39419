package org.debye.classification.augmentation;

import java.io.Serializable;
import org.debye.numeric.RandomStream;

/**
 * Copies of each training spectrum that differ from it, mostly at random, beside the spectrum
 * itself. Immutable; any number of threads may share one.
 */
public sealed interface SpectrumCopies extends Serializable
    permits NoisyCopies, SlicedCopies, ShiftedCopies {
  /** No copy. */
  SpectrumCopies NONE = new NoisyCopies(0, 0);

  /** Of each spectrum, beside itself. */
  int copies();

  /** Of the stream that a copy is drawn from, beside the record and the copy's number. */
  String stream();

  /**
   * Makes a copy of a spectrum in its place.
   *
   * @param spectra P values from {@code at}; overwritten
   * @param points P
   * @param copy 1 to {@link #copies}
   * @param random of this copy
   */
  void change(float[] spectra, int at, int points, int copy, RandomStream random);
}
