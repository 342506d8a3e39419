package org.debye.unmixing.abundance;

import java.util.Arrays;

/**
 * Least squares with non-negative shares, and with a sum of one if asked: the active set method of
 * Lawson and Hanson 1974 (Algorithm NNLS, ch. 23), working on the Gram matrix as in Bro and de Jong
 * 1997, with the equality carried through every subproblem. Ends at a point that meets the
 * Karush-Kuhn-Tucker conditions.
 *
 * <p>With shares that sum to one, adding t 11' to G changes nothing but makes every affinely
 * independent subset of endmembers regular. The subproblems' inverses are kept for up to 2^12
 * subsets, so that a spectrum usually costs a few products of K x K.
 */
final class ActiveSetSolver implements GramSolver {
  private static final int MOST_KEPT = 12;
  private static final double ZERO = 1e-12;
  private static final double[] SINGULAR = new double[0];

  private final int size;
  private final boolean sumToOne;
  private final double[] gram;
  private final double scale;
  private final double[][] inverses;
  private final double[] trial;
  private final double[] current;
  private final boolean[] passive;
  private final boolean[] refused;

  ActiveSetSolver(double[] gram, int size, boolean sumToOne) {
    this.size = size;
    this.sumToOne = sumToOne;
    this.gram = gram.clone();
    double trace = 0;
    for (int k = 0; k < size; k++) {
      trace += gram[k * size + k];
    }
    scale = trace > 0 ? trace / size : 1;
    if (sumToOne) {
      for (int i = 0; i < this.gram.length; i++) {
        this.gram[i] += scale;
      }
    }
    inverses = new double[size <= MOST_KEPT ? 1 << size : 0][];
    trial = new double[size];
    current = new double[size];
    passive = new boolean[size];
    refused = new boolean[size];
  }

  @Override
  public boolean solve(double[] products, double[] shares, int offset) {
    if (!interior(products)) {
      begin(products);
      int limit = 100 * size;
      while (enter(products)) {
        if (limit-- == 0) {
          throw new IllegalStateException("active sets of " + size + " endmembers cycle");
        }
      }
    }
    System.arraycopy(current, 0, shares, offset, size);
    return true;
  }

  /** Tries all endmembers at once: the usual case of a mixed spectrum. */
  private boolean interior(double[] products) {
    Arrays.fill(passive, true);
    if (!subproblem(products)) {
      return false;
    }
    for (double share : trial) {
      if (share < 0) {
        return false;
      }
    }
    System.arraycopy(trial, 0, current, 0, size);
    return true;
  }

  private void begin(double[] products) {
    Arrays.fill(passive, false);
    Arrays.fill(current, 0);
    Arrays.fill(refused, false);
    if (sumToOne) {
      int best = 0;
      for (int k = 1; k < size; k++) {
        if (gram[k * size + k] / 2 - products[k] < gram[best * size + best] / 2 - products[best]) {
          best = k;
        }
      }
      passive[best] = true;
      current[best] = 1;
    }
  }

  /** Lets the endmember in that lowers the residual most; returns whether there was one. */
  private boolean enter(double[] products) {
    int best = steepest(products);
    if (best < 0) {
      return false;
    }
    passive[best] = true;
    if (!subproblem(products) || trial[best] <= 0) {
      passive[best] = false; // rounding: it cannot help
      refused[best] = true;
      return true;
    }
    Arrays.fill(refused, false);
    while (!advance()) {
      if (!subproblem(products)) {
        throw new IllegalStateException("a subset of independent endmembers is dependent");
      }
    }
    return true;
  }

  /** The endmember outside of the passive set with the most negative multiplier, or -1. */
  private int steepest(double[] products) {
    double level = 0;
    int inside = 0;
    for (int k = 0; k < size; k++) {
      trial[k] = -products[k];
      for (int j = 0; j < size; j++) {
        trial[k] += gram[k * size + j] * current[j];
      }
      level += passive[k] ? trial[k] : 0;
      inside += passive[k] ? 1 : 0;
    }
    level = sumToOne ? level / inside : 0;
    int best = -1;
    double lowest = -ZERO * (scale + Math.abs(level));
    for (int k = 0; k < size; k++) {
      if (!passive[k] && !refused[k] && trial[k] - level < lowest) {
        lowest = trial[k] - level;
        best = k;
      }
    }
    return best;
  }

  /** Moves towards the trial as far as shares stay positive; returns whether all the way. */
  private boolean advance() {
    double step = 1;
    for (int k = 0; k < size; k++) {
      step = passive[k] ? Math.min(step, reach(k)) : step;
    }
    boolean whole = true;
    for (int k = 0; k < size; k++) {
      if (passive[k]) {
        boolean blocks = trial[k] <= 0 && reach(k) <= step;
        current[k] = blocks ? 0 : Math.max(current[k] + step * (trial[k] - current[k]), 0);
        passive[k] = !blocks;
        whole &= !blocks;
      }
    }
    return whole;
  }

  /** Part of the way to the trial after which a share is zero; 1 where it stays positive. */
  private double reach(int k) {
    if (trial[k] > 0) {
      return 1;
    }
    return current[k] == 0 ? 0 : current[k] / (current[k] - trial[k]);
  }

  /** Minimum over the passive set with the sum but without signs; false where it is singular. */
  private boolean subproblem(double[] products) {
    double[] inverse = inverse();
    if (inverse.length == 0) {
      return false;
    }
    double all = 0;
    double ones = 0;
    for (int k = 0; k < size; k++) {
      trial[k] = 0;
      for (int j = 0; j < size; j++) {
        trial[k] += inverse[k * size + j] * products[j];
        ones += inverse[k * size + j];
      }
      all += trial[k];
    }
    if (sumToOne) {
      double multiplier = (1 - all) / ones;
      for (int k = 0; k < size; k++) {
        double row = 0;
        for (int j = 0; j < size; j++) {
          row += inverse[k * size + j];
        }
        trial[k] += multiplier * row;
      }
    }
    return true;
  }

  private double[] inverse() {
    if (inverses.length == 0) {
      return invert();
    }
    int key = 0;
    for (int k = 0; k < size; k++) {
      key |= passive[k] ? 1 << k : 0;
    }
    double[] kept = inverses[key];
    if (kept == null) {
      kept = invert();
      inverses[key] = kept;
    }
    return kept;
  }

  /** Inverse of the passive block by Cholesky, zero elsewhere; empty where it is singular. */
  private double[] invert() {
    double[] matrix = new double[size * size];
    for (int k = 0; k < size; k++) {
      for (int j = 0; j < size; j++) {
        boolean inside = passive[k] && passive[j];
        matrix[k * size + j] = inside ? gram[k * size + j] : k == j ? scale : 0;
      }
    }
    if (!PositiveDefinite.invert(matrix, size)) {
      return SINGULAR;
    }
    for (int k = 0; k < size; k++) {
      matrix[k * size + k] *= passive[k] ? 1 : 0;
    }
    return matrix;
  }
}
