package org.debye.unmixing.endmember;

import java.util.Arrays;
import java.util.Random;
import org.debye.spectra.mixing.Observations;

/** Mixtures of random endmembers with known shares. */
record Cloud(int endmembers, int dimensions, double[] pure, double[] shares, long seed) {

  /** Endmembers with coordinates in (0, 1), shares from a flat-to-peaked Dirichlet by powers. */
  static Cloud of(int endmembers, int dimensions, int count, double concentration, long seed) {
    Random random = new Random(seed);
    double[] pure = random.doubles((long) endmembers * dimensions, 0, 1).toArray();
    double[] shares = new double[count * endmembers];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int k = 0; k < endmembers; k++) {
        double weight = Math.pow(-Math.log(1 - random.nextDouble()), 1 / concentration);
        shares[i * endmembers + k] = weight;
        sum += weight;
      }
      for (int k = 0; k < endmembers; k++) {
        shares[i * endmembers + k] /= sum;
      }
    }
    return new Cloud(endmembers, dimensions, pure, shares, seed);
  }

  /** Those mixtures alone of which no share is above a limit. */
  Cloud mostShare(double limit) {
    double[] kept = new double[shares.length];
    int count = 0;
    for (int i = 0; i < shares.length; i += endmembers) {
      double[] row = Arrays.copyOfRange(shares, i, i + endmembers);
      if (Arrays.stream(row).max().orElseThrow() <= limit) {
        System.arraycopy(row, 0, kept, count++ * endmembers, endmembers);
      }
    }
    return new Cloud(endmembers, dimensions, pure, Arrays.copyOf(kept, count * endmembers), seed);
  }

  /** The mixtures with normal noise. */
  Observations points(double noise) {
    Random random = new Random(~seed);
    int n = shares.length / endmembers;
    double[] values = new double[n * dimensions];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < endmembers; k++) {
        values[i] +=
            shares[i / dimensions * endmembers + k] * pure[k * dimensions + i % dimensions];
      }
      values[i] += noise * random.nextGaussian();
    }
    return new Observations(n, dimensions, values);
  }

  /** The mixtures without noise, then one pure observation of each endmember. */
  Observations withPure() {
    double[] mixed = points(0).values();
    double[] all = Arrays.copyOf(mixed, mixed.length + pure.length);
    System.arraycopy(pure, 0, all, mixed.length, pure.length);
    return new Observations(all.length / dimensions, dimensions, all);
  }

  /** Frobenius distance of estimates to the truth in the best assignment. */
  double distance(double[] estimate) {
    return Math.sqrt(best(estimate, 0, new boolean[endmembers]));
  }

  private double best(double[] estimate, int k, boolean[] taken) {
    if (k == endmembers) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int other = 0; other < endmembers; other++) {
      if (!taken[other]) {
        taken[other] = true;
        double square = 0;
        for (int d = 0; d < dimensions; d++) {
          double difference = estimate[k * dimensions + d] - pure[other * dimensions + d];
          square += difference * difference;
        }
        least = Math.min(least, square + best(estimate, k + 1, taken));
        taken[other] = false;
      }
    }
    return least;
  }
}
