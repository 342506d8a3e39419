package org.debye.vector;

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
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;

/**
 * {@link PlaneNormals} in the widest vectors of the machine: sums are read and written once for two
 * points. Lanes meet in sums of one order, so the width does not change a bit. Loops stay apart and
 * small: what HotSpot does not inline whole, it computes with vectors on the heap.
 */
public final class VectorPlaneNormals implements PlaneNormals {
  private static final VectorSpecies<Double> DOUBLES = Widest.DOUBLES;
  private static final int WIDTH = DOUBLES.length();

  private final double[] sum = new double[GROUP];

  /** For {@link java.util.ServiceLoader}. */
  public VectorPlaneNormals() {}

  @Override
  public double greatest(PlaneComponents of, double y, double z, double s, double t) {
    DoubleVector greatest = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
    for (int group = 0; group < of.groups(); group++) {
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        greatest = greatest.max(bound(of, group, lane, y, z, s, t));
      }
    }
    return greatest.reduceLanes(VectorOperators.MAX);
  }

  @Override
  public int near(
      PlaneComponents of, double y, double z, double s, double t, double least, int[] groups) {
    int count = 0;
    for (int group = 0; group < of.groups(); group++) {
      boolean below = true;
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        below &= bound(of, group, lane, y, z, s, t).lt(least).allTrue();
      }
      groups[count] = group;
      count += below ? 0 : 1;
    }
    return count;
  }

  private static DoubleVector bound(
      PlaneComponents of, int group, int lane, double y, double z, double s, double t) {
    double[] c = of.values();
    int l = group * LENGTH + lane;
    DoubleVector e = e(c, l, y);
    DoubleVector f = f(c, l, y, z);
    DoubleVector square = f.fma(f, e.mul(e));
    return fma(s, square, fma(t, row(of.steepness(), group * GROUP + lane), row(c, l)));
  }

  @Override
  public double weigh(
      PlaneComponents of, int[] groups, int count, double y, double z, double[] weight) {
    double[] c = of.values();
    for (int i = 0; i < count; i++) {
      int group = groups[i] * LENGTH;
      for (int l = 0; l < GROUP; l += WIDTH) {
        exponent(c, group + l, y, z).intoArray(weight, i * GROUP + l);
      }
    }
    int length = count * GROUP;
    for (int l = 0; l < length; l += WIDTH) {
      exp(row(weight, l)).intoArray(weight, l);
    }
    return sum(weight, length);
  }

  /** exp(x), where x is within the limit. */
  private static DoubleVector exp(DoubleVector x) {
    DoubleVector rounder = DoubleVector.broadcast(DOUBLES, POWER_ROUNDER);
    DoubleVector rounded = x.fma(DoubleVector.broadcast(DOUBLES, INVERSE_LOG_TWO), rounder);
    DoubleVector r = rounded.sub(rounder).fma(DoubleVector.broadcast(DOUBLES, -LOG_TWO_HIGH), x);
    DoubleVector power =
        rounded
            .reinterpretAsLongs()
            .lanewise(VectorOperators.LSHL, VectorExponentials.EXPONENT_SHIFT)
            .reinterpretAsDoubles();
    return r.fma(DoubleVector.broadcast(DOUBLES, E9), DoubleVector.broadcast(DOUBLES, E8))
        .fma(r, DoubleVector.broadcast(DOUBLES, E7))
        .fma(r, DoubleVector.broadcast(DOUBLES, E6))
        .fma(r, DoubleVector.broadcast(DOUBLES, E5))
        .fma(r, DoubleVector.broadcast(DOUBLES, E4))
        .fma(r, DoubleVector.broadcast(DOUBLES, E3))
        .fma(r, DoubleVector.broadcast(DOUBLES, E2))
        .fma(r, DoubleVector.broadcast(DOUBLES, E1))
        .fma(r, DoubleVector.broadcast(DOUBLES, E0))
        .mul(power);
  }

  /** Held to be no less than minus the limit. */
  private static DoubleVector exponent(double[] c, int l, double y, double z) {
    DoubleVector e = e(c, l, y);
    DoubleVector f = f(c, l, y, z);
    DoubleVector v = f.mul(-0.5).fma(f, e.mul(-0.5).fma(e, row(c, l)));
    return v.blend(-LIMIT, v.lt(-LIMIT));
  }

  /** By place within the group, then over places. */
  private double sum(double[] values, int length) {
    if (WIDTH == GROUP) {
      DoubleVector sums = DoubleVector.zero(DOUBLES);
      for (int l = 0; l < length; l += WIDTH) {
        sums = sums.add(row(values, l));
      }
      sums.intoArray(sum, 0);
    } else {
      Arrays.fill(sum, 0);
      for (int l = 0; l < length; l += WIDTH) {
        int at = l % GROUP;
        row(sum, at).add(row(values, l)).intoArray(sum, at);
      }
    }
    return ((sum[0] + sum[4]) + (sum[2] + sum[6])) + ((sum[1] + sum[5]) + (sum[3] + sum[7]));
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
    double[] c = of.values();
    double[] w0 = weights[from];
    double[] w1 = weights[from + 1];
    double y0 = points[at];
    double z0 = points[at + 1];
    double y1 = points[at + 2];
    double z1 = points[at + 3];
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        int l = groups[i] * LENGTH + lane;
        DoubleVector e0 = e(c, l, y0);
        DoubleVector f0 = f(c, l, y0, z0);
        DoubleVector p0 = row(w0, i * GROUP + lane).mul(shares[from]);
        DoubleVector e1 = e(c, l, y1);
        DoubleVector f1 = f(c, l, y1, z1);
        DoubleVector p1 = row(w1, i * GROUP + lane).mul(shares[from + 1]);
        DoubleVector pe0 = p0.mul(e0);
        DoubleVector pf0 = p0.mul(f0);
        DoubleVector pe1 = p1.mul(e1);
        DoubleVector pf1 = p1.mul(f1);
        row(sums, l).add(p0).add(p1).intoArray(sums, l);
        row(sums, l + GROUP).add(pe0).add(pe1).intoArray(sums, l + GROUP);
        row(sums, l + 2 * GROUP).add(pf0).add(pf1).intoArray(sums, l + 2 * GROUP);
        add(pe0, e0, pe1, e1, sums, l + 3 * GROUP);
        add(pf0, e0, pf1, e1, sums, l + 4 * GROUP);
        add(pf0, f0, pf1, f1, sums, l + 5 * GROUP);
      }
    }
  }

  private static void add(
      DoubleVector p0, DoubleVector x0, DoubleVector p1, DoubleVector x1, double[] sums, int at) {
    p1.fma(x1, p0.fma(x0, row(sums, at))).intoArray(sums, at);
  }

  private static DoubleVector e(double[] c, int l, double y) {
    return fma(y, row(c, l + A), row(c, l + B));
  }

  private static DoubleVector f(double[] c, int l, double y, double z) {
    return fma(z, row(c, l + H), fma(y, row(c, l + G), row(c, l + D)));
  }

  private static DoubleVector fma(double factor, DoubleVector x, DoubleVector plus) {
    return x.fma(DoubleVector.broadcast(DOUBLES, factor), plus);
  }

  private static DoubleVector row(double[] values, int l) {
    return DoubleVector.fromArray(DOUBLES, values, l);
  }
}
