package org.debye.numeric;

import static org.debye.numeric.ExponentialConstants.E0;
import static org.debye.numeric.ExponentialConstants.E1;
import static org.debye.numeric.ExponentialConstants.E2;
import static org.debye.numeric.ExponentialConstants.E3;
import static org.debye.numeric.ExponentialConstants.E4;
import static org.debye.numeric.ExponentialConstants.E5;
import static org.debye.numeric.ExponentialConstants.E6;
import static org.debye.numeric.ExponentialConstants.E7;
import static org.debye.numeric.ExponentialConstants.E8;
import static org.debye.numeric.ExponentialConstants.E9;
import static org.debye.numeric.ExponentialConstants.INVERSE_LOG_TWO;
import static org.debye.numeric.ExponentialConstants.LOG_TWO_HIGH;
import static org.debye.numeric.ExponentialConstants.POWER_ROUNDER;
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

  private final double[] exponent = new double[LANES];
  private final double[] rounded = new double[LANES];
  private final double[] exp = new double[LANES];
  private final double[] sum = new double[GROUP];

  @Override
  public double greatest(PlaneComponents of, double y, double z, double s, double t) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int component = 0; component < of.groups() * GROUP; component++) {
      greatest = Math.max(greatest, bound(of, component, y, z, s, t));
    }
    return greatest;
  }

  @Override
  public int near(
      PlaneComponents of, double y, double z, double s, double t, double least, int[] groups) {
    int count = 0;
    for (int group = 0; group < of.groups(); group++) {
      boolean below = true;
      for (int i = 0; i < GROUP; i++) {
        below &= bound(of, group * GROUP + i, y, z, s, t) < least;
      }
      groups[count] = group;
      count += below ? 0 : 1;
    }
    return count;
  }

  private static double e(double[] c, int l, double y) {
    return Math.fma(y, c[l + A], c[l + B]);
  }

  private static double f(double[] c, int l, double y, double z) {
    return Math.fma(z, c[l + H], Math.fma(y, c[l + G], c[l + D]));
  }

  private static double bound(
      PlaneComponents of, int component, double y, double z, double s, double t) {
    double[] c = of.values();
    int l = component / GROUP * LENGTH + component % GROUP;
    double e = e(c, l, y);
    double f = f(c, l, y, z);
    double square = Math.fma(f, f, e * e);
    return Math.fma(square, s, Math.fma(of.steepness()[component], t, c[l]));
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
      exp(some * GROUP);
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
      exponent[at + i] = v < -LIMIT ? -LIMIT : v;
    }
  }

  private void exp(int count) {
    double[] x = exponent;
    double[] rounds = rounded;
    double[] values = exp;
    for (int l = 0; l < count; l++) {
      rounds[l] = Math.fma(x[l], INVERSE_LOG_TWO, POWER_ROUNDER);
      double r = Math.fma(rounds[l] - POWER_ROUNDER, -LOG_TWO_HIGH, x[l]);
      values[l] = polynomial(r);
    }
    for (int l = 0; l < count; l++) {
      values[l] *= Double.longBitsToDouble(Double.doubleToRawLongBits(rounds[l]) << 52);
    }
  }

  private static double polynomial(double r) {
    double highest = Math.fma(r, Math.fma(r, E9, E8), E7);
    double high = Math.fma(r, Math.fma(r, Math.fma(r, highest, E6), E5), E4);
    return Math.fma(r, Math.fma(r, Math.fma(r, Math.fma(r, high, E3), E2), E1), E0);
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
