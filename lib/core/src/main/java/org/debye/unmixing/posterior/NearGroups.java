package org.debye.unmixing.posterior;

import static org.debye.numeric.PlaneComponents.GROUP;

import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;

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

  private final PlaneComponents all;
  private final PlaneNormals normals;

  /** One component of each group: the greatest of their exponents is nearly that of all. */
  private final PlaneComponents few;

  private final double[] bounds;
  private final int[] groups;
  private int count;

  NearGroups(PlaneComponents all, PlaneNormals normals) {
    this.all = all;
    this.normals = normals;
    few = new PlaneComponents(all.groups());
    bounds = new double[all.groups() * GROUP];
    groups = new int[all.groups()];
  }

  /** Reads the components anew. */
  void update() {
    few.copyOneOfEach(all);
  }

  /**
   * Finds those of a disc; also groups of which a bound is not a number.
   *
   * @param y of the centre
   * @param z of the centre
   * @param radius2 its radius squared
   */
  void find(double y, double z, double radius2) {
    double least = floor(y, z, radius2) + LEAST_LOG_SHARE;
    normals.bounds(all, y, z, TO_SQUARE, TO_CHANGE * radius2, bounds);
    count = 0;
    for (int group = 0; group < groups.length; group++) {
      boolean below = true;
      for (int l = group * GROUP; l < (group + 1) * GROUP; l++) {
        below &= bounds[l] < least;
      }
      groups[count] = group;
      count += below ? 0 : 1;
    }
  }

  /** What the greatest of the exponents is not below at any point of the disc. */
  private double floor(double y, double z, double radius2) {
    normals.bounds(few, y, z, FROM_SQUARE, FROM_CHANGE * radius2, bounds);
    double greatest = Double.NEGATIVE_INFINITY;
    for (int l = 0; l < few.groups() * GROUP; l++) {
      greatest = bounds[l] > greatest ? bounds[l] : greatest;
    }
    return greatest;
  }

  /** Those found, rising; as many as there are count. */
  int[] groups() {
    return groups;
  }

  int count() {
    return count;
  }
}
