package org.debye.spectra.baseline;

/** {@link BaselineSettings.Als}. */
final class AlsBaseline implements Baseline {
  private final BaselineSettings.Als settings;
  private final Samples samples;
  private final WhittakerSmoother smoother;
  private final double[] weights;
  private final double[] curve;

  AlsBaseline(BaselineSettings.Als settings, int points) {
    this.settings = settings;
    samples = new Samples(points);
    smoother = new WhittakerSmoother(settings.lambda(), points);
    weights = new double[points];
    curve = new double[points];
  }

  @Override
  public void estimate(float[] intensity, float[] out) {
    samples.load(intensity);
    if (samples.finite() < WhittakerSmoother.LEAST_POINTS) {
      samples.storeNothing(out);
      return;
    }
    samples.unitWeights(weights);
    // Nearer to the curve than this is on it: the rest is rounding.
    double closeness = 1e-11 * samples.largest();
    boolean more = true;
    for (int k = 0; k < settings.iterations() && more; k++) {
      if (!smoother.solve(samples.values, weights, samples.length(), curve)) {
        samples.storeNothing(out);
        return;
      }
      more = reweight(closeness) >= 2;
    }
    samples.store(curve, out);
  }

  /** Returns the number of points off the curve. */
  private int reweight(double closeness) {
    int off = 0;
    double above = settings.asymmetry();
    for (int i = 0; i < samples.length(); i++) {
      double difference = samples.values[i] - curve[i];
      double weight = difference > 0 ? above : difference < 0 ? 1 - above : 0;
      weights[i] = samples.present[i] ? weight : 0;
      off += samples.present[i] && Math.abs(difference) > closeness ? 1 : 0;
    }
    return off;
  }
}
