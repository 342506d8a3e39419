package org.debye.augmentation;

/** Room to work in for spectra of one length. Thread-confined. */
public final class AugmentationScratch {
  private final float[] source;
  private final double[] curve;

  /** For spectra of so many points, at least 2. */
  public AugmentationScratch(int points) {
    if (points < 2) {
      throw new IllegalArgumentException("a spectrum of " + points + " points");
    }
    source = new float[points];
    curve = new double[points];
  }

  /** P. */
  public int points() {
    return source.length;
  }

  /** A copy of the spectrum, which the next call overwrites. */
  float[] copyOf(float[] spectra, int at) {
    System.arraycopy(spectra, at, source, 0, source.length);
    return source;
  }

  /** P values that anyone may overwrite. */
  double[] curve() {
    return curve;
  }
}
