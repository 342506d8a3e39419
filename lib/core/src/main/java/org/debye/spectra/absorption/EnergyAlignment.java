package org.debye.spectra.absorption;

import org.debye.numeric.CubicSpline;

/**
 * The shift of a spectrum that makes it most like another: the largest Pearson correlation, as
 * Carbone et al. 2019 (Fig. 4) lay computed spectra over measured ones.
 *
 * @param shift eV that the moved spectrum goes to higher energies
 * @param correlation of the two then, -1 to 1
 */
public record EnergyAlignment(double shift, double correlation) {

  /**
   * Tries all shifts of a range, then those between the neighbours of the best ever finer, down to
   * 1 meV.
   *
   * @param grid where the two are compared, within the still one
   * @param still strictly ascending
   * @param moved strictly ascending; shifts by which it no longer covers the grid are left out
   * @param reach largest shift to either side, eV
   */
  public static EnergyAlignment of(
      EnergyGrid grid, AbsorptionScan still, AbsorptionScan moved, double reach) {
    double[] fixed = grid.interpolated(still.energy(), still.absorption(), 0);
    CubicSpline spline = CubicSpline.through(moved.energy(), moved.absorption());
    double[] energy = moved.energy();
    double lowest = Math.max(-reach, grid.energy(grid.points() - 1) - energy[energy.length - 1]);
    double highest = Math.min(reach, grid.start() - energy[0]);
    if (lowest > highest) {
      throw new IllegalArgumentException("no shift within " + reach + " eV covers the grid");
    }
    double step = grid.step() / 2;
    EnergyAlignment best = search(grid, fixed, spline, lowest, highest, step);
    while (step > 1e-3) {
      double from = Math.max(lowest, best.shift - step);
      double to = Math.min(highest, best.shift + step);
      step /= 5;
      best = search(grid, fixed, spline, from, to, step);
    }
    return best;
  }

  private static EnergyAlignment search(
      EnergyGrid grid, double[] fixed, CubicSpline moved, double from, double to, double step) {
    EnergyAlignment best = new EnergyAlignment(from, Double.NEGATIVE_INFINITY);
    int steps = (int) Math.ceil((to - from) / step);
    for (int k = 0; k <= steps; k++) {
      double shift = Math.min(to, from + k * step);
      double[] values = new double[grid.points()];
      for (int i = 0; i < values.length; i++) {
        values[i] = moved.at(grid.energy(i) - shift);
      }
      double correlation = correlation(fixed, values);
      if (correlation > best.correlation) {
        best = new EnergyAlignment(shift, correlation);
      }
    }
    return best;
  }

  /** Pearson's; NaN where one is constant. */
  static double correlation(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += a[i] / a.length;
      meanB += b[i] / a.length;
    }
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < a.length; i++) {
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
      ab += (a[i] - meanA) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
