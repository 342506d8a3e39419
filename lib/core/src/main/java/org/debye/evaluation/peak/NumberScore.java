package org.debye.evaluation.peak;

/**
 * Predicted beside true numbers of peaks.
 *
 * @param frames compared
 * @param right of them with the true number
 * @param off sum of absolute differences
 */
public record NumberScore(long frames, long right, long off) {
  /** Nothing compared. */
  public static final NumberScore NONE = new NumberScore(0, 0, 0);

  /** Of so many frames each. */
  public static NumberScore of(int[] truth, int[] predicted) {
    if (truth.length != predicted.length) {
      throw new IllegalArgumentException(predicted.length + " answers for " + truth.length);
    }
    long right = 0;
    long off = 0;
    for (int i = 0; i < truth.length; i++) {
      right += truth[i] == predicted[i] ? 1 : 0;
      off += Math.abs((long) truth[i] - predicted[i]);
    }
    return new NumberScore(truth.length, right, off);
  }

  /** Of both together. */
  public NumberScore plus(NumberScore other) {
    return new NumberScore(frames + other.frames, right + other.right, off + other.off);
  }

  /** Share of frames with the true number. */
  public double accuracy() {
    return (double) right / frames;
  }

  /** Mean absolute difference. */
  public double meanOff() {
    return (double) off / frames;
  }
}
