package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/**
 * x = mu + s o (L eps), L lower triangular with a diagonal of ones and a chosen pattern below it:
 * row i has the first {@code globals} columns and the earlier places of its own block ({@link
 * org.debye.inference.BlockedLogDensity}). n globals make the full rank. Entropy n/2 log(2 pi e) +
 * sum log s.
 */
final class TriangularNormal implements NormalFamily {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private final int n;
  private final int globals;
  private final int blocks;
  private final int[] rowAt;
  private final Scales scales;
  private final double[] solved;
  private double[] parameters = new double[0];

  /**
   * A pattern.
   *
   * @param n coordinates
   * @param globals coordinates that all rows depend on
   * @param blocks that the other coordinates belong to in turn
   */
  TriangularNormal(int n, int globals, int blocks) {
    this.n = n;
    this.globals = globals;
    this.blocks = blocks;
    scales = new Scales(n);
    solved = new double[n];
    rowAt = new int[n + 1];
    rowAt[0] = 2 * n;
    for (int i = 0; i < n; i++) {
      rowAt[i + 1] = rowAt[i] + Math.min(i, globals) + earlier(i);
    }
  }

  /** How many places of row i's block come before it. */
  private int earlier(int i) {
    return i < globals ? 0 : (i - globals) / blocks;
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public int parameters() {
    return rowAt[n];
  }

  @Override
  public int noise() {
    return n;
  }

  @Override
  public void start(double[] initial, double scale, RandomStream random, double[] start) {
    System.arraycopy(initial, 0, start, 0, n);
    Arrays.fill(start, n, 2 * n, Scales.inverse(scale));
    Arrays.fill(start, 2 * n, start.length, 0);
  }

  @Override
  public void prepare(double[] taken) {
    parameters = taken;
    scales.prepare(taken);
  }

  @Override
  public void map(double[] noise, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] = parameters[i] + scales.scale[i] * (noise[i] + row(i, noise));
    }
  }

  /** The entries of row i left of the diagonal, times a vector. */
  private double row(int i, double[] v) {
    int at = rowAt[i];
    int shared = Math.min(i, globals);
    double sum = 0;
    for (int j = 0; j < shared; j++) {
      sum += parameters[at + j] * v[j];
    }
    at += shared;
    for (int j = i - earlier(i) * blocks; j < i; j += blocks) {
      sum += parameters[at++] * v[j];
    }
    return sum;
  }

  @Override
  public void pullBack(double[] noise, double[] slope, double[] gradient) {
    for (int i = 0; i < n; i++) {
      gradient[i] += slope[i];
      gradient[n + i] += slope[i] * scales.slope[i] * (noise[i] + row(i, noise));
      double factor = slope[i] * scales.scale[i];
      int at = rowAt[i];
      int shared = Math.min(i, globals);
      for (int j = 0; j < shared; j++) {
        gradient[at + j] += factor * noise[j];
      }
      at += shared;
      for (int j = i - earlier(i) * blocks; j < i; j += blocks) {
        gradient[at++] += factor * noise[j];
      }
    }
  }

  @Override
  public double entropy() {
    return n * (0.5 + HALF_LOG_TWO_PI) + scales.sumOfLogs();
  }

  @Override
  public void addEntropyGradient(double[] gradient) {
    scales.addLogGradient(gradient);
  }

  @Override
  public double logDensity(double[] x) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      solved[i] = (x[i] - parameters[i]) / scales.scale[i] - row(i, solved);
      squares += solved[i] * solved[i];
    }
    return -0.5 * squares - scales.sumOfLogs() - n * HALF_LOG_TWO_PI;
  }

  @Override
  public void standardDeviations(double[] sd) {
    for (int i = 0; i < n; i++) {
      double squares = 1;
      for (int at = rowAt[i]; at < rowAt[i + 1]; at++) {
        squares += parameters[at] * parameters[at];
      }
      sd[i] = scales.scale[i] * Math.sqrt(squares);
    }
  }
}
