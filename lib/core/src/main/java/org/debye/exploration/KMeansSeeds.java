package org.debye.exploration;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * Greedy k-means++ (Arthur and Vassilvitskii 2007, section 2.2 and its implementation note): each
 * seed is the best of 2 + ln k points drawn with probabilities like squared distances.
 */
final class KMeansSeeds {
  private KMeansSeeds() {}

  /** Centres: k x D, row major. */
  static double[] drawn(Observations points, int clusters, RandomStream stream) {
    int n = points.count();
    int d = points.dimensions();
    int candidates = 2 + (int) Math.log(clusters);
    double[] centres = new double[clusters * d];
    int first = (int) (stream.nextDouble() * n);
    System.arraycopy(points.values(), first * d, centres, 0, d);
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    nearest = nearer(points, nearest, first);
    for (int c = 1; c < clusters; c++) {
      double[] best = nearest;
      int chosen = -1;
      for (int t = 0; t < candidates; t++) {
        int candidate = drawn(nearest, stream);
        double[] distances = nearer(points, nearest, candidate);
        if (chosen < 0 || sum(distances) < sum(best)) {
          best = distances;
          chosen = candidate;
        }
      }
      nearest = best;
      System.arraycopy(points.values(), chosen * d, centres, c * d, d);
    }
    return centres;
  }

  private static int drawn(double[] weights, RandomStream stream) {
    double target = stream.nextDouble() * sum(weights);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum >= target && weights[i] > 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static double[] nearer(Observations points, double[] nearest, int centre) {
    int d = points.dimensions();
    double[] x = points.values();
    double[] out = new double[nearest.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int k = 0; k < d; k++) {
        double difference = x[i * d + k] - x[centre * d + k];
        sum += difference * difference;
      }
      out[i] = Math.min(nearest[i], sum);
    }
    return out;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
