package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.numeric.Logistic;

/**
 * One stick of a {@link StickLattice}: the shares that it takes at the lattice's points. Points so
 * far out that the share is 0 or 1 to {@link #LARGEST_LOGIT} are one end. Given shapes of the
 * Dirichlet distribution, {@link #weigh} says how much of it each share stands for.
 */
final class StickShares {
  private static final double REACH = StickRow.LIMIT;

  /** Beyond it shares are within 6e-6 of 0 or 1 and taken as that. */
  private static final double LARGEST_LOGIT = 12;

  private final double step;
  private final double[] coordinate;
  private final double[] logTaken;
  private final double[] logLeft;
  private final double[] cosh;

  /** Where the points of share j begin; one more than shares. */
  private final int[] first;

  private final double[] pointWeight;

  /** Of all shares together. */
  private double allWeight;

  /** z of each share, the greatest being 1. */
  final double[] taken;

  /** Of each share, by {@link #weigh}: the integral of z^(a - 1) (1 - z)^(b - 1). */
  final double[] weight;

  /** The mean of log z within the share. */
  final double[] meanLogTaken;

  /** The mean of log(1 - z) within the share. */
  final double[] meanLogLeft;

  /**
   * @param after endmembers after this one
   */
  StickShares(double step, int after) {
    this.step = step;
    int half = (int) Math.floor(REACH / step);
    int points = 2 * half + 1;
    double offset = StrictMath.log(after);
    coordinate = new double[points];
    logTaken = new double[points];
    logLeft = new double[points];
    cosh = new double[points];
    List<Double> shares = new ArrayList<>(List.of(0.0));
    List<Integer> begins = new ArrayList<>(List.of(0));
    for (int j = 0; j < points; j++) {
      coordinate[j] = (j - half) * step;
      double logit = StrictMath.sinh(coordinate[j]) - offset;
      logTaken[j] = -Logistic.softplus(-logit);
      logLeft[j] = -Logistic.softplus(logit);
      cosh[j] = StrictMath.cosh(coordinate[j]);
      if (Math.abs(logit) <= LARGEST_LOGIT) {
        shares.add(Logistic.sigmoid(logit));
        begins.add(j);
      } else if (logit > 0 && shares.get(shares.size() - 1) < 1) {
        shares.add(1.0);
        begins.add(j);
      }
    }
    taken = shares.stream().mapToDouble(Double::doubleValue).toArray();
    begins.add(points);
    first = begins.stream().mapToInt(Integer::intValue).toArray();
    pointWeight = new double[points];
    weight = new double[taken.length];
    meanLogTaken = new double[taken.length];
    meanLogLeft = new double[taken.length];
  }

  int count() {
    return taken.length;
  }

  /**
   * Weights of the shares.
   *
   * @param a of this endmember
   * @param b of those after it
   */
  void weigh(double a, double b) {
    Arrays.setAll(
        pointWeight, j -> step * cosh[j] * StrictMath.exp(a * logTaken[j] + b * logLeft[j]));
    allWeight = 0;
    for (int share = 0; share < taken.length; share++) {
      double sum = 0;
      double takenSum = 0;
      double leftSum = 0;
      for (int j = first[share]; j < first[share + 1]; j++) {
        sum += pointWeight[j];
        takenSum += pointWeight[j] * logTaken[j];
        leftSum += pointWeight[j] * logLeft[j];
      }
      weight[share] = sum;
      allWeight += sum;
      meanLogTaken[share] = sum > 0 ? takenSum / sum : 0;
      meanLogLeft[share] = sum > 0 ? leftSum / sum : 0;
    }
  }

  double coordinate(int point) {
    return coordinate[point];
  }

  /** The point of a share that a number between 0 and 1 falls on, by the points' weights. */
  int pointOf(int share, double uniform) {
    return point(first[share], first[share + 1], uniform * weight[share]);
  }

  /** The point of all that a number between 0 and 1 falls on. */
  int pointOfAny(double uniform) {
    return point(0, pointWeight.length, uniform * allWeight);
  }

  private int point(int from, int to, double sum) {
    double left = sum;
    int j = from;
    while (j < to - 1 && left >= pointWeight[j]) {
      left -= pointWeight[j];
      j++;
    }
    return j;
  }

  /** Log of a point's part of its share, or of all where the share is -1. */
  double logShareOf(int point, int share) {
    if (share >= 0 && first[share + 1] - first[share] == 1) {
      return 0;
    }
    double whole = share < 0 ? allWeight : weight[share];
    return StrictMath.log(pointWeight[point] / whole);
  }
}
