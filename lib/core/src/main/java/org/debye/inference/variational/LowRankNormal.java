package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/**
 * x = mu + s o (eps + F eta), F of n x r: covariance diag(s) (I + F F') diag(s). Entropy n/2 log(2
 * pi e) + sum log s + 1/2 log det(I + F'F), whose derivative by F is F (I + F'F)^-1.
 */
final class LowRankNormal implements NormalFamily {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private final int n;
  private final int rank;
  private final int factorAt;
  private final Scales scales;
  private final double[] gram;
  private final double[] inverse;
  private final double[] projected;
  private double logDeterminant;
  private double[] parameters = new double[0];

  LowRankNormal(int n, int rank) {
    this.n = n;
    this.rank = rank;
    factorAt = 2 * n;
    scales = new Scales(n);
    gram = new double[rank * rank];
    inverse = new double[rank * rank];
    projected = new double[rank];
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public int parameters() {
    return factorAt + n * rank;
  }

  @Override
  public int noise() {
    return n + rank;
  }

  /** As Pyro: half of the variance in the diagonal, half in random factors. */
  @Override
  public void start(double[] initial, double scale, RandomStream random, double[] start) {
    System.arraycopy(initial, 0, start, 0, n);
    Arrays.fill(start, n, 2 * n, Scales.inverse(scale * Math.sqrt(0.5)));
    for (int i = factorAt; i < start.length; i++) {
      start[i] = random.nextGaussian() / Math.sqrt(rank);
    }
  }

  @Override
  public void prepare(double[] taken) {
    parameters = taken;
    scales.prepare(taken);
    Arrays.fill(gram, 0);
    for (int i = 0; i < n; i++) {
      int at = factorAt + i * rank;
      for (int a = 0; a < rank; a++) {
        for (int b = 0; b <= a; b++) {
          gram[a * rank + b] += taken[at + a] * taken[at + b];
        }
      }
    }
    for (int a = 0; a < rank; a++) {
      gram[a * rank + a] += 1;
    }
    logDeterminant = SmallCholesky.invert(gram, rank, inverse);
  }

  @Override
  public void map(double[] noise, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] = parameters[i] + scales.scale[i] * standard(i, noise);
    }
  }

  private double standard(int i, double[] noise) {
    int at = factorAt + i * rank;
    double sum = noise[i];
    for (int a = 0; a < rank; a++) {
      sum += parameters[at + a] * noise[n + a];
    }
    return sum;
  }

  @Override
  public void pullBack(double[] noise, double[] slope, double[] gradient) {
    for (int i = 0; i < n; i++) {
      gradient[i] += slope[i];
      gradient[n + i] += slope[i] * scales.slope[i] * standard(i, noise);
      double factor = slope[i] * scales.scale[i];
      int at = factorAt + i * rank;
      for (int a = 0; a < rank; a++) {
        gradient[at + a] += factor * noise[n + a];
      }
    }
  }

  @Override
  public double entropy() {
    return n * (0.5 + HALF_LOG_TWO_PI) + scales.sumOfLogs() + 0.5 * logDeterminant;
  }

  @Override
  public void addEntropyGradient(double[] gradient) {
    scales.addLogGradient(gradient);
    for (int i = 0; i < n; i++) {
      int at = factorAt + i * rank;
      for (int a = 0; a < rank; a++) {
        double sum = 0;
        for (int b = 0; b < rank; b++) {
          sum += inverse[a * rank + b] * parameters[at + b];
        }
        gradient[at + a] += sum;
      }
    }
  }

  /** By Woodbury: z'(I + F F')^-1 z = z'z - (F'z)' (I + F'F)^-1 F'z. */
  @Override
  public double logDensity(double[] x) {
    Arrays.fill(projected, 0);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double z = (x[i] - parameters[i]) / scales.scale[i];
      squares += z * z;
      int at = factorAt + i * rank;
      for (int a = 0; a < rank; a++) {
        projected[a] += parameters[at + a] * z;
      }
    }
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        squares -= projected[a] * inverse[a * rank + b] * projected[b];
      }
    }
    return -0.5 * (squares + logDeterminant) - scales.sumOfLogs() - n * HALF_LOG_TWO_PI;
  }

  @Override
  public void standardDeviations(double[] sd) {
    for (int i = 0; i < n; i++) {
      double squares = 1;
      for (int at = factorAt + i * rank; at < factorAt + (i + 1) * rank; at++) {
        squares += parameters[at] * parameters[at];
      }
      sd[i] = scales.scale[i] * Math.sqrt(squares);
    }
  }
}
