package org.debye.numeric;

import java.util.ServiceLoader;

/**
 * Sums of a mixture of normals in the plane, over a row of {@link Exponentials#LANES} components:
 * with e = a y + b and f = g y + h z + d standard normal under each, the shares p of two points
 * that it takes, and their moments. Every implementation gives the same bits on every machine, by
 * the same fused multiply-adds in the same order.
 */
public interface PlaneMoments {
  /**
   * Adds p, p e, p f, p e^2, p e f and p f^2 of two points.
   *
   * @param points their coordinates y, z, y, z from {@code at} on
   * @param at where they start
   * @param shares p over the weight, of the two from {@code from} on
   * @param weights rows of the points, of which two from {@code from} on
   * @param from which two
   * @param slope rows a, g and h
   * @param intercept rows b and d
   * @param sums six rows, added to
   */
  void add(
      double[] points,
      int at,
      double[] shares,
      double[][] weights,
      int from,
      double[][] slope,
      double[][] intercept,
      double[][] sums);

  /** Plain loops. */
  static PlaneMoments plain() {
    return new PlainPlaneMoments();
  }

  /** Vector instructions where {@link Exponentials#fastest} has them. */
  static PlaneMoments fastest() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return plain();
    }
    return ServiceLoader.load(PlaneMoments.class, PlaneMoments.class.getClassLoader())
        .findFirst()
        .orElseGet(PlaneMoments::plain);
  }
}
