package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.Hyperbolic;

/**
 * Where the nodes of each observation's quadrature lie, given the globals: t = m + S z, first with
 * m the mode of the observation's conditional density in the stretched stick coordinates and S S'
 * the inverse of its curvature there, by Gauss-Newton steps from the global weights; then, by
 * {@link #match}, with the mean and covariance that a small rule so placed finds (Naylor and Smith
 * 1982), which see the skewness and the tails that a mode and its curvature do not. All of it
 * depends on the globals and the observation alone.
 *
 * <p>A block of observations at a time: centres and factors are rows of lanes.
 */
final class AbundancePlacement {
  private static final int LANES = Lanes.COUNT;
  private static final int STEPS = 6;
  private static final double LONGEST_STEP = 1.5;

  /**
   * Least curvature: in units of 1 / t^2, and of the expected curvature of the Dirichlet density.
   */
  private static final double LEAST_CURVATURE = 0.3;

  /** Least variance of what moments say, in units of the curvature's. */
  private static final double LEAST_VARIANCE = 0.05;

  private final int sticks;
  private final StickRow[] stick;
  private final double[][] abundance;
  private final double[] rest = new double[LANES];
  private final double[][] derivative;
  private final double[][] slope;
  private final double[][] curvature;
  private final double[][] factor;
  private final double[] step = new double[LANES];
  private final double[] work = new double[LANES];
  private final double[] root;
  private final double[] mean;

  /** Of the block: b rows. */
  final double[][] centre;

  /** Of the block: the lower triangle, entry (i, j) at i (i + 1) / 2 + j. */
  final double[][] spread;

  /** Of the block: sum_k a_k log w_k - e'e / 2 at the mode. */
  final double[] peak = new double[LANES];

  AbundancePlacement(MixingLayout layout, Exponentials exponentials) {
    sticks = layout.endmembers() - 1;
    int triangle = sticks * (sticks + 1) / 2;
    stick = new StickRow[sticks];
    Arrays.setAll(stick, k -> new StickRow(exponentials, StrictMath.log(sticks - k)));
    abundance = Lanes.rows(layout.endmembers());
    derivative = Lanes.rows(layout.dimensions() * sticks);
    slope = Lanes.rows(sticks);
    curvature = Lanes.rows(triangle);
    factor = Lanes.rows(triangle);
    centre = Lanes.rows(sticks);
    spread = Lanes.rows(triangle);
    root = new double[triangle];
    mean = new double[sticks];
  }

  /** Centres and factors, by mode and curvature, of the block that the residuals have loaded. */
  void place(Shapes shapes, ResidualRows residuals) {
    for (int k = 0; k < sticks; k++) {
      double logit = StrictMath.log(shapes.of(k) / shapes.after(k)) + StrictMath.log(sticks - k);
      Arrays.fill(stick[k].coordinate, Hyperbolic.asinh(logit));
    }
    for (int n = 0; n < STEPS; n++) {
      expand(shapes, residuals);
      walk();
    }
    expand(shapes, residuals);
    peak(shapes, residuals);
    for (int k = 0; k < sticks; k++) {
      System.arraycopy(stick[k].coordinate, 0, centre[k], 0, LANES);
    }
  }

  /** Slope, curvature and its factor at the sticks' coordinates. */
  private void expand(Shapes shapes, ResidualRows residuals) {
    Arrays.fill(rest, 1);
    for (int k = 0; k < sticks; k++) {
      stick[k].take();
      Lanes.product(rest, stick[k].taken, abundance[k]);
      Lanes.product(rest, stick[k].left, rest);
    }
    System.arraycopy(rest, 0, abundance[sticks], 0, LANES);
    residuals.standardise(abundance);
    for (int k = 0; k < sticks; k++) {
      differentiate(k, residuals);
      ofPrior(k, shapes.of(k), shapes.after(k));
      for (int d = 0; d < residuals.dimensions; d++) {
        double[] m = derivative[d * sticks + k];
        Lanes.addProduct(m, residuals.standardised[d], slope[k]);
        for (int j = 0; j <= k; j++) {
          Lanes.addProduct(m, derivative[d * sticks + j], curvature[ResidualRows.entry(k, j)]);
        }
      }
    }
    factorise();
  }

  /** M^-1 S^-1 times the slope of C w by stick k. */
  private void differentiate(int k, ResidualRows residuals) {
    double[] z = stick[k].taken;
    double[] q = stick[k].left;
    double[] cosh = stick[k].cosh;
    for (int d = 0; d < residuals.dimensions; d++) {
      double[] m = derivative[d * sticks + k];
      Arrays.fill(m, 0);
      for (int j = k + 1; j <= sticks; j++) {
        Lanes.add(-residuals.coordinate(j, d), abundance[j], m);
      }
      double here = residuals.coordinate(k, d);
      double scale = residuals.inverseScale[d];
      double[] w = abundance[k];
      for (int l = 0; l < LANES; l++) {
        m[l] = scale * cosh[l] * Math.fma(z[l], m[l], here * w[l] * q[l]);
      }
      for (int j = 0; j < d; j++) {
        Lanes.subtractProduct(
            residuals.factors[ResidualRows.entry(d, j)], derivative[j * sticks + k], m);
      }
      if (d > 0) {
        Lanes.product(residuals.inverseDiagonal[d], m, m);
      }
    }
  }

