package org.debye.numeric.plane;

import static org.debye.numeric.plane.PlaneComponents.GROUP;
import static org.debye.numeric.plane.PlaneComponents.LENGTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In double precision. */
public final class DoublePlaneMixture implements PlaneMixture {
  /** Below it the sum is of bounded exponents, not of the density. */
  private static final double LEAST_MASS = 1e-290;

  private final PlaneComponents all;
  private final PlaneNormals normals;
  private final double[][] weight;
  private final double[] share;
  private final double[] sums;
  private @Nullable DoublePlaneMixture few;

  /**
   * @param count of components
   * @param slots points that are weighed at a time
   * @param normals the kernels, of this thread
   */
  public DoublePlaneMixture(int count, int slots, PlaneNormals normals) {
    this.normals = normals;
    all = new PlaneComponents(count);
    weight = new double[slots][all.groups() * GROUP];
    share = new double[slots];
    sums = new double[all.groups() * LENGTH];
  }

  @Override
  public int groups() {
    return all.groups();
  }

  @Override
  public int group() {
    return GROUP;
  }

  @Override
  public void set(int component, double c, double a, double b, double g, double h, double d) {
    all.setWeight(component, c);
    all.setMap(component, a, b, g, h, d);
  }

  @Override
  public PlaneMixture middles() {
    if (few == null) {
      few = new DoublePlaneMixture(all.groups(), 0, normals);
    }
    few.all.copyOneOfEach(all);
    return few;
  }

  @Override
  public void bounds(double y, double z, double s, double t, double[] bounds) {
    normals.bounds(all, y, z, s, t, bounds);
  }

  /** The floor is not needed. */
  @Override
  public double logDensity(int[] groups, int count, double y, double z, double floor, int slot) {
    double mass = normals.weigh(all, groups, count, y, z, weight[slot]);
    if (!(mass > LEAST_MASS)) {
      return Double.NEGATIVE_INFINITY;
    }
    share[slot] = 1 / mass;
    return StrictMath.log(mass);
  }

  @Override
  public void clear() {
    Arrays.fill(sums, 0);
  }

  /** Two at a time; one without a second is taken twice, by halves. */
  @Override
  public void add(int[] groups, int count, double[] points, int at, int size) {
    int pairs = size / 2 * 2;
    for (int i = 0; i < pairs; i += 2) {
      normals.add(all, groups, count, points, at + 2 * i, share, weight, i, sums);
    }
    if (pairs < size) {
      int last = size - 1;
      double y = points[at + 2 * last];
      double z = points[at + 2 * last + 1];
      double[] halves = {share[last] / 2, share[last] / 2};
      double[][] weights = {weight[last], weight[last]};
      normals.add(all, groups, count, new double[] {y, z, y, z}, 0, halves, weights, 0, sums);
    }
  }

  @Override
  public double sum(int row, int component) {
    return sums[component / GROUP * LENGTH + row * GROUP + component % GROUP];
  }
}
