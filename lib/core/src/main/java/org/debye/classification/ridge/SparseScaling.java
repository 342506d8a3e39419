package org.debye.classification.ridge;

/**
 * Hydra's scaling of counts: square roots of what is above zero, less their mean and by their
 * standard deviation (divisor N - 1) plus share-of-zeros^4 + 1e-8; zeros stay zero. From the
 * authors' program.
 *
 * @param mean F means of the roots
 * @param deviation F divisors
 */
public record SparseScaling(float[] mean, float[] deviation) implements FeatureScaling {
  private static final double LEAST = 1e-8;

  /** Learns from features of at least two spectra. */
  public static SparseScaling of(Features table) {
    int count = table.count();
    int columns = table.columns();
    float[] features = table.values();
    if (count < 2) {
      throw new IllegalArgumentException("no deviation of " + count + " spectra");
    }
    float[] mean = new float[columns];
    float[] deviation = new float[columns];
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      int zeros = 0;
      for (int i = column; i < features.length; i += columns) {
        double root = Math.sqrt(Math.max(features[i], 0));
        sum += root;
        zeros += root == 0 ? 1 : 0;
      }
      double middle = sum / count;
      double squares = 0;
      for (int i = column; i < features.length; i += columns) {
        double off = Math.sqrt(Math.max(features[i], 0)) - middle;
        squares += off * off;
      }
      double sparse = Math.pow((double) zeros / count, 4) + LEAST;
      mean[column] = (float) middle;
      deviation[column] = (float) (Math.sqrt(squares / (count - 1)) + sparse);
    }
    return new SparseScaling(mean, deviation);
  }

  @Override
  public void apply(Features table) {
    int columns = table.columns();
    float[] features = table.values();
    for (int i = 0; i < features.length; i++) {
      int column = i % columns;
      float root = (float) Math.sqrt(Math.max(features[i], 0));
      features[i] = root == 0 ? 0 : (root - mean[column]) / deviation[column];
    }
  }
}
