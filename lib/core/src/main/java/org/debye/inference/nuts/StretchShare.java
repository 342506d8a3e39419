package org.debye.inference.nuts;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of the estimated stretches to use. To first order the gradient of the globals in the
 * chart is h0 + t h1 for a share t, with h0 from the shifts and h1 from the stretches; the share
 * that is taken makes log det cov(h0 + t h1) smallest.
 */
final class StretchShare {
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

  private final BlockShape shape;
  private final double[] centre;
  private final double[][] shifts;
  private final double[][] stretches;

  StretchShare(BlockShape shape, double[] centre, double[][] shifts, double[][] stretches) {
    this.shape = shape;
    this.centre = centre;
    this.shifts = shifts;
    this.stretches = stretches;
  }

  /** One of 0, 1/4 .. 1; 1/2 where there are too few draws to tell. */
  double best(List<double[]> draws, List<double[]> gradients) {
    int g = shape.globals();
    if (draws.size() < 2 * g) {
      return 0.5;
    }
    List<double[]> plain = new ArrayList<>();
    List<double[]> stretched = new ArrayList<>();
    for (int m = 0; m < draws.size(); m++) {
      double[] h0 = new double[g];
      double[] h1 = new double[g];
      split(draws.get(m), gradients.get(m), h0, h1);
      plain.add(h0);
      stretched.add(h1);
    }
    double best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double share : SHARES) {
      double size = logDeterminant(plain, stretched, share);
      if (size < smallest) {
        smallest = size;
        best = share;
      }
    }
    return best;
  }

  private void split(double[] draw, double[] gradient, double[] h0, double[] h1) {
    int g = shape.globals();
    double[] residual = new double[shape.latents()];
    for (int j = 0; j < residual.length; j++) {
      residual[j] = draw[g + j] - centre[g + j];
    }
    for (int k = 0; k < g; k++) {
      double deviation = draw[k] - centre[k];
      for (int j = 0; j < residual.length; j++) {
        residual[j] -= shifts[k][j] * deviation;
      }
    }
    for (int k = 0; k < g; k++) {
      h0[k] = gradient[k];
      for (int j = 0; j < residual.length; j++) {
        h0[k] += shifts[k][j] * gradient[g + j];
        h1[k] += stretches[k][j] * (gradient[g + j] * residual[j] + 1);
      }
    }
  }

  private double logDeterminant(List<double[]> plain, List<double[]> stretched, double share) {
    int g = shape.globals();
    List<double[]> sums = new ArrayList<>();
    int[] coordinates = new int[g];
    for (int k = 0; k < g; k++) {
      coordinates[k] = k;
    }
    for (int m = 0; m < plain.size(); m++) {
      double[] sum = plain.get(m).clone();
      for (int k = 0; k < g; k++) {
        sum[k] += share * stretched.get(m)[k];
      }
      sums.add(sum);
    }
    double[] covariance = FisherBlock.sample(sums, coordinates);
    if (!Cholesky.positive(covariance, g)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] factor = Cholesky.factor(covariance, g);
    double sum = 0;
    for (int k = 0; k < g; k++) {
      sum += 2 * Math.log(factor[k * g + k]);
    }
    return sum;
  }
}
