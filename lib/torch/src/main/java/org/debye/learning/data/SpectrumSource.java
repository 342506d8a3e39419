package org.debye.learning.data;

/** Spectra by number, all of the same length. Reading is thread safe. */
public interface SpectrumSource {
  int size();

  /** Of each spectrum. */
  int points();

  /**
   * Copies a spectrum.
   *
   * @param spectrum from 0
   * @param into overwritten from {@code at} on, over {@link #points} values
   */
  void read(int spectrum, float[] into, int at);
}
