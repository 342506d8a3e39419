package org.debye.numeric.plane;

/**
 * A mixture of normals in the plane, and what one thread needs to weigh points by it. Of each
 * component it has the logarithm of its weight c, and the map that makes a point (y, z) standard
 * normal under it, e = a y + b and f = g y + h z + d; the density of a point is the sum of exp(c -
 * (e^2 + f^2) / 2). Components are in groups that lie together in memory; those after the last
 * weigh nothing.
 *
 * <p>Points are weighed a few at a time, each in a slot of its own.
 */
public sealed interface PlaneMixture permits DoublePlaneMixture, SinglePlaneMixture {
  /** Rows of {@link #sum}: of p, p e, p f, p e^2, p e f and p f^2. */
  int SUMS = 6;

  int groups();

  /** Components of a group. */
  int group();

  void set(int component, double c, double a, double b, double g, double h, double d);

  /**
   * One component of each group, its middle one, as it is now; the same object each time, valid
   * until this is called again.
   */
  PlaneMixture middles();

  /**
   * Of each component c + s (e^2 + f^2) + t (a^2 + g^2 + h^2) at a point.
   *
   * @param bounds a group after another; overwritten
   */
  void bounds(double y, double z, double s, double t, double[] bounds);

  /**
   * The logarithm of a point's density, whose components are kept in the slot.
   *
   * @param groups which count, in what order
   * @param count how many of them
   * @param floor what the greatest exponent c - (e^2 + f^2) / 2 is not below
   * @param slot of this point
   * @return negative infinity where the density is smaller than all numbers; not a number where the
   *     precision does not hold it
   */
  double logDensity(int[] groups, int count, double y, double z, double floor, int slot);

  /** Forgets all sums. */
  void clear();

  /**
   * Adds what the points of the first slots have, p being each component's share of the density.
   *
   * @param groups those of these points' densities
   * @param points y, z, y, z from {@code at} on
   * @param size how many slots
   */
  void add(int[] groups, int count, double[] points, int at, int size);

  /** What has been added of a component. */
  double sum(int row, int component);
}
