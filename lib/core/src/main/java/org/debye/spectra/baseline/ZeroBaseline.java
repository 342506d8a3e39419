package org.debye.spectra.baseline;

/** Zero wherever the spectrum has a value. */
final class ZeroBaseline implements Baseline {
  private final int points;

  ZeroBaseline(int points) {
    this.points = points;
  }

  @Override
  public void estimate(float[] intensity, float[] out) {
    for (int i = 0; i < points; i++) {
      out[i] = Float.isFinite(intensity[i]) ? 0 : Float.NaN;
    }
  }
}
