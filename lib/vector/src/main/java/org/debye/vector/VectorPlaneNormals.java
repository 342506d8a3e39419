package org.debye.vector;

import static org.debye.numeric.PlaneComponents.A;
import static org.debye.numeric.PlaneComponents.B;
import static org.debye.numeric.PlaneComponents.D;
import static org.debye.numeric.PlaneComponents.G;
import static org.debye.numeric.PlaneComponents.GROUP;
import static org.debye.numeric.PlaneComponents.H;
import static org.debye.numeric.PlaneComponents.LENGTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;

/**
 * {@link PlaneNormals} in the widest vectors of the machine: sums are read and written once for two
 * points. Lanes meet in sums of one order, so the width does not change a bit.
 */
public final class VectorPlaneNormals implements PlaneNormals {
  private static final VectorSpecies<Double> DOUBLES = Widest.DOUBLES;
  private static final int WIDTH = DOUBLES.length();

  private final double[] sum = new double[GROUP];

  /** For {@link java.util.ServiceLoader}. */
  public VectorPlaneNormals() {}

  @Override
  public void bounds(PlaneComponents of, double y, double z, double s, double t, double[] bounds) {
    double[] c = of.values();
    for (int group = 0; group < of.groups(); group++) {
      for (int lane = 0; lane < GROUP; lane += WIDTH) {
        int l = group * LENGTH + lane;
        DoubleVector a = row(c, l + A);
        DoubleVector g = row(c, l + G);
        DoubleVector h = row(c, l + H);
        DoubleVector e = a.mul(y).add(row(c, l + B));
        DoubleVector f = h.mul(z).add(g.mul(y).add(row(c, l + D)));
        DoubleVector square = e.mul(e).add(f.mul(f)).mul(s);
        DoubleVector norm = a.mul(a).add(g.mul(g)).add(h.mul(h)).mul(t);
        row(c, l).add(square).add(norm).intoArray(bounds, group * GROUP + lane);
      }
    }
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
      VectorExponentials.exp(row(weight, l)).intoArray(weight, l);
    }
    return sum(weight, length);
  }

  /** Held to the limit. */
  private static DoubleVector exponent(double[] c, int l, double y, double z) {
    DoubleVector e = e(c, l, y);
    DoubleVector f = f(c, l, y, z);
    DoubleVector v = f.mul(-0.5).fma(f, e.mul(-0.5).fma(e, row(c, l)));
    return v.add(LIMIT).abs().sub(v.sub(LIMIT).abs()).mul(0.5);
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
