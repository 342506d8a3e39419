package org.debye.exploration;

import java.util.Arrays;
import org.debye.spectra.mixing.Observations;

/**
 * The nearest neighbours of every point by comparing all pairs: O(n^2 d) time, O(n k) memory. Of
 * points equally far the ones with the lower number are nearer; a point is its own nearest.
 */
final class NearestPoints {
  private final double[] values;
  private final int dimensions;
  private final double[] distances;
  private final int[] found;
  private int held;

  private NearestPoints(Observations points, int neighbours) {
    values = points.values();
    dimensions = points.dimensions();
    distances = new double[neighbours];
    found = new int[neighbours];
  }

  /** For each point its neighbours, nearest first, itself among them. */
  static int[][] of(Observations points, int neighbours) {
    NearestPoints search = new NearestPoints(points, neighbours);
    int[][] nearest = new int[points.count()][];
    Arrays.setAll(nearest, search::of);
    return nearest;
  }

  private int[] of(int point) {
    held = 0;
    insert(-1, point); // before all copies of it
    int n = values.length / dimensions;
    for (int other = 0; other < n; other++) {
      if (other != point) {
        double bound = held < found.length ? Double.POSITIVE_INFINITY : distances[held - 1];
        double distance = distance(point, other, bound);
        if (distance < bound) {
          insert(distance, other);
        }
      }
    }
    return found.clone();
  }

  /** The squared distance, or something at least as large as a bound that it is not below. */
  private double distance(int a, int b, double bound) {
    double sum = 0;
    for (int d = 0; d < dimensions && sum < bound; d++) {
      double difference = values[a * dimensions + d] - values[b * dimensions + d];
      sum += difference * difference;
    }
    return sum;
  }

  private void insert(double distance, int point) {
    int place = held < found.length ? held++ : held - 1;
    while (place > 0 && distances[place - 1] > distance) {
      distances[place] = distances[place - 1];
      found[place] = found[place - 1];
      place--;
    }
    distances[place] = distance;
    found[place] = point;
  }
}
