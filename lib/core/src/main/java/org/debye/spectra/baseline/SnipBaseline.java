package org.debye.spectra.baseline;

import org.debye.spectra.baseline.BaselineSettings.Snip.IntensityScale;
import org.debye.spectra.baseline.BaselineSettings.Snip.WindowOrder;

/** {@link BaselineSettings.Snip}. */
final class SnipBaseline implements Baseline {
  private final BaselineSettings.Snip settings;
  private final Samples samples;
  private double[] current;
  private double[] clipped;

  SnipBaseline(BaselineSettings.Snip settings, int points) {
    this.settings = settings;
    samples = new Samples(points);
    current = new double[points];
    clipped = new double[points];
  }

  @Override
  public void estimate(float[] intensity, float[] out) {
    samples.load(intensity);
    if (samples.finite() == 0) {
      samples.storeNothing(out);
      return;
    }
    samples.bridge();
    int n = samples.length();
    System.arraycopy(samples.values, 0, current, 0, n);
    double lift = settings.scale() == IntensityScale.LLS ? toLls(n) : 0;
    int half = settings.halfWindow();
    for (int pass = 1; pass <= half; pass++) {
      clip(settings.order() == WindowOrder.DECREASING ? half + 1 - pass : pass, n);
    }
    if (settings.scale() == IntensityScale.LLS) {
      fromLls(n, lift);
    }
    samples.store(current, out);
  }

  private void clip(int p, int n) {
    if (2 * p >= n) {
      return;
    }
    double[] from = current;
    double[] to = clipped;
    System.arraycopy(from, 0, to, 0, p);
    for (int i = p; i < n - p; i++) {
      to[i] = Math.min(from[i], 0.5 * (from[i - p] + from[i + p]));
    }
    System.arraycopy(from, n - p, to, n - p, p);
    current = to;
    clipped = from;
  }

  /** Returns what was added to make the spectrum non-negative. */
  private double toLls(int n) {
    double least = 0;
    for (int i = 0; i < n; i++) {
      least = Math.min(least, current[i]);
    }
    for (int i = 0; i < n; i++) {
      current[i] = Math.log(Math.log(Math.sqrt(current[i] - least + 1) + 1) + 1);
    }
    return -least;
  }

  private void fromLls(int n, double lift) {
    for (int i = 0; i < n; i++) {
      double root = Math.exp(Math.exp(current[i]) - 1) - 1;
      current[i] = Math.min(root * root - 1 - lift, samples.values[i]);
    }
  }
}
