package org.debye.numeric;

import java.util.ServiceLoader;

/**
 * What points of the plane have of a mixture of normals ({@link PlaneComponents}). Every
 * implementation gives the same bits on every machine, by the same operations in the same order. An
 * instance holds a workspace: one a thread.
 */
public interface PlaneNormals {
  /** Exponents are at most this and held to be no less than minus this. */
  double LIMIT = 700;

  /** Rows of sums: of p, p e, p f, p e^2, p e f and p f^2. */
  int SUMS = 6;

  /** The greatest c + s (e^2 + f^2) + t (a^2 + g^2 + h^2) of all components at a point. */
  double greatest(PlaneComponents components, double y, double z, double s, double t);

  /**
   * The groups of which a component has a c + s (e^2 + f^2) + t (a^2 + g^2 + h^2) at a point that
   * is not below a number.
   *
   * @param groups overwritten with those, rising; has room for all
   * @return how many they are
   */
  int near(
      PlaneComponents components,
      double y,
      double z,
      double s,
      double t,
      double least,
      int[] groups);

  /**
   * The weighted densities exp(c - (e^2 + f^2) / 2) of a point, each within 1e-13 of itself.
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
