package org.debye.unmixing.posterior;

import java.util.Arrays;

/**
 * Evenly spaced draws of all abundances, in the sampler's own labels, within a fixed memory: when
 * full, every second is dropped and from then on only every second of those that come is kept. So
 * whatever the chain's length, between half of the room and all of it is used. Single precision.
 * Not thread safe.
 */
public final class AbundanceDraws {
  private final int observations;
  private final int endmembers;
  private final float[][] kept;
  private final int[] drawOf;
  private int size;
  private int stride = 1;
  private int seen;

  /**
   * Room for draws.
   *
   * @param room draws that are kept at most, at least 2
   */
  public AbundanceDraws(int observations, int endmembers, int room) {
    if (room < 2) {
      throw new IllegalArgumentException("room for " + room + " draws");
    }
    this.observations = observations;
    this.endmembers = endmembers;
    kept = new float[room][];
    drawOf = new int[room];
  }

  /** Whether the draw that comes next will be kept; only then its abundances need be computed. */
  public boolean wanted() {
    return seen % stride == 0;
  }

  /** Lets one draw pass that is not {@link #wanted}. */
  public void pass() {
    if (wanted()) {
      throw new IllegalStateException("draw " + seen + " is to be kept");
    }
    seen++;
  }

  /** Keeps one draw, N x K row major; copied. */
  public void keep(double[] abundances) {
    if (!wanted() || abundances.length != observations * endmembers) {
      throw new IllegalArgumentException(abundances.length + " abundances at draw " + seen);
    }
    if (size == kept.length) {
      halve();
      if (!wanted()) {
        seen++;
        return;
      }
    }
    float[] values = new float[abundances.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) abundances[at];
    }
    kept[size] = values;
    drawOf[size] = seen;
    size++;
    seen++;
  }

  private void halve() {
    int half = 0;
    for (int at = 0; at < size; at += 2) {
      kept[half] = kept[at];
      drawOf[half] = drawOf[at];
      half++;
    }
    Arrays.fill(kept, half, size, null);
    size = half;
    stride *= 2;
  }

  /** How many draws are kept. */
  public int size() {
    return size;
  }

  /**
   * Mean, standard deviation and quantiles under given labels.
   *
   * @param relabelling of all draws that were seen
   * @param probabilities of the quantiles, inside (0, 1)
   */
  public AbundanceSummary summary(Relabelling relabelling, double... probabilities) {
    int entries = observations * endmembers;
    double[] mean = new double[entries];
    double[] sd = new double[entries];
    double[][] quantiles = new double[probabilities.length][entries];
    double[] values = new double[size];
    for (int entry = 0; entry < entries; entry++) {
      int row = entry - entry % endmembers;
      double sum = 0;
      for (int at = 0; at < size; at++) {
        values[at] = kept[at][row + relabelling.label(drawOf[at], entry % endmembers)];
        sum += values[at];
      }
      mean[entry] = sum / size;
      double squares = 0;
      for (double value : values) {
        squares += (value - mean[entry]) * (value - mean[entry]);
      }
      sd[entry] = Math.sqrt(squares / Math.max(1, size - 1));
      Arrays.sort(values);
      for (int q = 0; q < probabilities.length; q++) {
        quantiles[q][entry] = Quantiles.ofSorted(values, probabilities[q]);
      }
    }
    return new AbundanceSummary(observations, endmembers, mean, sd, quantiles);
  }
}
