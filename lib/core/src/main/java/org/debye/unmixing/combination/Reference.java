package org.debye.unmixing.combination;

import org.debye.numeric.CubicSpline;
import org.debye.spectra.absorption.AbsorptionScan;

/** A spectrum that others may be made of, by the cubic spline through its points. */
public final class Reference {
  private final String name;
  private final double first;
  private final double last;
  private final CubicSpline spline;

  private Reference(String name, AbsorptionScan scan) {
    this.name = name;
    first = scan.energy()[0];
    last = scan.energy()[scan.points() - 1];
    spline = CubicSpline.through(scan.energy(), scan.absorption());
  }

  /**
   * Takes a normalised spectrum.
   *
   * @param scan at least two finite points, strictly ascending; not modified
   */
  public static Reference of(String name, AbsorptionScan scan) {
    return new Reference(name, scan);
  }

  public String name() {
    return name;
  }

  /** First energy, eV. */
  double first() {
    return first;
  }

  /** Last energy, eV. */
  double last() {
    return last;
  }

  /** Its values when it is moved to higher energies. */
  double[] at(double[] energy, double shift) {
    double[] values = new double[energy.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = spline.at(energy[i] - shift);
    }
    return values;
  }

  /** What those values change by with each eV of the shift. */
  double[] changes(double[] energy, double shift) {
    double[] values = new double[energy.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -spline.slopeAt(energy[i] - shift);
    }
    return values;
  }
}
