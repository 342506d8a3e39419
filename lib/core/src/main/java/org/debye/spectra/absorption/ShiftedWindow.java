package org.debye.spectra.absorption;

import java.io.Serializable;
import org.debye.numeric.CubicSpline;

/**
 * What can be seen of spectra on one grid when each may be moved along the energy: the points that
 * have a value whatever the shift, so that nothing is made up beyond the ends. A shift by whole
 * steps takes other points of the spectrum as they are, which is what a shift before the spectrum
 * was put on the grid would have given; any other goes by the cubic spline through its points.
 * Immutable.
 *
 * @param measured grid that the spectra are on
 * @param margin points at each end that are seen only where a spectrum is moved
 */
public record ShiftedWindow(EnergyGrid measured, int margin) implements Serializable {
  private static final double WHOLE = 1e-6;

  public ShiftedWindow {
    if (margin < 0 || measured.points() - 2 * margin < 2) {
      throw new IllegalArgumentException(
          "a margin of " + margin + " at both ends of " + measured.points() + " points");
    }
  }

  /**
   * Points at each end that the largest shift needs.
   *
   * @param largest eV, not negative
   */
  public static int margin(EnergyGrid measured, double largest) {
    return (int) Math.ceil(largest / measured.step() - WHOLE);
  }

  /** The points that are seen. */
  public EnergyGrid grid() {
    return new EnergyGrid(measured.energy(margin), measured.step(), measured.points() - 2 * margin);
  }

  /**
   * A spectrum as it is seen.
   *
   * @param spectrum on the measured grid
   * @param shift eV by which it is moved to higher energies, at most the margin either way
   * @return as many values as {@link #grid} has points
   */
  public float[] of(float[] spectrum, double shift) {
    if (spectrum.length != measured.points() || margin(measured, Math.abs(shift)) > margin) {
      throw new IllegalArgumentException(
          spectrum.length + " points moved by " + shift + " eV within " + this);
    }
    float[] seen = new float[spectrum.length - 2 * margin];
    double steps = shift / measured.step();
    int whole = (int) Math.rint(steps);
    if (Math.abs(steps - whole) <= WHOLE) {
      System.arraycopy(spectrum, margin - whole, seen, 0, seen.length);
      return seen;
    }
    double[] values = new double[spectrum.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = spectrum[i];
    }
    CubicSpline spline = CubicSpline.through(measured.energies(), values);
    for (int i = 0; i < seen.length; i++) {
      seen[i] = (float) spline.at(measured.energy(margin + i) - shift);
    }
    return seen;
  }
}
