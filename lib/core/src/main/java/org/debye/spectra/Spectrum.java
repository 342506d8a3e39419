package org.debye.spectra;

/**
 * One row of intensities on an axis.
 *
 * @param intensity length n; NaN where no pixel contributes
 * @param sigma standard error of the intensity, length n, or length 0 where no error model applies
 * @param baseline length n, or length 0 where none was asked for; never subtracted from intensity
 */
public record Spectrum(float[] intensity, float[] sigma, float[] baseline) {
  public static final float[] NONE = new float[0];
}
