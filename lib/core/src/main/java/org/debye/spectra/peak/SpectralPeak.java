package org.debye.spectra.peak;

/**
 * A peak of a spectrum.
 *
 * @param phase that it is of; empty where nobody knows
 * @param line name of the line, as {@code 104}; empty where nobody knows. Of several that cannot be
 *     told apart all, as {@code 104+012}
 * @param position in the unit of the axis
 * @param fwhm full width at half maximum, in the unit of the axis, above 0
 * @param height above what lies below it, in the unit of the intensities, above 0
 */
public record SpectralPeak(String phase, String line, double position, double fwhm, double height) {

  public SpectralPeak {
    if (!Double.isFinite(position) || !(fwhm > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "a peak at " + position + " of width " + fwhm + " and height " + height);
    }
  }

  /** Lower end of what lies within half its height. */
  public double from() {
    return position - fwhm / 2;
  }

  /** Upper end of what lies within half its height. */
  public double to() {
    return position + fwhm / 2;
  }

  /** One peak in place of two: as high as both, at their centre of gravity, as broad as they. */
  SpectralPeak with(SpectralPeak next) {
    double sum = height + next.height;
    double low = Math.min(from(), next.from());
    double high = Math.max(to(), next.to());
    return new SpectralPeak(
        phase.equals(next.phase) ? phase : phase + "+" + next.phase,
        line + "+" + next.line,
        (position * height + next.position * next.height) / sum,
        high - low,
        sum);
  }
}
