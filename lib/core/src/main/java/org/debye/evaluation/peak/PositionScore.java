package org.debye.evaluation.peak;

/**
 * Predicted beside true positions of peaks, the first peak beside the first and so on. Positions
 * beyond a frame's peaks are not asked for.
 *
 * @param peaks compared
 * @param squares sum of squared differences, squared unit of the axis
 */
public record PositionScore(long peaks, double squares) {
  /** Nothing compared. */
  public static final PositionScore NONE = new PositionScore(0, 0);

  /**
   * Of one frame.
   *
   * @param truth ascending
   * @param predicted at least as many; the first count
   */
  public static PositionScore of(double[] truth, double[] predicted) {
    double squares = 0;
    for (int i = 0; i < truth.length; i++) {
      double off = predicted[i] - truth[i];
      squares += off * off;
    }
    return new PositionScore(truth.length, squares);
  }

  /** Of both together. */
  public PositionScore plus(PositionScore other) {
    return new PositionScore(peaks + other.peaks, squares + other.squares);
  }

  /** Root of the mean squared difference, in the unit of the axis. */
  public double rms() {
    return Math.sqrt(squares / peaks);
  }
}
