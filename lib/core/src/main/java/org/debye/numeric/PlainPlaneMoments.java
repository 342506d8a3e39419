package org.debye.numeric;

/** {@link PlaneMoments} in loops that HotSpot 17 vectorises. */
final class PlainPlaneMoments implements PlaneMoments {
  private static final int LANES = Exponentials.LANES;

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
    for (int i = 0; i < 2; i++) {
      double y = points[at + 2 * i];
      double z = points[at + 2 * i + 1];
      double share = shares[from + i];
      double[] w = weights[from + i];
      first(y, share, w, slope[0], intercept[0], sums[0], sums[1], sums[3]);
      second(y, z, share, w, slope, intercept, sums);
    }
  }

  private static void first(
      double y,
      double share,
      double[] w,
      double[] a,
      double[] b,
      double[] mass,
      double[] first,
      double[] square) {
    for (int l = 0; l < LANES; l++) {
      double e = Math.fma(y, a[l], b[l]);
      double p = share * w[l];
      double pe = p * e;
      mass[l] += p;
      first[l] += pe;
      square[l] = Math.fma(pe, e, square[l]);
    }
  }

  private static void second(
      double y,
      double z,
      double share,
      double[] w,
      double[][] slope,
      double[][] intercept,
      double[][] sums) {
    double[] a = slope[0];
    double[] g = slope[1];
    double[] h = slope[2];
    double[] b = intercept[0];
    double[] d = intercept[1];
    double[] first = sums[2];
    double[] product = sums[4];
    double[] square = sums[5];
    for (int l = 0; l < LANES; l++) {
      double e = Math.fma(y, a[l], b[l]);
      double f = Math.fma(z, h[l], Math.fma(y, g[l], d[l]));
      double pf = share * w[l] * f;
      first[l] += pf;
      product[l] = Math.fma(pf, e, product[l]);
      square[l] = Math.fma(pf, f, square[l]);
    }
  }
}
