package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Hyperbolic;

/**
 * Evenly spaced draws of all abundances, in the sampler's own labels, within a fixed memory: when
 * full, every second is dropped and from then on only every second of those that come is kept. So
 * whatever the chain's length, between half of the room and all of it is used. Kept are the
 * unconstrained coordinates, in single precision: abundances far below 1e-38 keep their logits. Not
 * thread safe.
 */
public final class AbundanceDraws {
  private final MixingLayout layout;
  private final float[][] kept;
  private final int[] drawOf;
  private int size;
  private int stride = 1;
  private int seen;

  /**
   * Room for draws.
   *
   * @param layout of the positions that will come
   * @param room draws that are kept at most, at least 2
   */
  public AbundanceDraws(MixingLayout layout, int room) {
    if (room < 2) {
      throw new IllegalArgumentException("room for " + room + " draws");
    }
    this.layout = layout;
    kept = new float[room][];
    drawOf = new int[room];
  }

  /** Takes the next draw, and keeps it if it is due; copied. */
  public void take(double[] position) {
    boolean due = seen % stride == 0;
    if (due && size == kept.length) {
      halve();
      due = seen % stride == 0;
    }
    if (due) {
      int from = layout.abundancesAt();
      float[] values = new float[layout.coordinates() - from];
      for (int at = 0; at < values.length; at++) {
        values[at] = (float) position[from + at];
      }
      kept[size] = values;
      drawOf[size] = seen;
      size++;
    }
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

  /** Which of all draws a kept one is. */
  public int drawOf(int which) {
    return drawOf[which];
  }

  MixingLayout layout() {
    return layout;
  }

  /** The stretched stick logits of one observation at one kept draw. */
  void stretched(int which, int observation, double[] out) {
    for (int k = 0; k < layout.endmembers() - 1; k++) {
      double coordinate = kept[which][k * layout.observations() + observation];
      out[k] = layout.logits() == Logits.STRETCHED ? coordinate : Hyperbolic.asinh(coordinate);
    }
  }

  /** The abundances of one kept draw, N x K row major. */
  public double[] abundances(int which) {
    double[] position = new double[layout.coordinates()];
    for (int at = 0; at < kept[which].length; at++) {
      position[layout.abundancesAt() + at] = kept[which][at];
    }
    double[] abundances = new double[layout.observations() * layout.endmembers()];
    layout.abundances(position, abundances);
    return abundances;
  }

  /** Each endmember's mean abundance over the observations at one kept draw. */
  double[] shares(int which) {
    double[] abundances = abundances(which);
    double[] shares = new double[layout.endmembers()];
    for (int at = 0; at < abundances.length; at++) {
      shares[at % shares.length] += abundances[at] / layout.observations();
    }
    return shares;
  }

  /**
   * Mean, standard deviation and quantiles under given labels.
   *
   * @param relabelling of all draws that were taken
   * @param probabilities of the quantiles, inside (0, 1)
   */
  public AbundanceSummary summary(Relabelling relabelling, double... probabilities) {
    int endmembers = layout.endmembers();
    int entries = layout.observations() * endmembers;
    float[][] columns = new float[entries][size];
    for (int which = 0; which < size; which++) {
      double[] abundances = abundances(which);
      for (int entry = 0; entry < entries; entry++) {
        int label = relabelling.label(drawOf[which], entry % endmembers);
        columns[entry][which] = (float) abundances[entry - entry % endmembers + label];
      }
    }
    double[] mean = new double[entries];
    double[] sd = new double[entries];
    double[][] quantiles = new double[probabilities.length][entries];
    double[] values = new double[size];
    for (int entry = 0; entry < entries; entry++) {
      for (int which = 0; which < size; which++) {
        values[which] = columns[entry][which];
      }
      mean[entry] = Arrays.stream(values).sum() / size;
      sd[entry] = sd(values, mean[entry]);
      Arrays.sort(values);
      for (int q = 0; q < probabilities.length; q++) {
        quantiles[q][entry] = Quantiles.ofSorted(values, probabilities[q]);
      }
    }
    return new AbundanceSummary(layout.observations(), endmembers, mean, sd, quantiles);
  }

  private static double sd(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }
}
