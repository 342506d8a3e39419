package org.debye.numeric;

import java.util.ServiceLoader;

/**
 * What points of the plane have of a mixture of normals ({@link PlaneComponents}). Every
 * implementation gives the same bits on every machine, by the same fused multiply-adds in the same
 * order. An instance holds a workspace: one a thread.
 */
public interface PlaneNormals {
  /** Exponents are held to this size, and thereby to a rounding of it. */
  double LIMIT = 700;

  /** Rows of sums: of p, p e, p f, p e^2, p e f and p f^2. */
  int SUMS = 6;

  /**
   * What the greatest of the exponents c - (e^2 + f^2) / 2 is not below, at any point of a disc.
   * With q the square at its centre and s that by which (e, f) may change within it, from the
   * Frobenius norm of the map, the square is between (1 - t) q - (1/t - 1) s and (1 + t) q + (1 +
   * 1/t) s for every t: t = 1/5.
   *
   * @param y of the centre
   * @param z of the centre
   * @param radius2 the disc's radius squared
   */
  double floor(PlaneComponents components, double y, double z, double radius2);

  /**
   * The groups of which an exponent may reach a bound at a point of the disc, or is not a number.
   *
   * @param bound of the exponents
   * @param near numbers of the groups, rising; overwritten
   * @return how many they are
   */
  int near(
      PlaneComponents components, double y, double z, double radius2, double bound, int[] near);

  /**
   * The weighted densities exp(c - (e^2 + f^2) / 2) of a point.
   *
   * @param groups which, in what order
   * @param count how many of them
   * @param weight a group after another; overwritten
   * @return their sum
   */
  double weigh(
      PlaneComponents components, int[] groups, int count, double y, double z, double[] weight);

  /**
   * Adds what two points have, p being a share times a weight.
   *
   * @param groups which, in what order
   * @param count how many of them
   * @param points their coordinates y, z, y, z from {@code at} on
   * @param at where they start
   * @param shares of the two, from {@code from} on
   * @param weights of the points, as {@link #weigh} gives them, of which two from {@code from} on
   * @param from which two
   * @param sums {@link #SUMS} rows of each group of the components, group by group; added to
   */
  void add(
      PlaneComponents components,
      int[] groups,
      int count,
      double[] points,
      int at,
      double[] shares,
      double[][] weights,
      int from,
      double[] sums);

  /** Plain loops. */
  static PlaneNormals plain() {
    return new PlainPlaneNormals();
  }

  /** Vector instructions where {@link Exponentials#fastest} has them. */
  static PlaneNormals fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain();
    }
    return ServiceLoader.load(PlaneNormals.class, PlaneNormals.class.getClassLoader())
        .findFirst()
        .orElseGet(PlaneNormals::plain);
  }
}
