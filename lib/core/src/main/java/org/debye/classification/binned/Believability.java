package org.debye.classification.binned;

/**
 * How much a bin is believed, from how well its network classifies the training points in it: w_b =
 * max(0, 1.4337 A_b^2 - 0.4337) (Sun's thesis, eq. 4.1): 1 for an accuracy of 1, and 0 up to an
 * accuracy of 0.55.
 */
public final class Believability {
  private static final double SLOPE = 1.4337;
  private static final double OFFSET = 0.4337;

  private Believability() {}

  /**
   * The weight of a bin.
   *
   * @param accuracy A_b, 0 to 1
   */
  public static double weight(double accuracy) {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException("an accuracy of " + accuracy);
    }
    return Math.max(0, SLOPE * accuracy * accuracy - OFFSET);
  }

  /** The weights of all bins. */
  public static double[] weights(double[] accuracies) {
    double[] weights = new double[accuracies.length];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = weight(accuracies[b]);
    }
    return weights;
  }
}
