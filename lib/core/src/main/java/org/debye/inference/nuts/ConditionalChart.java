package org.debye.inference.nuts;

import java.util.Arrays;
import org.debye.inference.LogDensity;

/**
 * Coordinates in which the latents of a blocked density depend less on its globals: with d = x_g -
 * m,
 *
 * <pre>
 * x_g = z_g,   x_j = centre_j + B_j d + exp(c_j d) z_j.
 * </pre>
 *
 * <p>B_j moves a latent with the globals as its conditional mean does; c_j stretches it as its
 * conditional scale does, so that a funnel becomes straight: Neal's has c = 1/2, and the chart of
 * centred hierarchical models is the non-centred one by as much as their data leave open. The map
 * is a bijection whatever B and c, so that no estimate of them biases the draws. log |J| = sum c_j
 * d.
 *
 * <p>Costs four products of globals x latents an evaluation, beside the density itself.
 */
final class ConditionalChart implements Chart, LogDensity {
  private static final int STRIP = 4;
  private static final int PARTS = PartedVector.PARTS;

  /** Exponents up to here go through a polynomial. */
  private static final double SMALL = 4;

  private final LogDensity inner;
  private final BlockShape shape;
  private final double[] globalCentre;
  private final PartedVector centre;
  private final PartedVector[] shifts;
  private final PartedVector[] stretches;
  private final double[] deviation;
  private final double[] x;
  private final double[] sums;
  private final PartedVector location;
  private final PartedVector exponent;
  private final PartedVector scale;
  private final double[] stretchSums;
  private final double[] stretchBounds;
  private final PartedVector latents;
  private final PartedVector slopes;

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
    int n = shape.latents();
    globalCentre = Arrays.copyOf(centre, shape.globals());
    this.centre = new PartedVector(n);
    this.centre.read(centre, shape.globals());
    this.shifts = parted(shifts, n);
    this.stretches = parted(stretches, n);
    deviation = new double[this.shifts.length];
    x = new double[shape.dimension()];
    location = new PartedVector(n);
    exponent = new PartedVector(n);
    scale = new PartedVector(n);
    stretchSums = new double[deviation.length];
    stretchBounds = new double[deviation.length];
    for (int k = 0; k < stretches.length; k++) {
      for (double stretch : stretches[k]) {
        stretchSums[k] += stretch;
        stretchBounds[k] = Math.max(stretchBounds[k], Math.abs(stretch));
      }
    }
    latents = new PartedVector(n);
    slopes = new PartedVector(n);
    sums = new double[location.parts[0].length];
  }

  /** With rows of zeros up to a multiple of four. */
  private static PartedVector[] parted(double[][] rows, int length) {
    PartedVector[] all = new PartedVector[(rows.length + STRIP - 1) / STRIP * STRIP];
    for (int k = 0; k < all.length; k++) {
      all[k] = k < rows.length ? PartedVector.of(rows[k]) : new PartedVector(length);
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
    double logDensity = inner.evaluate(x, gradient) + sumOfExponents();
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
    latents.read(z, g);
    slopes.read(gradient, g);
    for (int k = 0; k < g; k++) {
      gradient[k] += shifts[k].times(slopes, sums);
    }
    for (int p = 0; p < PARTS; p++) {
      stretch(slopes.parts[p], scale.parts[p]);
      slopesOfExponent(p);
    }
    for (int k = 0; k < g; k++) {
      gradient[k] += stretches[k].times(exponent, sums) + stretchSums[k];
    }
    slopes.write(gradient, g);
  }

  private static void stretch(double[] slope, double[] scale) {
    for (int i = 0; i < slope.length; i++) {
      slope[i] *= scale[i];
    }
  }

  private void slopesOfExponent(int part) {
    double[] out = exponent.parts[part];
    double[] slope = slopes.parts[part];
    double[] z = latents.parts[part];
    for (int i = 0; i < out.length; i++) {
      out[i] = slope[i] * z[i];
    }
  }

  @Override
  public void enter(double[] position, double[] z) {
    condition(position);
    int g = shape.globals();
    System.arraycopy(position, 0, z, 0, g);
    latents.read(position, g);
    for (int p = 0; p < PARTS; p++) {
      for (int i = 0; i < sums.length; i++) {
        latents.parts[p][i] = (latents.parts[p][i] - location.parts[p][i]) / scale.parts[p][i];
      }
    }
    latents.write(z, g);
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
    return sumOfExponents();
  }

  /** Locations and scales at these globals. */
  private void condition(double[] globals) {
    for (int k = 0; k < globalCentre.length; k++) {
      deviation[k] = globals[k] - globalCentre[k];
    }
    location.take(centre);
    exponent.clear();
    boolean small = largestExponent() <= SMALL;
    for (int p = 0; p < PARTS; p++) {
      for (int k = 0; k < shifts.length; k += STRIP) {
        pull(shifts, k, p, location.parts[p]);
        pull(stretches, k, p, exponent.parts[p]);
      }
      if (small) {
        exponentiateSmall(exponent.parts[p], scale.parts[p]);
      } else {
        exponentiate(exponent.parts[p], scale.parts[p]);
      }
    }
  }

  /** A bound of the absolute values of all exponents. */
  private double largestExponent() {
    double bound = 0;
    for (int k = 0; k < deviation.length; k++) {
      bound += Math.abs(deviation[k]) * stretchBounds[k];
    }
    return bound;
  }

  private double sumOfExponents() {
    double sum = 0;
    for (int k = 0; k < deviation.length; k++) {
      sum += deviation[k] * stretchSums[k];
    }
    return sum;
  }

  /**
   * exp to 1e-13 of itself: Taylor's series for a sixteenth of the exponent, squared four times.
   * The compiler vectorises it.
   */
  private static void exponentiateSmall(double[] exponent, double[] scale) {
    for (int i = 0; i < exponent.length; i++) {
      double r = 0.0625 * exponent[i];
      double tail = 1.0 / 5040 + r * (1.0 / 40320 + r * (1.0 / 362880 + r * (1.0 / 3628800)));
      double middle = 1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * tail));
      double root = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * middle)));
      double square = root * root;
      double fourth = square * square;
      double eighth = fourth * fourth;
      scale[i] = eighth * eighth;
    }
  }

  private static void exponentiate(double[] exponent, double[] scale) {
    for (int i = 0; i < exponent.length; i++) {
      scale[i] = Math.exp(exponent[i]);
    }
  }

  private void place(double[] z) {
    int g = shape.globals();
    System.arraycopy(z, 0, x, 0, g);
    latents.read(z, g);
    for (int p = 0; p < PARTS; p++) {
      place(latents.parts[p], location.parts[p], scale.parts[p]);
    }
    latents.write(x, g);
  }

  private static void place(double[] latents, double[] location, double[] scale) {
    for (int i = 0; i < latents.length; i++) {
      latents[i] = location[i] + scale[i] * latents[i];
    }
  }

  /** Adds four rows times the deviation, in one part. */
  private void pull(PartedVector[] rows, int k, int part, double[] sums) {
    double[] row0 = rows[k].parts[part];
    double[] row1 = rows[k + 1].parts[part];
    double[] row2 = rows[k + 2].parts[part];
    double[] row3 = rows[k + 3].parts[part];
    double d0 = deviation[k];
    double d1 = deviation[k + 1];
    double d2 = deviation[k + 2];
    double d3 = deviation[k + 3];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row0[i] * d0 + row1[i] * d1 + row2[i] * d2 + row3[i] * d3;
    }
  }
}
