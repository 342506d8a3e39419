package org.debye.numeric.plane;

import static org.debye.numeric.plane.SinglePlaneNormals.GROUP;
import static org.debye.numeric.plane.SinglePlaneNormals.LENGTH;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In single precision: a logarithm of a density is exact to some 1e-5, for a third of the time.
 * Exponents are taken less the floor, so that densities of any size have a place among floats.
 */
public final class SinglePlaneMixture implements PlaneMixture {
  /** Over the exponential of the floor: less is a floor that was none. */
  private static final float LEAST_MASS = 1e-3f;

  /** More may be a sum of bounded exponents. */
  private static final float LARGEST_MASS = 1e33f;

  private final int groups;
  private final SinglePlaneNormals normals;
  private final float[] components;
  private final float[][] weight;
  private final float[] share;
  private final float[] sums;
  private final float[] bound;
  private @Nullable SinglePlaneMixture few;

  /**
   * @param count of components
   * @param slots points that are weighed at a time
   * @param normals the kernels, of this thread
   */
  public SinglePlaneMixture(int count, int slots, SinglePlaneNormals normals) {
    this.normals = normals;
    groups = (count + GROUP - 1) / GROUP;
    components = new float[groups * LENGTH];
    for (int component = 0; component < groups * GROUP; component++) {
      components[at(component)] = (float) PlaneComponents.NOTHING;
    }
    weight = new float[slots][groups * GROUP];
    share = new float[slots];
    sums = new float[groups * LENGTH];
    bound = new float[groups * GROUP];
  }

  private static int at(int component) {
    return component / GROUP * LENGTH + component % GROUP;
  }

  @Override
  public int groups() {
    return groups;
  }

  @Override
  public int group() {
    return GROUP;
  }

  @Override
  public void set(int component, double c, double a, double b, double g, double h, double d) {
    int at = at(component);
    components[at] = (float) c;
    components[at + SinglePlaneNormals.A] = (float) a;
    components[at + SinglePlaneNormals.B] = (float) b;
    components[at + SinglePlaneNormals.G] = (float) g;
    components[at + SinglePlaneNormals.H] = (float) h;
    components[at + SinglePlaneNormals.D] = (float) d;
  }

  @Override
  public PlaneMixture middles() {
    if (few == null) {
      few = new SinglePlaneMixture(groups, 0, normals);
    }
    for (int g = 0; g < groups; g++) {
      int from = g * LENGTH + GROUP / 2;
      for (int row = 0; row < LENGTH; row += GROUP) {
        few.components[at(g) + row] = components[from + row];
      }
    }
    return few;
  }

  @Override
  public void bounds(double y, double z, double s, double t, double[] bounds) {
    normals.bounds(components, (float) y, (float) z, (float) s, (float) t, bound);
    for (int i = 0; i < bound.length; i++) {
      bounds[i] = bound[i];
    }
  }

  @Override
  public double logDensity(int[] chosen, int count, double y, double z, double floor, int slot) {
    float mass =
        normals.weigh(components, chosen, count, (float) y, (float) z, (float) floor, weight[slot]);
    if (!(mass > LEAST_MASS && mass < LARGEST_MASS)) {
      return Double.NaN;
    }
    share[slot] = 1 / mass;
    return StrictMath.log(mass) + (float) floor;
  }

  @Override
  public void clear() {
    Arrays.fill(sums, 0);
  }

  @Override
  public void add(int[] chosen, int count, double[] points, int at, int size) {
    for (int slot = 0; slot < size; slot++) {
      float y = (float) points[at + 2 * slot];
      float z = (float) points[at + 2 * slot + 1];
      normals.add(components, chosen, count, y, z, share[slot], weight[slot], sums);
    }
  }

  @Override
  public double sum(int row, int component) {
    return sums[at(component) + row * GROUP];
  }
}
