package org.debye.spectra;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Spectra from one axis onto another by linear interpolation between the two neighbouring points.
 * Never beyond the ends. Immutable.
 *
 * <p>Not for an axis much coarser than the spectra's: points between the new ones are then left
 * out, and their counts with them; reduce the frames again onto that axis.
 */
public final class AxisResampling implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a step by which an end may lie outside; the value is then the end's own. */
  public static final double SLACK = 0.01;

  private final int points;
  private final int[] left;
  private final double[] share;

  private AxisResampling(int points, int[] left, double[] share) {
    this.points = points;
    this.left = left;
    this.share = share;
  }

  /**
   * Prepares it for all spectra of an axis.
   *
   * @param from at least 2 points, strictly ascending
   * @param to of the same kind, within the ends of {@code from} but for {@link #SLACK}
   * @throws IllegalArgumentException where that is not so
   */
  public static AxisResampling between(SpectralAxis from, SpectralAxis to) {
    double[] x = from.values();
    if (from.kind() != to.kind() || !isAscending(x) || x.length < 2 || !covers(from, to)) {
      throw new IllegalArgumentException("no interpolation between these axes");
    }
    int[] left = new int[to.points()];
    double[] share = new double[to.points()];
    for (int i = 0; i < left.length; i++) {
      double at = to.values()[i];
      int found = Arrays.binarySearch(x, at);
      int right = found >= 0 ? found : -found - 1;
      left[i] = Math.min(Math.max(found >= 0 ? found : right - 1, 0), x.length - 2);
      double step = x[left[i] + 1] - x[left[i]];
      share[i] = Math.min(Math.max((at - x[left[i]]) / step, 0), 1);
    }
    return new AxisResampling(x.length, left, share);
  }

  /** Whether every point of one axis lies within the ends of the other, but for the slack. */
  public static boolean covers(SpectralAxis from, SpectralAxis to) {
    double[] x = from.values();
    int last = x.length - 1;
    if (last < 1) {
      return false;
    }
    double lowest = x[0] - SLACK * (x[1] - x[0]);
    double highest = x[last] + SLACK * (x[last] - x[last - 1]);
    return Arrays.stream(to.values()).allMatch(at -> at >= lowest && at <= highest);
  }

  /** Whether each point lies above the one before it; NaN lies nowhere. */
  public static boolean isAscending(double[] values) {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** Points of the new axis. */
  public int points() {
    return left.length;
  }

  /**
   * One spectrum on the new axis. NaN where a neighbour that counts is NaN.
   *
   * @param spectrum on the old axis, from {@code at} on
   * @param out {@link #points} values from {@code to} on; overwritten
   */
  public void apply(float[] spectrum, int at, float[] out, int to) {
    if (at < 0 || at + points > spectrum.length) {
      throw new IllegalArgumentException(
          "a spectrum of " + (spectrum.length - at) + " points on an axis of " + points);
    }
    for (int i = 0; i < left.length; i++) {
      double w = share[i];
      double low = w == 1 ? 0 : (1 - w) * spectrum[at + left[i]];
      double high = w == 0 ? 0 : w * spectrum[at + left[i] + 1];
      out[to + i] = (float) (low + high);
    }
  }
}
