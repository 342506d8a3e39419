package org.debye.spectra.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes spectra that are nearer than a threshold to one that is kept, in the order in which they
 * come: a spectrum is kept when no kept one before it has a mean absolute difference below the
 * threshold from it (Carbone et al. 2019, section II A: 0.015). No two kept spectra are then
 * nearer, and each removed one has a kept one before it that is.
 *
 * <p>The answer is that of comparing with all kept spectra, to the last bit. What is compared is
 * chosen by two lower bounds of the difference: {@link SignProjections}, by which kept spectra lie
 * in cells as wide as the threshold, of which only neighbours are looked into; and the sum of the
 * differences of the means of ten blocks. Both hold in the arithmetic of doubles by a margin of
 * 1e-6 of the threshold. Not thread safe. Where many spectra lie within the threshold of one
 * another in all projections and are not duplicates, time grows as the square of their number.
 */
public final class DuplicateRemoval {
  /** Answer for a spectrum that is kept. */
  public static final int KEPT = -1;

  private static final int BLOCKS = 10;
  private static final double MARGIN = 1e-6;

  private final int points;
  private final double threshold;
  private final SignProjections projections;
  private final CellIndex index = new CellIndex();
  private final List<float[]> kept = new ArrayList<>();
  private final int blocks;
  private final double[] shares;
  private final long[] cell;
  private double[] keptShares = new double[1024];
  private int[] places = new int[128];
  private int added;

  private DuplicateRemoval(int points, double threshold, SignProjections projections) {
    this.points = points;
    this.threshold = threshold;
    this.projections = projections;
    blocks = Math.min(points, BLOCKS);
    shares = new double[blocks];
    cell = new long[projections.count()];
  }

  /**
   * An empty one.
   *
   * @param points of each spectrum, at least 1
   * @param threshold positive
   * @param sample rows that are like those to come; has no part in the answer
   */
  public static DuplicateRemoval like(int points, double threshold, float[] sample) {
    if (points < 1 || !(threshold > 0) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException(points + " points, threshold " + threshold);
    }
    return new DuplicateRemoval(points, threshold, SignProjections.of(sample, points));
  }

  /**
   * All rows at once, in their order.
   *
   * @param spectra N x P, row major, finite; not modified
   * @return for each row {@link #KEPT}, or the first kept row that is nearer than the threshold
   */
  public static int[] of(float[] spectra, int points, double threshold) {
    DuplicateRemoval removal = like(points, threshold, spectra);
    int[] answers = new int[spectra.length / points];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = removal.add(spectra, i * points);
    }
    return answers;
  }

  /** Mean absolute difference of two spectra, summed from the first point to the last. */
  public static double distance(float[] a, int fromA, float[] b, int fromB, int points) {
    double sum = 0;
    for (int p = 0; p < points; p++) {
      sum += Math.abs((double) a[fromA + p] - b[fromB + p]);
    }
    return sum / points;
  }

  /**
   * Takes the next spectrum.
   *
   * @param spectra its points are those from {@code from} on, finite; not modified
   * @return {@link #KEPT}, or the number, from 0 in the order of all that came, of the first kept
   *     spectrum that is nearer than the threshold
   */
  public int add(float[] spectra, int from) {
    locate(spectra, from);
    int found = Integer.MAX_VALUE;
    int neighbours = (int) Math.pow(3, cell.length);
    for (int k = 0; k < neighbours; k++) {
      for (int j = index.first(cell, k); j >= 0; j = index.after(j)) {
        if (j < found && mayBeNear(j) && near(kept.get(j), spectra, from)) {
          found = j;
        }
      }
    }
    int number = added++;
    if (found < Integer.MAX_VALUE) {
      return places[found];
    }
    keep(spectra, from, number);
    return KEPT;
  }

  /**
   * Whether sums of so many points are exact enough to tell distances at a threshold.
   *
   * @param largest magnitude of a point; false where it is NaN
   */
  public static boolean resolves(double threshold, int points, double largest) {
    return 4e-16 * points * largest < 0.1 * MARGIN * threshold;
  }

  /** Spectra kept so far. */
  public int size() {
    return kept.size();
  }

  private void locate(float[] spectra, int from) {
    Arrays.fill(shares, 0);
    double largest = 0;
    for (int p = 0; p < points; p++) {
      double value = spectra[from + p];
      shares[SignProjections.block(p, points, blocks)] += value;
      largest = Math.max(largest, Math.abs(value));
    }
    if (!resolves(threshold, points, largest)) {
      throw new IllegalArgumentException(
          "spectrum "
              + added
              + " has values up to "
              + largest
              + " for a threshold of "
              + threshold);
    }
    for (int b = 0; b < blocks; b++) {
      shares[b] /= points;
    }
    double width = threshold * (1 + MARGIN);
    for (int k = 0; k < cell.length; k++) {
      cell[k] = (long) Math.floor(projections.of(k, spectra, from) / width);
    }
  }

  private boolean mayBeNear(int j) {
    double bound = 0;
    int at = j * blocks;
    for (int b = 0; b < blocks; b++) {
      bound += Math.abs(shares[b] - keptShares[at + b]);
    }
    return bound < threshold * (1 + MARGIN);
  }

  /** As {@link #distance} has it, given up once the sum is too large. */
  private boolean near(float[] other, float[] spectra, int from) {
    double sum = 0;
    for (int p = 0; p < points; ) {
      int end = Math.min(points, p + 16);
      for (; p < end; p++) {
        sum += Math.abs((double) other[p] - spectra[from + p]);
      }
      if (sum / points >= threshold) {
        return false;
      }
    }
    return true;
  }

  private void keep(float[] spectra, int from, int number) {
    int j = kept.size();
    index.put(cell);
    kept.add(Arrays.copyOfRange(spectra, from, from + points));
    if (places.length == j) {
      places = Arrays.copyOf(places, 2 * j);
    }
    places[j] = number;
    if (keptShares.length < (j + 1) * blocks) {
      keptShares = Arrays.copyOf(keptShares, 2 * (j + 1) * blocks);
    }
    System.arraycopy(shares, 0, keptShares, j * blocks, blocks);
  }
}
