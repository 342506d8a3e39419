package org.debye.spectra.absorption;

import java.util.List;
import org.debye.numeric.CubicSpline;

/**
 * The mean of repeated scans, on the first one's energies by splines through the others, where all
 * of them have values.
 *
 * @param energy eV
 * @param mean of the scans
 * @param deviation standard deviation of the scans at each energy, divisor n - 1; 0 of a single one
 */
public record MergedScans(double[] energy, double[] mean, double[] deviation) {

  /**
   * Merges scans.
   *
   * @param scans at least one, each strictly ascending with at least 2 points, overlapping
   */
  public static MergedScans of(List<AbsorptionScan> scans) {
    double[] energy = scans.get(0).energy();
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (AbsorptionScan scan : scans) {
      low = Math.max(low, scan.energy()[0]);
      high = Math.min(high, scan.energy()[scan.points() - 1]);
    }
    int from = 0;
    while (from < energy.length && energy[from] < low) {
      from++;
    }
    int to = energy.length;
    while (to > from && energy[to - 1] > high) {
      to--;
    }
    if (from == to) {
      throw new IllegalArgumentException("scans without common energies");
    }
    return mean(scans, scans.get(0).part(from, to).energy());
  }

  private static MergedScans mean(List<AbsorptionScan> scans, double[] energy) {
    int n = scans.size();
    double[][] values = new double[n][];
    for (int k = 0; k < n; k++) {
      AbsorptionScan scan = scans.get(k);
      values[k] = CubicSpline.through(scan.energy(), scan.absorption()).at(energy);
    }
    double[] mean = new double[energy.length];
    double[] deviation = new double[energy.length];
    for (int i = 0; i < energy.length; i++) {
      for (int k = 0; k < n; k++) {
        mean[i] += values[k][i] / n;
      }
      for (int k = 0; k < n && n > 1; k++) {
        double off = values[k][i] - mean[i];
        deviation[i] += off * off / (n - 1);
      }
      deviation[i] = Math.sqrt(deviation[i]);
    }
    return new MergedScans(energy, mean, deviation);
  }
}
