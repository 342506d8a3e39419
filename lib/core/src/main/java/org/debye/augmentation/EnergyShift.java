package org.debye.augmentation;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.spectra.SpectralAxis;

/**
 * The whole spectrum moved along its axis by a normal distance of mean 0, as with a monochromator's
 * drift or another height of the sample: x(i - shift), interpolated linearly, with the values at
 * the ends held.
 *
 * @param deviation in points of the axis, at least 0
 */
public record EnergyShift(double deviation) implements Augmentation {
  /** Share by which a step of an even axis may differ from the mean one. */
  private static final double EVEN = 1e-3;

  public EnergyShift {
    Parameter.requireDeviation("energy shift", deviation);
  }

  /**
   * A deviation in the axis's unit: eV, degrees.
   *
   * @param axis at least 2 points at equal distances to 0.1 %, rising or falling
   */
  public static EnergyShift along(SpectralAxis axis, double deviation) {
    double[] x = axis.values();
    double step = x.length < 2 ? Double.NaN : (x[x.length - 1] - x[0]) / (x.length - 1);
    for (int i = 1; i < x.length; i++) {
      if (!(Math.abs(x[i] - x[i - 1] - step) <= EVEN * Math.abs(step))) {
        step = Double.NaN;
      }
    }
    if (!(Math.abs(step) > 0)) {
      throw Parameter.refused(
          "energy shift",
          "points of the axis are not at equal distances in " + axis.kind().key(),
          "Give the deviation in points, or bring the spectra onto an even axis.");
    }
    return new EnergyShift(deviation / Math.abs(step));
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    shift(scratch.copyOf(spectra, at), deviation * random.nextGaussian(), spectra, at);
  }

  /**
   * Moves a spectrum, with the values at its ends held.
   *
   * @param from P values
   * @param distance in points, to later ones
   * @param to P values from {@code at}; overwritten
   */
  public static void shift(float[] from, double distance, float[] to, int at) {
    int points = from.length;
    // further away all is held
    double bounded = Math.min(Math.max(distance, -points), points);
    int whole = (int) Math.floor(-bounded);
    double share = -bounded - whole;
    // both neighbours lie within the spectrum from the first to the end
    int first = Math.min(Math.max(-whole, 0), points);
    int end = Math.max(Math.min(points - 1 - whole, points), first);
    Arrays.fill(to, at, at + first, from[0]);
    for (int i = first; i < end; i++) {
      double low = from[i + whole];
      to[at + i] = (float) (low + share * (from[i + whole + 1] - low));
    }
    Arrays.fill(to, at + end, at + points, from[points - 1]);
  }
}
