package org.debye.classification.binned;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The class of a spectrum from the classes of its points: argmax_k sum_b w_b sum_i [C_i = k] (Sun's
 * thesis, eq. 4.2). Points belong to B bins of equal length from the first point on; points beyond
 * the last whole bin, such as the last three of 4,023 in 15 bins, have no vote.
 *
 * @param weights w_b of the B bins, at least 0
 */
public record BinnedVote(double[] weights) implements Serializable {

  public BinnedVote {
    if (weights.length == 0) {
      throw new IllegalArgumentException("no bin");
    }
    for (double weight : weights) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("a bin's weight of " + weight);
      }
    }
  }

  /** Points of a bin of a spectrum of this length. */
  public int pointsPerBin(int points) {
    if (points < weights.length) {
      throw new IllegalArgumentException(points + " points in " + weights.length + " bins");
    }
    return points / weights.length;
  }

  /**
   * Weighted votes for each class.
   *
   * @param classes K
   * @param predicted class of each point of a spectrum
   * @return K sums
   */
  public double[] votes(int classes, int[] predicted) {
    int each = pointsPerBin(predicted.length);
    double[] votes = new double[classes];
    int[] counts = new int[classes];
    for (int bin = 0; bin < weights.length; bin++) {
      Arrays.fill(counts, 0);
      for (int i = bin * each; i < (bin + 1) * each; i++) {
        counts[predicted[i]]++;
      }
      for (int k = 0; k < classes; k++) {
        votes[k] += weights[bin] * counts[k];
      }
    }
    return votes;
  }

  /** The class with most votes; of equal ones the first. */
  public int label(int classes, int[] predicted) {
    double[] votes = votes(classes, predicted);
    int best = 0;
    for (int k = 1; k < classes; k++) {
      best = votes[k] > votes[best] ? k : best;
    }
    return best;
  }

  /** Each class's part of all votes; even where no bin is believed. */
  public double[] shares(int classes, int[] predicted) {
    double[] votes = votes(classes, predicted);
    double sum = 0;
    for (double vote : votes) {
      sum += vote;
    }
    for (int k = 0; k < classes; k++) {
      votes[k] = sum > 0 ? votes[k] / sum : 1.0 / classes;
    }
    return votes;
  }
}
