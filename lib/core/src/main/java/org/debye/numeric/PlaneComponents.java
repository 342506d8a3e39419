package org.debye.numeric;

/**
 * Components of a mixture of normals in the plane: of each the logarithm of its weight c, and the
 * map that makes a point (y, z) standard normal under it, e = a y + b and f = g y + h z + d. They
 * are in groups of {@link #GROUP}, which lie together in memory, a row a quantity; those after the
 * last component weigh nothing.
 */
public final class PlaneComponents {
  /** Components that stay together. */
  public static final int GROUP = 8;

  /** Numbers of a group: rows c, a, b, g, h, d. */
  public static final int LENGTH = 6 * GROUP;

  public static final int A = GROUP;
  public static final int B = 2 * GROUP;
  public static final int G = 3 * GROUP;
  public static final int H = 4 * GROUP;
  public static final int D = 5 * GROUP;

  /** Log weight of what weighs nothing. */
  public static final double NOTHING = -700;

  private final int groups;
  private final double[] values;
  private final double[] steepness;

  /** Room for so many, none of which weighs anything yet. */
  public PlaneComponents(int count) {
    groups = groups(count);
    values = new double[groups * LENGTH];
    steepness = new double[groups * GROUP];
    for (int component = 0; component < groups * GROUP; component++) {
      values[at(component)] = NOTHING;
    }
  }

  /** Groups that hold so many. */
  public static int groups(int count) {
    return (count + GROUP - 1) / GROUP;
  }

  public int groups() {
    return groups;
  }

  /** All numbers, for kernels: group i has those from {@code i LENGTH} on. */
  public double[] values() {
    return values;
  }

  /** a^2 + g^2 + h^2 of each component. */
  public double[] steepness() {
    return steepness;
  }

  /** Where a component's c is; its other numbers are a row further each. */
  private static int at(int component) {
    return component / GROUP * LENGTH + component % GROUP;
  }

  /** Held to {@link PlaneNormals#LIMIT}. */
  public void setWeight(int component, double c) {
    values[at(component)] = Math.min(c, PlaneNormals.LIMIT);
  }

  public void setMap(int component, double a, double b, double g, double h, double d) {
    int at = at(component);
    values[at + A] = a;
    values[at + B] = b;
    values[at + G] = g;
    values[at + H] = h;
    values[at + D] = d;
    steepness[component] = a * a + g * g + h * h;
  }

  /** Becomes the middle one of each group of others. */
  public void copyOneOfEach(PlaneComponents others) {
    for (int group = 0; group < others.groups; group++) {
      int from = group * LENGTH + GROUP / 2;
      for (int row = 0; row < LENGTH; row += GROUP) {
        values[at(group) + row] = others.values[from + row];
      }
      steepness[group] = others.steepness[group * GROUP + GROUP / 2];
    }
  }
}