  /** Of a log z + after log q + log cosh t: its slope, and its curvature or what stands for it. */
  private void ofPrior(int k, double a, double after) {
    double[] z = stick[k].taken;
    double[] q = stick[k].left;
    double[] sinh = stick[k].sinh;
    double[] cosh = stick[k].cosh;
    double[] g = slope[k];
    double[] h = curvature[ResidualRows.entry(k, k)];
    for (int j = 0; j < k; j++) {
      Arrays.fill(curvature[ResidualRows.entry(k, j)], 0);
    }
    for (int l = 0; l < LANES; l++) {
      double inverse = 1 / cosh[l];
      double byLogit = a * q[l] - after * z[l];
      double expected = (a + after) * z[l] * q[l] * cosh[l] * cosh[l];
      double exact = expected - byLogit * sinh[l] - inverse * inverse;
      g[l] = byLogit * cosh[l] + sinh[l] * inverse;
      double least = LEAST_CURVATURE * (1 + expected);
      h[l] = 0.5 * (exact + least + Math.abs(exact - least));
    }
  }

  /** S lower triangular with S S' the inverse of the curvature H = U U', U upper: S = U'^-1. */
  private void factorise() {
    for (int j = sticks - 1; j >= 0; j--) {
      for (int i = j; i >= 0; i--) {
        double[] u = factor[ResidualRows.entry(j, i)];
        System.arraycopy(curvature[ResidualRows.entry(j, i)], 0, u, 0, LANES);
        for (int k = j + 1; k < sticks; k++) {
          Lanes.subtractProduct(
              factor[ResidualRows.entry(k, i)], factor[ResidualRows.entry(k, j)], u);
        }
        if (i == j) {
          inverseRoot(u);
        } else {
          Lanes.product(factor[ResidualRows.entry(j, j)], u, u);
        }
      }
    }
    for (int j = 0; j < sticks; j++) {
      System.arraycopy(diagonal(j), 0, spread[ResidualRows.entry(j, j)], 0, LANES);
      for (int i = j + 1; i < sticks; i++) {
        double[] s = spread[ResidualRows.entry(i, j)];
        Arrays.fill(s, 0);
        for (int k = j; k < i; k++) {
          Lanes.subtractProduct(
              factor[ResidualRows.entry(i, k)], spread[ResidualRows.entry(k, j)], s);
        }
        Lanes.product(diagonal(i), s, s);
      }
    }
  }

  /** 1 / U_jj. */
  private double[] diagonal(int j) {
    return factor[ResidualRows.entry(j, j)];
  }

  private static void inverseRoot(double[] x) {
    for (int l = 0; l < LANES; l++) {
      x[l] = 1 / Math.sqrt(x[l]);
    }
  }

  /** t += S S' g, each coordinate by at most the longest step. */
  private void walk() {
    for (int j = 0; j < sticks; j++) {
      Arrays.fill(work, 0);
      for (int i = j; i < sticks; i++) {
        Lanes.addProduct(spread[ResidualRows.entry(i, j)], slope[i], work);
      }
      System.arraycopy(work, 0, centre[j], 0, LANES);
    }
    for (int i = sticks - 1; i >= 0; i--) {
      Arrays.fill(step, 0);
      for (int j = 0; j <= i; j++) {
        Lanes.addProduct(spread[ResidualRows.entry(i, j)], centre[j], step);
      }
      Lanes.limitBySize(step, LONGEST_STEP);
      Lanes.add(1, step, stick[i].coordinate);
    }
  }

  private void peak(Shapes shapes, ResidualRows residuals) {
    Arrays.fill(peak, 0);
    for (int k = 0; k < sticks; k++) {
      Lanes.add(shapes.of(k), stick[k].logTaken, peak);
      Lanes.add(shapes.after(k), stick[k].logLeft, peak);
    }
    Arrays.fill(work, 0);
    for (int d = 0; d < residuals.dimensions; d++) {
      Lanes.addProduct(residuals.standardised[d], residuals.standardised[d], work);
    }
    Lanes.add(-0.5, work, peak);
  }

  /**
   * Moves centres and factors to these moments of z.
   *
   * @param means b rows
   * @param squares lower triangle of rows, about zero
   */
  void match(double[][] means, double[][] squares) {
    for (int lane = 0; lane < LANES; lane++) {
      for (int i = 0; i < sticks; i++) {
        mean[i] = means[i][lane];
        for (int j = 0; j <= i; j++) {
          int at = ResidualRows.entry(i, j);
          double value = squares[at][lane] - mean[i] * mean[j];
          for (int k = 0; k < j; k++) {
            value -= root[ResidualRows.entry(i, k)] * root[ResidualRows.entry(j, k)];
          }
          root[at] =
              i == j
                  ? Math.sqrt(Math.max(value, LEAST_VARIANCE))
                  : value / root[ResidualRows.entry(j, j)];
        }
      }
      compose(lane);
    }
  }

  /** m + S (mean + root z), from the last row back. */
  private void compose(int lane) {
    for (int i = sticks - 1; i >= 0; i--) {
      for (int k = 0; k <= i; k++) {
        centre[i][lane] += spread[ResidualRows.entry(i, k)][lane] * mean[k];
      }
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = j; k <= i; k++) {
          sum += spread[ResidualRows.entry(i, k)][lane] * root[ResidualRows.entry(k, j)];
        }
        spread[ResidualRows.entry(i, j)][lane] = sum;
      }
    }
  }
}
