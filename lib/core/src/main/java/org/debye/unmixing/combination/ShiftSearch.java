package org.debye.unmixing.combination;

import java.util.Arrays;
import org.debye.numeric.LinearLeastSquares;

/**
 * Shifts of references that leave the least sum of squares, each with its best weights: variable
 * projection (Golub and Pereyra 1973, SIAM J. Numer. Anal. 10:413, with the shorter derivative of
 * Kaufman 1975, BIT 15:49), by Levenberg's and Marquardt's steps from no shift, cut at the bounds.
 * It finds the valley that it begins in: shifts of several eV between spectra with many maxima can
 * have others.
 */
final class ShiftSearch {
  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-14;

  private final CombinationProblem problem;
  private final WeightRule rule;
  private final double largest;

  ShiftSearch(CombinationProblem problem, WeightRule rule, double largest) {
    this.problem = problem;
    this.rule = rule;
    this.largest = largest;
  }

  /** The best from no shift on. */
  WeightFit run() {
    WeightFit best = WeightFit.of(problem, rule, new double[problem.count()]);
    double damping = 1e-3;
    for (int step = 0; step < MOST_STEPS && damping < 1e10; step++) {
      double[] moved = moved(best, damping);
      if (Arrays.equals(moved, best.shifts())) {
        return best;
      }
      WeightFit trial = WeightFit.of(problem, rule, moved);
      double gain = best.chiSquare() - trial.chiSquare();
      if (gain > 0) {
        boolean settled = gain < SETTLED * best.chiSquare();
        best = trial;
        damping = Math.max(1e-9, damping / 10);
        if (settled) {
          return best;
        }
      } else {
        damping *= 10;
      }
    }
    return best;
  }

  /** Which shifts act on the fit and are not at a bound that they press against. */
  private boolean[] movable(WeightFit at, double[][] slopes) {
    boolean[] movable = new boolean[slopes.length];
    for (int k = 0; k < movable.length; k++) {
      double pull = 0;
      for (int i = 0; i < at.residual().length; i++) {
        pull += slopes[k][i] * at.residual()[i];
      }
      boolean held = Math.abs(at.shifts()[k]) >= largest && pull * at.shifts()[k] > 0;
      movable[k] = at.weights()[k] != 0 && !held;
    }
    return movable;
  }

  private double[] moved(WeightFit at, double damping) {
    double[][] slopes = slopes(problem, at);
    boolean[] movable = movable(at, slopes);
    int[] which = places(movable);
    double[][] left = new double[which.length][];
    Arrays.setAll(left, j -> at.basis().remainder(slopes[which[j]]));
    // the damped step is the plain one of columns longer by the root of the damping
    int n = problem.points();
    double[][] longer = new double[which.length][];
    for (int j = 0; j < longer.length; j++) {
      longer[j] = Arrays.copyOf(left[j], n + which.length);
      double square = Arrays.stream(left[j]).map(v -> v * v).sum();
      longer[j][n + j] = Math.sqrt(damping * square + Double.MIN_NORMAL);
    }
    double[] step =
        LinearLeastSquares.of(longer).solve(Arrays.copyOf(at.residual(), n + which.length));
    double[] moved = at.shifts().clone();
    for (int j = 0; j < which.length; j++) {
      double to = moved[which[j]] + step[j];
      moved[which[j]] = Math.max(-largest, Math.min(largest, to));
    }
    return moved;
  }

  /** K columns: what the fit changes by with each eV of a shift. */
  static double[][] slopes(CombinationProblem problem, WeightFit at) {
    double[][] slopes = new double[problem.count()][];
    for (int k = 0; k < slopes.length; k++) {
      double weight = at.weights()[k];
      slopes[k] =
          Arrays.stream(problem.references().get(k).changes(problem.energy(), at.shifts()[k]))
              .map(v -> weight * v)
              .toArray();
    }
    return slopes;
  }

  /** Whether each shift is free where the search ended. */
  static boolean[] free(WeightFit at, double largest) {
    boolean[] free = new boolean[at.weights().length];
    for (int k = 0; k < free.length; k++) {
      free[k] = largest > 0 && at.weights()[k] != 0 && Math.abs(at.shifts()[k]) < largest;
    }
    return free;
  }

  static int[] places(boolean[] of) {
    int[] places = new int[of.length];
    int count = 0;
    for (int k = 0; k < of.length; k++) {
      if (of[k]) {
        places[count++] = k;
      }
    }
    return Arrays.copyOf(places, count);
  }
}
