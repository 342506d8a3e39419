package org.debye.numeric;

import static org.debye.numeric.PlaneComponents.A;
import static org.debye.numeric.PlaneComponents.B;
import static org.debye.numeric.PlaneComponents.D;
import static org.debye.numeric.PlaneComponents.G;
import static org.debye.numeric.PlaneComponents.GROUP;
import static org.debye.numeric.PlaneComponents.H;
import static org.debye.numeric.PlaneComponents.LENGTH;

import java.util.Arrays;

/** {@link PlaneNormals} in plain loops. */
final class PlainPlaneNormals implements PlaneNormals {
  private static final int LANES = Exponentials.LANES;

  private final Exponentials exponentials = Exponentials.plain();
  private final double[] exponent = new double[LANES];
  private final double[] exp = new double[LANES];
  private final double[] sum = new double[GROUP];

  @Override
  public void bounds(PlaneComponents of, double y, double z, double s, double t, double[] bounds) {
    double[] c = of.values();
    for (int group = 0; group < of.groups(); group++) {
      for (int i = 0; i < GROUP; i++) {
        bounds[group * GROUP + i] = bound(c, group * LENGTH + i, y, z, s, t);
      }
    }
  }

  private static double e(double[] c, int l, double y) {
    return Math.fma(y, c[l + A], c[l + B]);
  }

  private static double f(double[] c, int l, double y, double z) {
    return Math.fma(z, c[l + H], Math.fma(y, c[l + G], c[l + D]));
  }

  private static double bound(double[] c, int l, double y, double z, double s, double t) {
    double a = c[l + A];
    double g = c[l + G];
    double h = c[l + H];
    double e = a * y + c[l + B];
    double f = h * z + (g * y + c[l + D]);
    return c[l] + (e * e + f * f) * s + (a * a + g * g + h * h) * t;
  }

  @Override
  public double weigh(
      PlaneComponents of, int[] groups, int count, double y, double z, double[] weight) {
    double[] c = of.values();
    Arrays.fill(sum, 0);
    for (int from = 0; from < count; from += LANES / GROUP) {
      int some = Math.min(LANES / GROUP, count - from);
      for (int i = 0; i < some; i++) {
        exponents(c, groups[from + i] * LENGTH, y, z, i * GROUP);
      }
      exponentials.exp(exponent, exp);
      System.arraycopy(exp, 0, weight, from * GROUP, some * GROUP);
      for (int l = 0; l < some * GROUP; l += GROUP) {
        for (int i = 0; i < GROUP; i++) {
          sum[i] += exp[l + i];
        }
      }
    }
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
  }

  private void exponents(double[] c, int group, double y, double z, int at) {
    for (int i = 0; i < GROUP; i++) {
      double e = e(c, group + i, y);
      double f = f(c, group + i, y, z);
      double v = Math.fma(-0.5 * f, f, Math.fma(-0.5 * e, e, c[group + i]));
      exponent[at + i] = (Math.abs(v + LIMIT) - Math.abs(v - LIMIT)) * 0.5;
    }
  }

  @Override
  public void add(
      PlaneComponents of,
      int[] groups,
      int count,
      double[] points,
      int at,
      double[] shares,
      double[][] weights,
      int from,
      double[] sums) {
    for (int i = 0; i < 2; i++) {
      double y = points[at + 2 * i];
      double z = points[at + 2 * i + 1];
      for (int group = 0; group < count; group++) {
        int first = groups[group] * LENGTH;
        add(of.values(), first, y, z, shares[from + i], weights[from + i], group * GROUP, sums);
      }
    }
  }

  private static void add(
      double[] c,
      int group,
      double y,
      double z,
      double share,
      double[] weight,
      int at,
      double[] sums) {
    for (int i = 0; i < GROUP; i++) {
      int l = group + i;
      double e = e(c, l, y);
      double f = f(c, l, y, z);
      double p = share * weight[at + i];
      double pe = p * e;
      double pf = p * f;
      sums[l] += p;
      sums[l + GROUP] += pe;
      sums[l + 2 * GROUP] += pf;
      sums[l + 3 * GROUP] = Math.fma(pe, e, sums[l + 3 * GROUP]);
      sums[l + 4 * GROUP] = Math.fma(pf, e, sums[l + 4 * GROUP]);
      sums[l + 5 * GROUP] = Math.fma(pf, f, sums[l + 5 * GROUP]);
    }
  }
}
