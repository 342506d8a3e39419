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
    for (int k = 0; k < settings.iterations(); k++) {
      if (!smoother.solve(samples.values, weights, samples.length(), curve)) {
        break;
      }
      if (reweight() < 2) {
        break;
      }
    }
    samples.store(curve, out);
  }

  /** Returns the number of points that keep a weight. */
  private int reweight() {
    int weighted = 0;
    double above = settings.asymmetry();
    for (int i = 0; i < samples.length(); i++) {
      double difference = samples.values[i] - curve[i];
      double weight = difference > 0 ? above : difference < 0 ? 1 - above : 0;
      weights[i] = samples.present[i] ? weight : 0;
      weighted += weights[i] > 0 ? 1 : 0;
    }
    return weighted;
  }
}
