package org.debye.numeric.plane;

import java.util.ServiceLoader;

/**
 * The kernels of a {@link SinglePlaneMixture}. Every implementation gives the same bits on every
 * machine, by the same operations in the same order. An instance holds a workspace: one a thread.
 *
 * <p>Components are in groups of {@link #GROUP}, of which each has rows c, a, b, g, h and d.
 * Exponentials are 2^n p(r), n the integer nearest to x / log 2 and |r| at most log(2) / 2; p goes
 * through exp at Chebyshev nodes and agrees with it to 1.1e-8.
 */
public interface SinglePlaneNormals {
  /** Components that stay together. */
  int GROUP = 16;

  /** Numbers of a group. */
  int LENGTH = 6 * GROUP;

  int A = GROUP;
  int B = 2 * GROUP;
  int G = 3 * GROUP;
  int H = 4 * GROUP;
  int D = 5 * GROUP;

  /** Exponents are held to this size, and thereby to a rounding of it. */
  float LIMIT = 80;

  float INVERSE_LOG_TWO = 0x1.715476p+0f;
  float LOG_TWO_HIGH = 0x1.62e43p-1f;
  float LOG_TWO_LOW = -0x1.05c61p-29f;

  /** Added to a number below 2^22, leaves its nearest integer in the lowest bits. */
  float ROUNDER = 0x1.8p23f;

  int ROUNDER_BITS = 0x4B400000;

  /** exp r = 1 + r + r^2 (P2 + r (P3 + ..)). */
  float P2 = 0x1p-1f;

  float P3 = 0x1.5554dcp-3f;
  float P4 = 0x1.55551ap-5f;
  float P5 = 0x1.120b6ep-7f;
  float P6 = 0x1.6d110ap-10f;

  /**
   * Of each component c + s (e^2 + f^2) + t (a^2 + g^2 + h^2) at a point, not fused.
   *
   * @param components a group after another
   * @param bounds the same; overwritten
   */
  void bounds(float[] components, float y, float z, float s, float t, float[] bounds);

  /**
   * The weighted densities exp(c - floor - (e^2 + f^2) / 2) of a point.
   *
   * @param groups which, in what order
   * @param count how many of them
   * @param weight a group after another; overwritten
   * @return their sum
   */
  float weigh(
      float[] components, int[] groups, int count, float y, float z, float floor, float[] weight);

  /**
   * Adds what a point has, p being its share times a weight.
   *
   * @param groups which, in what order
   * @param count how many of them
   * @param weight of the point, as {@link #weigh} gives it
   * @param sums {@link PlaneMixture#SUMS} rows of each group of the components, group by group;
   *     added to
   */
  void add(
      float[] components,
      int[] groups,
      int count,
      float y,
      float z,
      float share,
      float[] weight,
      float[] sums);

  /** Plain loops. */
  static SinglePlaneNormals plain() {
    return new PlainSinglePlaneNormals();
  }

  /** Vector instructions where {@link org.debye.numeric.Exponentials#fastest} has them. */
  static SinglePlaneNormals fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain();
    }
    return ServiceLoader.load(SinglePlaneNormals.class, SinglePlaneNormals.class.getClassLoader())
        .findFirst()
        .orElseGet(SinglePlaneNormals::plain);
  }
}
