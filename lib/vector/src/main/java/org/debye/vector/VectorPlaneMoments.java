package org.debye.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.Exponentials;
import org.debye.numeric.PlaneMoments;

/**
 * {@link PlaneMoments} in the widest vectors of the machine: sums are read and written once for
 * both points. Lanes do not meet, so the width does not change a bit.
 */
public final class VectorPlaneMoments implements PlaneMoments {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();
  private static final int LANES = Exponentials.LANES;

  /** For {@link java.util.ServiceLoader}. */
  public VectorPlaneMoments() {}

  @Override
  public void add(
      double[] points,
      int at,
      double[] shares,
      double[][] weights,
      int from,
      double[][] slope,
      double[][] intercept,
      double[][] sums) {
    double y0 = points[at];
    double z0 = points[at + 1];
    double y1 = points[at + 2];
    double z1 = points[at + 3];
    for (int l = 0; l < LANES; l += WIDTH) {
      DoubleVector e0 = along(y0, slope, intercept, l);
      DoubleVector f0 = across(y0, z0, slope, intercept, l);
      DoubleVector p0 = row(weights[from], l).mul(shares[from]);
      DoubleVector e1 = along(y1, slope, intercept, l);
      DoubleVector f1 = across(y1, z1, slope, intercept, l);
      DoubleVector p1 = row(weights[from + 1], l).mul(shares[from + 1]);
      DoubleVector pe0 = p0.mul(e0);
      DoubleVector pf0 = p0.mul(f0);
      DoubleVector pe1 = p1.mul(e1);
      DoubleVector pf1 = p1.mul(f1);
      row(sums[0], l).add(p0).add(p1).intoArray(sums[0], l);
      row(sums[1], l).add(pe0).add(pe1).intoArray(sums[1], l);
      row(sums[2], l).add(pf0).add(pf1).intoArray(sums[2], l);
      pe1.fma(e1, pe0.fma(e0, row(sums[3], l))).intoArray(sums[3], l);
      pf1.fma(e1, pf0.fma(e0, row(sums[4], l))).intoArray(sums[4], l);
      pf1.fma(f1, pf0.fma(f0, row(sums[5], l))).intoArray(sums[5], l);
    }
  }

  /** e. */
  private static DoubleVector along(double y, double[][] slope, double[][] intercept, int l) {
    return row(slope[0], l).fma(DoubleVector.broadcast(DOUBLES, y), row(intercept[0], l));
  }

  /** f. */
  private static DoubleVector across(
      double y, double z, double[][] slope, double[][] intercept, int l) {
    return row(slope[2], l)
        .fma(
            DoubleVector.broadcast(DOUBLES, z),
            row(slope[1], l).fma(DoubleVector.broadcast(DOUBLES, y), row(intercept[1], l)));
  }

  private static DoubleVector row(double[] values, int l) {
    return DoubleVector.fromArray(DOUBLES, values, l);
  }
}
