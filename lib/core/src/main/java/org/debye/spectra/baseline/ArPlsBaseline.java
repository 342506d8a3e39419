package org.debye.spectra.baseline;

/** {@link BaselineSettings.ArPls}. */
final class ArPlsBaseline implements Baseline {
  private final BaselineSettings.ArPls settings;
  private final Samples samples;
  private final WhittakerSmoother smoother;
  private final double[] weights;
  private final double[] curve;

  ArPlsBaseline(BaselineSettings.ArPls settings, int points) {
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
    boolean more = true;
    for (int k = 0; k < settings.maxIterations() && more; k++) {
      if (!smoother.solve(samples.values, weights, samples.length(), curve)) {
        samples.storeNothing(out);
        return;
      }
      more = reweight() >= settings.ratio();
    }
    samples.store(curve, out);
  }

  /** Returns |w - w'| / |w|; 0 where the points below the curve are too few or too equal. */
  private double reweight() {
    int below = 0;
    double sum = 0;
    for (int i = 0; i < samples.length(); i++) {
      double difference = samples.values[i] - curve[i];
      if (samples.present[i] && difference < 0) {
        sum += difference;
        below++;
      }
    }
    double mean = sum / below;
    double deviation = below > 1 ? Math.sqrt(squaresBelow(mean) / (below - 1)) : 0;
    return deviation > 0 ? logistic(mean, deviation) : 0;
  }

  private double squaresBelow(double mean) {
    double squares = 0;
    for (int i = 0; i < samples.length(); i++) {
      double difference = samples.values[i] - curve[i];
      if (samples.present[i] && difference < 0) {
        squares += (difference - mean) * (difference - mean);
      }
    }
    return squares;
  }

  private double logistic(double mean, double deviation) {
    double change = 0;
    double norm = 0;
    for (int i = 0; i < samples.length(); i++) {
      if (!samples.present[i]) {
        continue;
      }
      double difference = samples.values[i] - curve[i];
      double weight = 1 / (1 + Math.exp(2 * (difference - (2 * deviation - mean)) / deviation));
      change += (weights[i] - weight) * (weights[i] - weight);
      norm += weights[i] * weights[i];
      weights[i] = weight;
    }
    return Math.sqrt(change / norm);
  }
}
