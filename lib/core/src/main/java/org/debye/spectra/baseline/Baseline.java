package org.debye.spectra.baseline;

/**
 * Estimates the baseline under a spectrum given at evenly spaced points.
 *
 * <p>Points that are not finite (an empty bin, a masked ring) take no part in the estimate and are
 * NaN in the result. Leading and trailing gaps are cut off; how a method bridges an inner gap is
 * said at its settings. A spectrum with fewer finite points than the method needs has a baseline of
 * NaN; no spectrum makes it throw.
 *
 * <p>An instance owns its workspace and allocates nothing per spectrum (a change in the length of
 * the leading and trailing gaps excepted, for {@link BaselineSettings.SmoothBruckner}). It belongs
 * to one thread at a time.
 */
public interface Baseline {

  /**
   * Estimates one baseline.
   *
   * @param intensity length n = the number of points given to {@link #of}; not modified
   * @param out length n, overwritten; may be the same array as {@code intensity}
   */
  void estimate(float[] intensity, float[] out);

  /**
   * Makes the estimator that the settings ask for.
   *
   * @param points length of the spectra
   */
  static Baseline of(BaselineSettings settings, int points) {
    if (settings instanceof BaselineSettings.Als als) {
      return new AlsBaseline(als, points);
    } else if (settings instanceof BaselineSettings.ArPls arPls) {
      return new ArPlsBaseline(arPls, points);
    } else if (settings instanceof BaselineSettings.Snip snip) {
      return new SnipBaseline(snip, points);
    } else if (settings instanceof BaselineSettings.SmoothBruckner bruckner) {
      return new BrucknerBaseline(bruckner, points);
    }
    return new ZeroBaseline(points);
  }
}
