package org.debye.classification.ridge;

/**
 * Features less their mean and by their standard deviation (divisor N); a constant feature is not
 * divided.
 *
 * @param mean F
 * @param deviation F, above 0
 */
public record Standardisation(double[] mean, double[] deviation) implements FeatureScaling {

  /** Learns from features. */
  public static Standardisation of(Features features) {
    int columns = features.columns();
    double[] mean = new double[columns];
    double[] deviation = new double[columns];
    for (int i = 0; i < features.count(); i++) {
      for (int j = 0; j < columns; j++) {
        mean[j] += features.values()[i * columns + j];
      }
    }
    for (int j = 0; j < columns; j++) {
      mean[j] /= features.count();
    }
    for (int i = 0; i < features.count(); i++) {
      for (int j = 0; j < columns; j++) {
        double off = features.values()[i * columns + j] - mean[j];
        deviation[j] += off * off;
      }
    }
    for (int j = 0; j < columns; j++) {
      double root = Math.sqrt(deviation[j] / features.count());
      deviation[j] = root > 1e-7 * Math.abs(mean[j]) ? root : 1; // below float32's rounding
    }
    return new Standardisation(mean, deviation);
  }

  @Override
  public void apply(Features features) {
    int columns = features.columns();
    float[] values = features.values();
    for (int i = 0; i < values.length; i += columns) {
      for (int j = 0; j < columns; j++) {
        values[i + j] = (float) ((values[i + j] - mean[j]) / deviation[j]);
      }
    }
  }
}
