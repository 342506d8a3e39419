package org.debye.evaluation.conformal;

/**
 * An interval with both its ends.
 *
 * @param lower at most {@code upper}
 * @param upper not NaN
 */
public record Bounds(double lower, double upper) {

  public Bounds {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
    }
  }

  public boolean holds(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }

  /**
   * What of it lies between two numbers that the truth cannot pass, so that nothing true is lost.
   * Where nothing does, the nearer of the two.
   */
  public Bounds within(double least, double most) {
    return new Bounds(clipped(lower, least, most), clipped(upper, least, most));
  }

  private static double clipped(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
