package org.debye.learning.data;

import java.util.ArrayList;
import java.util.List;

/** Spectra in memory. */
public final class HeldSpectra implements SpectrumSource {
  private final int points;
  private final List<float[]> spectra = new ArrayList<>();

  public HeldSpectra(int points) {
    this.points = points;
  }

  /** Adds a spectrum; the array is kept. */
  public HeldSpectra add(float[] spectrum) {
    if (spectrum.length != points) {
      throw new IllegalArgumentException(spectrum.length + " points among spectra of " + points);
    }
    spectra.add(spectrum);
    return this;
  }

  @Override
  public int size() {
    return spectra.size();
  }

  @Override
  public int points() {
    return points;
  }

  @Override
  public void read(int spectrum, float[] into, int at) {
    System.arraycopy(spectra.get(spectrum), 0, into, at, points);
  }
}
