package org.debye.inference.nuts;

import java.util.Arrays;
import org.debye.inference.LogDensity;

/**
 * Coordinates in which the latents of a blocked density depend less on its globals: with d = x_g -
 * m,
 *
 * <pre>
 * x_g = z_g,   x_j = centre_j + B_j d + s(c_j d) z_j,   s(a) = (a/2 + sqrt(1 + a^2/4))^2.
 * </pre>
 *
 * <p>B_j moves a latent with the globals as its conditional mean does; c_j stretches it as its
 * conditional scale does, so that a funnel becomes straight: Neal's has c = 1/2, and centred
 * hierarchical models become non-centred by as much as their data leave open. s is exp(a) to second
 * order, but grows like a^2 and is smooth, positive and cheap; log s = 2 asinh(a/2). The map is a
 * bijection whatever B and c, so that no estimate of them biases the draws.
 */
final class ConditionalChart implements Chart, LogDensity {
  private static final int STRIP = 4;
  private static final int PRODUCT = 16;

  private final LogDensity inner;
  private final BlockShape shape;
  private final double[] centre;
  private final double[][] shifts;
  private final double[][] stretches;
  private final double[] deviation;
  private final double[] x;
  private final double[] location;
  private final double[] exponent;
  private final double[] scale;
  private final double[] steepness;

  /**
   * @param centre m, then the latents' centres
   * @param shifts B: for each global its coefficient in each latent
   * @param stretches c, likewise
   */
  ConditionalChart(
      LogDensity inner,
      BlockShape shape,
      double[] centre,
      double[][] shifts,
      double[][] stretches) {
    this.inner = inner;
    this.shape = shape;
    this.centre = centre;
    this.shifts = padded(shifts, shape.latents());
    this.stretches = padded(stretches, shape.latents());
    deviation = new double[this.shifts.length];
    x = new double[shape.dimension()];
    location = new double[shape.latents()];
    exponent = new double[shape.latents()];
    scale = new double[shape.latents()];
    steepness = new double[shape.latents()];
  }

  /** Rows of zeros up to a multiple of four. */
  private static double[][] padded(double[][] rows, int length) {
    double[][] all = new double[(rows.length + STRIP - 1) / STRIP * STRIP][];
    for (int k = 0; k < all.length; k++) {
      all[k] = k < rows.length ? rows[k] : new double[length];
    }
    return all;
  }

  @Override
  public LogDensity density() {
    return this;
  }

  @Override
  public int dimension() {
    return shape.dimension();
  }

  @Override
  public double evaluate(double[] z, double[] gradient) {
    condition(z);
    place(z);
    double logDensity = inner.evaluate(x, gradient) + logScales();
    pullBack(z, gradient);
    return logDensity;
  }

  /**
   * Turns a gradient with respect to x into one with respect to z, Jacobian included.
   *
   * @param z the point that {@link #enter} or {@link #leave} was last called for
   */
  void pullBack(double[] z, double[] gradient) {
    int g = shape.globals();
    for (int j = 0; j < location.length; j++) {
      location[j] = gradient[g + j];
      gradient[g + j] *= scale[j];
      exponent[j] = (gradient[g + j] * z[g + j] + 1) * steepness[j];
    }
    for (int k = 0; k < shifts.length; k += STRIP) {
      push(shifts, location, k, gradient);
      push(stretches, exponent, k, gradient);
    }
  }

  @Override
  public void enter(double[] position, double[] z) {
    condition(position);
    int g = shape.globals();
    System.arraycopy(position, 0, z, 0, g);
    for (int j = 0; j < location.length; j++) {
      z[g + j] = (position[g + j] - location[j]) / scale[j];
    }
  }

  @Override
  public double[] leave(double[] z) {
    condition(z);
    place(z);
    return x;
  }

  @Override
  public double logJacobian(double[] z) {
    condition(z);
    return logScales();
  }

  /** Locations, scales and slopes of log s at these globals. */
  private void condition(double[] globals) {
    for (int k = 0; k < shape.globals(); k++) {
      deviation[k] = globals[k] - centre[k];
    }
    System.arraycopy(centre, shape.globals(), location, 0, location.length);
    Arrays.fill(exponent, 0);
    for (int k = 0; k < shifts.length; k += STRIP) {
      pull(shifts, k, location);
      pull(stretches, k, exponent);
    }
    for (int j = 0; j < exponent.length; j++) {
      double half = 0.5 * exponent[j];
      double root = Math.sqrt(1 + half * half);
      // For a < 0 the sum cancels; its inverse does not.
      double sum = Math.abs(half) + root;
      double s = half < 0 ? 1 / sum : sum;
      scale[j] = s * s;
      steepness[j] = 1 / root;
    }
  }

  private void place(double[] z) {
    int g = shape.globals();
    System.arraycopy(z, 0, x, 0, g);
    for (int j = 0; j < location.length; j++) {
      x[g + j] = location[j] + scale[j] * z[g + j];
    }
  }

  private double logScales() {
    double sum = 0;
    for (int start = 0; start < scale.length; start += PRODUCT) {
      double product = 1;
      int end = Math.min(start + PRODUCT, scale.length);
      for (int j = start; j < end; j++) {
        product *= scale[j];
      }
      sum += Math.log(product);
    }
    return sum;
  }

  /** sums += four rows times the deviation. */
  private void pull(double[][] rows, int k, double[] sums) {
    double[] row0 = rows[k];
    double[] row1 = rows[k + 1];
    double[] row2 = rows[k + 2];
    double[] row3 = rows[k + 3];
    double d0 = deviation[k];
    double d1 = deviation[k + 1];
    double d2 = deviation[k + 2];
    double d3 = deviation[k + 3];
    for (int j = 0; j < sums.length; j++) {
      sums[j] += row0[j] * d0 + row1[j] * d1 + row2[j] * d2 + row3[j] * d3;
    }
  }

  /** Adds the products of four rows with a vector to the gradient of their globals. */
  private void push(double[][] rows, double[] vector, int k, double[] gradient) {
    double[] row0 = rows[k];
    double[] row1 = rows[k + 1];
    double[] row2 = rows[k + 2];
    double[] row3 = rows[k + 3];
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int j = 0; j < vector.length; j++) {
      double v = vector[j];
      sum0 += row0[j] * v;
      sum1 += row1[j] * v;
      sum2 += row2[j] * v;
      sum3 += row3[j] * v;
    }
    int left = shape.globals() - k;
    gradient[k] += sum0;
    if (left > 1) {
      gradient[k + 1] += sum1;
    }
    if (left > 2) {
      gradient[k + 2] += sum2;
    }
    if (left > 3) {
      gradient[k + 3] += sum3;
    }
  }
}
