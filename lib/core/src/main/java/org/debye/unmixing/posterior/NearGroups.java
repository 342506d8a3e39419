package org.debye.unmixing.posterior;

import org.debye.numeric.plane.PlaneMixture;

/**
 * The groups of components of a mixture in the plane that can have a share of 1e-8 of the density
 * at a point of a disc.
 *
 * <p>An exponent is c - q / 2 with q = e^2 + f^2. With q the square at the disc's centre, r its
 * radius, and s = r^2 (a^2 + g^2 + h^2) the square by which (e, f) may change within it (the
 * Frobenius norm of the map), q is between (1 - t) q - (1/t - 1) s and (1 + t) q + (1 + 1/t) s for
 * every t. With t = 1/5, what an exponent is not below is c - 0.6 q - 3 s, and what it is not above
 * c - 0.4 q + 2 s.
 */
final class NearGroups {
  /** log 1e-8. */
  private static final double LEAST_LOG_SHARE = -18.5;

  private static final double FROM_SQUARE = -0.6;
  private static final double FROM_CHANGE = -3;
  private static final double TO_SQUARE = -0.4;
  private static final double TO_CHANGE = 2;

  private final PlaneMixture all;

  /** One component of each group: the greatest of their exponents is nearly that of all. */
  private PlaneMixture few;

  private final double[] bounds;
  private final int[] groups;
  private int count;
  private double floor;

  NearGroups(PlaneMixture all) {
    this.all = all;
    few = all.middles();
    bounds = new double[all.groups() * all.group()];
    groups = new int[all.groups()];
  }

  /** Reads the components anew. */
  void update() {
    few = all.middles();
  }

  /**
   * Finds those of a disc; also groups of which a bound is not a number.
   *
   * @param y of the centre
   * @param z of the centre
   * @param radius2 its radius squared
   */
  void find(double y, double z, double radius2) {
    floor = floor(y, z, radius2);
    double least = floor + LEAST_LOG_SHARE;
    int each = all.group();
    all.bounds(y, z, TO_SQUARE, TO_CHANGE * radius2, bounds);
    count = 0;
    for (int group = 0; group < groups.length; group++) {
      boolean below = true;
      for (int l = group * each; l < (group + 1) * each; l++) {
        below &= bounds[l] < least;
      }
      groups[count] = group;
      count += below ? 0 : 1;
    }
  }

  /** What the greatest of the exponents is not below at any point of the disc. */
  private double floor(double y, double z, double radius2) {
    few.bounds(y, z, FROM_SQUARE, FROM_CHANGE * radius2, bounds);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int l = 0; l < few.groups() * few.group(); l++) {
      greatest = bounds[l] > greatest ? bounds[l] : greatest;
    }
    return greatest;
  }

  /** What the greatest exponent is not below, at any point of the last disc. */
  double floor() {
    return floor;
  }

  /** Those found, rising; as many as there are count. */
  int[] groups() {
    return groups;
  }

  int count() {
    return count;
  }
}
