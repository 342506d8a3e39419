package org.debye.spectra.baseline;

import java.util.Arrays;

/** {@link BaselineSettings.SmoothBruckner}. */
final class BrucknerBaseline implements Baseline {
  private final BaselineSettings.SmoothBruckner settings;
  private final Samples samples;

  // The spectrum with smoothPoints copies of its first and last value beside it.
  private final double[] padded;
  private final double[] curve;
  private final ChebyshevFit fit;

  BrucknerBaseline(BaselineSettings.SmoothBruckner settings, int points) {
    this.settings = settings;
    samples = new Samples(points);
    padded = new double[Math.addExact(points, Math.multiplyExact(2, settings.smoothPoints()))];
    curve = new double[points];
    fit = new ChebyshevFit(settings.order());
  }

  @Override
  public void estimate(float[] intensity, float[] out) {
    samples.load(intensity);
    if (samples.finite() <= settings.order()) {
      samples.storeNothing(out);
      return;
    }
    samples.bridge();
    int n = samples.length();
    int half = settings.smoothPoints();
    pad(n, half);
    for (int k = 0; k < settings.iterations(); k++) {
      clipToRunningMean(n, half);
    }
    System.arraycopy(padded, half, curve, 0, n);
    fit.smooth(curve, n);
    samples.store(curve, out);
  }

  private void pad(int n, int half) {
    Arrays.fill(padded, 0, half, samples.values[0]);
    System.arraycopy(samples.values, 0, padded, half, n);
    Arrays.fill(padded, half + n, n + 2 * half, samples.values[n - 1]);
  }

  private void clipToRunningMean(int n, int half) {
    double[] y = padded;
    int window = 2 * half + 1;
    double sum = 0;
    for (int i = 0; i < window; i++) {
      sum += y[i];
    }
    double mean = sum / window;
    double share = 1.0 / window;
    // The upper limit is that of Dioptas: it counts the padding at the left and not at the right.
    for (int i = half; i < n - half - 2; i++) {
      double value = y[i];
      double entering = y[i + half + 1] - y[i - half];
      if (value > mean) {
        y[i] = mean;
        mean += ((mean - value) + entering) * share;
      } else {
        mean += entering * share;
      }
    }
  }
}
