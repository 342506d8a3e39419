package org.debye.spectra.absorption;

import java.util.Arrays;

/**
 * The energy of an edge, e0: where the absorption rises most steeply, as {@code find_e0} of Larch
 * (Newville 2013, J. Phys. Conf. Ser. 430:012007; larch/xafs/pre_edge.py of commit a272abc) has it.
 * A first look takes the derivative as it is; a second one, within 75 points of what the first
 * found, smooths it by a Lorentzian. A point counts only with steep ones on both sides, which
 * leaves out glitches.
 */
final class EdgeSearch {
  private static final int REACH = 75;

  /** Where the derivative is largest, and the step of energy that was found on the way. */
  private record Found(double energy, int index, double step) {}

  private EdgeSearch() {}

  /**
   * Finds e0.
   *
   * @param scan at least 14 points, ascending
   * @return eV
   */
  static double e0(AbsorptionScan scan) {
    int n = scan.points();
    Found first = steepest(scan, Double.NaN);
    double middle = first.energy;
    int from = Math.max(3, first.index - REACH);
    int to = Math.min(first.index + REACH, n - 3);
    if (first.index < 0.05 * n) { // rather a glitch than an edge
      middle = Arrays.stream(scan.energy()).average().orElseThrow();
      from = Math.max(3, first.index - 20);
      to = n - 3;
    }
    double measured = Double.isNaN(first.step) ? 1 : Math.max(0.01, Math.min(1, first.step));
    double usual = Math.max(0.01, Math.min(1, middle / 25000));
    Found second = steepest(scan.part(from, to), 0.5 * (measured + usual));
    return second.index < 1 ? scan.energy()[from + 2] : second.energy;
  }

  /**
   * One look.
   *
   * @param step of the smoothing, eV; NaN for none
   */
  private static Found steepest(AbsorptionScan scan, double step) {
    int n = scan.points() - 1;
    double[] energy = Arrays.copyOf(AbsorptionScan.separated(scan.energy()), n);
    double[] rise = derivative(energy, Arrays.copyOf(scan.absorption(), n));
    if (!Double.isNaN(step)) {
      rise = LorentzianSmoothing.smoothed(energy, rise, step);
    }
    int margin = Math.max(3, (int) (n * 0.02));
    scale(rise, margin);
    boolean[] steep = steep(rise);
    int found = 0;
    double largest = 0;
    for (int i = Math.max(margin, 1); i <= Math.min(n - margin, n - 2); i++) {
      if (steep[i] && steep[i - 1] && steep[i + 1] && rise[i] > largest) {
        found = i;
        largest = rise[i];
      }
    }
    return new Found(energy[found], found, Double.isNaN(step) ? typicalStep(energy) : step);
  }

  private static void scale(double[] rise, int margin) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rise.length; i++) {
      rise[i] = Double.isFinite(rise[i]) ? rise[i] : -1;
      if (i >= margin && i < rise.length - margin) {
        low = Math.min(low, rise[i]);
        high = Math.max(high, rise[i]);
      }
    }
    double range = Math.max(1e-10, high - low);
    for (int i = 0; i < rise.length; i++) {
      rise[i] = (rise[i] - low) / range;
    }
  }

  /** Points above a share of the range; of lower shares where there are fewer than three. */
  private static boolean[] steep(double[] rise) {
    double share = rise.length > 20 ? 0.60 : 0.30;
    boolean[] steep = above(rise, share);
    boolean few = count(steep) < 3;
    for (int k = 0; few && k < 2 && count(steep) <= 3; k++) {
      share *= 0.5;
      steep = above(rise, share);
    }
    if (count(steep) < 3) {
      Arrays.fill(steep, true);
    }
    return steep;
  }

  private static boolean[] above(double[] rise, double share) {
    boolean[] above = new boolean[rise.length];
    for (int i = 0; i < rise.length; i++) {
      above[i] = rise[i] > share;
    }
    return above;
  }

  private static int count(boolean[] points) {
    int count = 0;
    for (boolean point : points) {
      count += point ? 1 : 0;
    }
    return count;
  }

  /** Mean of the ten smallest steps after the smallest hundredth; NaN of fewer than 101 points. */
  private static double typicalStep(double[] energy) {
    int skipped = (int) (0.01 * energy.length);
    int to = energy.length - 1 - skipped;
    if (skipped == 0 || to - skipped < 2) {
      return Double.NaN;
    }
    double[] steps = new double[to - skipped - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = energy[skipped + i + 1] - energy[skipped + i];
    }
    Arrays.sort(steps);
    return Arrays.stream(
            steps, Math.min(skipped, steps.length), Math.min(skipped + 10, steps.length))
        .average()
        .orElse(Double.NaN);
  }

  /** Differences of the neighbours on both sides, at the ends of one: numpy's gradient. */
  static double[] derivative(double[] energy, double[] absorption) {
    int last = energy.length - 1;
    double[] slopes = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      int low = Math.max(i - 1, 0);
      int high = Math.min(i + 1, last);
      slopes[i] = (absorption[high] - absorption[low]) / (energy[high] - energy[low]);
    }
    return slopes;
  }
}
