package org.debye.exploration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.debye.spectra.mixing.Observations;

/** Lloyd's iteration for {@link KMeans}. */
final class Lloyd {
  private static final int MOST_ROUNDS = 300;
  private static final double TOLERANCE = 1e-4;

  private final Observations points;
  private final int clusters;
  private final int dimensions;
  private final double smallest;
  private final int[] labels;
  private final double[] distances;

  private Lloyd(Observations points, int clusters, double smallest) {
    this.points = points;
    this.clusters = clusters;
    this.dimensions = points.dimensions();
    this.smallest = smallest;
    this.labels = new int[points.count()];
    this.distances = new double[points.count()];
  }

  /** Points are moved about their mean. */
  static Lloyd about(Observations given, int clusters) {
    int n = given.count();
    int d = given.dimensions();
    double[] x = given.values().clone();
    double variance = 0;
    for (int k = 0; k < d; k++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += x[i * d + k] / n;
      }
      for (int i = 0; i < n; i++) {
        x[i * d + k] -= mean;
        variance += x[i * d + k] * x[i * d + k] / n;
      }
    }
    return new Lloyd(new Observations(n, d, x), clusters, TOLERANCE * variance / d);
  }

  Observations points() {
    return points;
  }

  /** From centres, k x D, which are not modified. */
  KMeans from(double[] seeds) {
    double[] centres = seeds.clone();
    int[] before = new int[labels.length];
    Arrays.fill(before, -1);
    boolean settled = false;
    for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
      assign(centres);
      double[] moved = means(centres);
      double shift = 0;
      for (int i = 0; i < moved.length; i++) {
        shift += (moved[i] - centres[i]) * (moved[i] - centres[i]);
      }
      centres = moved;
      settled = Arrays.equals(labels, before);
      if (!settled && shift <= smallest) {
        break;
      }
      System.arraycopy(labels, 0, before, 0, labels.length);
    }
    assign(centres);
    double inertia = 0;
    for (double distance : distances) {
      inertia += distance;
    }
    return new KMeans(labels.clone(), inertia);
  }

  private void assign(double[] centres) {
    double[] x = points.values();
    for (int i = 0; i < labels.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < clusters; c++) {
        double sum = 0;
        for (int k = 0; k < dimensions; k++) {
          double difference = x[i * dimensions + k] - centres[c * dimensions + k];
          sum += difference * difference;
        }
        if (sum < least) {
          least = sum;
          labels[i] = c;
        }
      }
      distances[i] = least;
    }
  }

  private double[] means(double[] centres) {
    double[] sums = new double[centres.length];
    int[] counts = new int[clusters];
    for (int i = 0; i < labels.length; i++) {
      add(sums, counts, labels[i], i, 1);
    }
    relocate(sums, counts);
    for (int c = 0; c < clusters; c++) {
      for (int k = 0; k < dimensions; k++) {
        sums[c * dimensions + k] /= counts[c];
      }
    }
    return sums;
  }

  /** Gives each empty cluster one of the points that are farthest from their centres. */
  private void relocate(double[] sums, int[] counts) {
    int[] empty = IntStream.range(0, clusters).filter(c -> counts[c] == 0).toArray();
    if (empty.length == 0) {
      return;
    }
    int[] farthest =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -distances[i]))
            .limit(empty.length)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int e = 0; e < farthest.length; e++) {
      add(sums, counts, labels[farthest[e]], farthest[e], -1);
      add(sums, counts, empty[e], farthest[e], 1);
    }
  }

  private void add(double[] sums, int[] counts, int cluster, int point, int times) {
    counts[cluster] += times;
    for (int k = 0; k < dimensions; k++) {
      sums[cluster * dimensions + k] += times * points.values()[point * dimensions + k];
    }
  }
}
