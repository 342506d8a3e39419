package org.debye.unmixing.posterior;

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

  private final int[] groups;
  private int count;

  NearGroups(PlaneComponents all, PlaneNormals normals) {
    this.all = all;
    this.normals = normals;
    few = new PlaneComponents(all.groups());
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
    double floor = normals.greatest(few, y, z, FROM_SQUARE, FROM_CHANGE * radius2);
    double least = floor + LEAST_LOG_SHARE;
    count = normals.near(all, y, z, TO_SQUARE, TO_CHANGE * radius2, least, groups);
  }

  /** Those found, rising; as many as there are count. */
  int[] groups() {
    return groups;
  }

  int count() {
    return count;
  }
}
