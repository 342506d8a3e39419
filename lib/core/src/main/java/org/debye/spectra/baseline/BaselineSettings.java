package org.debye.spectra.baseline;

import java.io.Serializable;

/** Which baseline, and its parameters. Lengths are in points of an evenly spaced axis. */
public sealed interface BaselineSettings extends Serializable {

  /** No baseline: zero wherever the spectrum has a value. */
  record None() implements BaselineSettings {}

  /**
   * Asymmetric least squares: minimises sum w (y - z)^2 + lambda sum (second difference of z)^2,
   * where w is p above the curve, 1 - p below it and 0 on it. Gaps have weight 0, so the curve
   * crosses them as a cubic.
   *
   * <p>Source: Eilers &amp; Boelens 2005, "Baseline correction with asymmetric least squares
   * smoothing", section 2. The number of iterations is fixed, as in the published analysis of the
   * compression ramp, whose values are the defaults. Differs: a curve that meets all points but one
   * to rounding (a straight line as spectrum) ends the loop. Weak on crowded diffraction patterns,
   * where the curve climbs into clusters of peaks: prefer {@link Snip} or {@link ArPls} there.
   *
   * @param lambda stiffness, above 0; the same shape at n times the points needs n^4 times the
   *     lambda. From about 1e15 on doubles cannot tell the weights beside it, and the baseline is
   *     NaN
   * @param asymmetry p, in (0, 1)
   * @param iterations weighted fits, at least 1
   */
  record Als(double lambda, double asymmetry, int iterations) implements BaselineSettings {
    public static final Als DEFAULT = new Als(1e5, 0.002, 10);

    public Als {
      requirePositive("lambda", lambda);
      if (!(asymmetry > 0 && asymmetry < 1)) {
        throw new IllegalArgumentException("asymmetry must lie in (0, 1), got " + asymmetry);
      }
      requireAtLeast("iterations", iterations, 1);
    }
  }

  /**
   * Asymmetrically reweighted penalised least squares: the curve of {@link Als} with logistic
   * weights w = 1 / (1 + exp(2 (d - (2 s - m)) / s)), d = y - z, m and s the mean and the standard
   * deviation (n - 1 in the denominator) of the negative d. Gaps have weight 0.
   *
   * <p>Source: Baek, Park, Ahn &amp; Choo 2015, Analyst 140:250, algorithm in section 2.3. Stops
   * when |w - w'| / |w| falls below the ratio, or at the given number of fits.
   *
   * @param lambda stiffness, above 0, limited as for {@link Als}. The curve bends over about
   *     lambda^(1/4) points: see {@link #rescaled}
   * @param ratio relative change of the weights at which to stop, above 0
   * @param maxIterations weighted fits at most, at least 1
   */
  record ArPls(double lambda, double ratio, int maxIterations) implements BaselineSettings {
    public static final ArPls DEFAULT = new ArPls(1e5, 1e-6, 50);

    public ArPls {
      requirePositive("lambda", lambda);
      requirePositive("ratio", ratio);
      requireAtLeast("maxIterations", maxIterations, 1);
    }

    /**
     * The settings that draw the same curve when the same range is binned into another number of
     * points: lambda grows with the fourth power of the density.
     */
    public ArPls rescaled(int fromPoints, int toPoints) {
      return new ArPls(lambda * Math.pow((double) toPoints / fromPoints, 4), ratio, maxIterations);
    }
  }

  /**
   * Statistics-sensitive non-linear iterative peak clipping: y becomes min(y, mean of the two
   * points p away) for each p of the window. Never above the data (on the linear scale). Gaps are
   * bridged by straight lines first.
   *
   * <p>Source: Ryan et al. 1988, Nucl. Instrum. Methods B34:396 (clipping, LLS scale); Morhac et
   * al. 1997, Nucl. Instrum. Methods A401:113 (decreasing window). Points nearer to an end than p
   * are left alone in pass p. Differs: where a spectrum has negative values, the LLS scale is taken
   * of the spectrum lifted to a minimum of zero.
   *
   * @param halfWindow largest p, in points: the width of the broadest peak to be removed; at least
   *     1
   * @param order in which p runs
   * @param scale on which the clipping is done
   */
  record Snip(int halfWindow, WindowOrder order, IntensityScale scale) implements BaselineSettings {
    public static final Snip DEFAULT = new Snip(40, WindowOrder.DECREASING, IntensityScale.LINEAR);

    public Snip {
      requireAtLeast("halfWindow", halfWindow, 1);
    }

    /** The way the clipping window changes from pass to pass. */
    public enum WindowOrder {
      /** From the half window down to 1: a smoother baseline (Morhac). */
      DECREASING,
      /** From 1 up to the half window (Ryan). */
      INCREASING
    }

    /** The scale of the intensities while they are clipped. */
    public enum IntensityScale {
      LINEAR,
      /** ln(ln(sqrt(y + 1) + 1) + 1), for peaks over several orders of magnitude. */
      LLS
    }
  }

  /**
   * Smooth Bruckner, the automatic background of Dioptas: the spectrum is repeatedly replaced by
   * min(y, running mean) and then fitted by a Chebyshev series. Gaps are bridged by straight lines
   * first, and the bridges count in the fit.
   *
   * <p>Source: Bruckner 2000, J. Appl. Cryst. 33:977, as in the compiled {@code smooth_bruckner} of
   * Dioptas 0.5.2 and xypattern 1.2, whose results are met. As there, spectra are continued beyond
   * their ends by their first and last value, the running mean never visits the last 2 N + 2
   * points, and the fit may rise above the data. Dioptas's slower Python twin first cuts the
   * spectrum at mean + 2 (mean - minimum); that is not done here.
   *
   * @param smoothPoints N, half width of the running mean, in points; at least 1. Dioptas asks for
   *     a width on the axis: see {@link #ofWidth}
   * @param iterations passes of the running mean, at least 1
   * @param order of the Chebyshev series, at least 0; needs more points than that
   */
  record SmoothBruckner(int smoothPoints, int iterations, int order) implements BaselineSettings {
    public static final SmoothBruckner DEFAULT = new SmoothBruckner(20, 50, 50);

    public SmoothBruckner {
      requireAtLeast("smoothPoints", smoothPoints, 1);
      requireAtLeast("iterations", iterations, 1);
      requireAtLeast("order", order, 0);
    }

    /**
     * As Dioptas is told: {@code smooth_width} on the axis, cut down to whole points.
     *
     * @param width on the axis, in its unit
     * @param step between two points of the axis, in its unit
     */
    public static SmoothBruckner ofWidth(double width, double step, int iterations, int order) {
      return new SmoothBruckner((int) (width / step), iterations, order);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
    }
  }
}
