package org.debye.simulation;

import java.io.Serializable;

/** A crystal's cell, as far as spacings of lattice planes need it. Lengths in angstrom. */
public sealed interface UnitCell extends Serializable permits UnitCell.Cubic, UnitCell.Hexagonal {

  /** Spacing of the planes (h k l), angstrom. */
  double spacing(int h, int k, int l);

  /** Cubic angstrom. */
  double volume();

  /** Bragg's law: 2 theta in degrees, NaN where the wavelength is too long for the planes. */
  default double twoThetaDeg(int h, int k, int l, double wavelengthAngstrom) {
    return 2 * Math.toDegrees(Math.asin(wavelengthAngstrom / (2 * spacing(h, k, l))));
  }

  /** Edge a. */
  record Cubic(double a) implements UnitCell {
    @Override
    public double spacing(int h, int k, int l) {
      return a / Math.sqrt(h * h + k * k + l * l);
    }

    @Override
    public double volume() {
      return a * a * a;
    }
  }

  /**
   * Edges a and c. A face-centred cubic cell of edge A seen along its diagonal is the hexagonal one
   * with a = A/sqrt 2, c = A sqrt 3 and three quarters of the volume.
   */
  record Hexagonal(double a, double c) implements UnitCell {
    /** c/a of a cubic lattice in this setting. */
    public static final double CUBIC_RATIO = Math.sqrt(6);

    /** From the volume, cubic angstrom, and c/a. */
    public static Hexagonal of(double volume, double ratio) {
      double a = Math.cbrt(2 * volume / (Math.sqrt(3) * ratio));
      return new Hexagonal(a, a * ratio);
    }

    @Override
    public double spacing(int h, int k, int l) {
      double inverseSquare = 4.0 / 3 * (h * h + h * k + k * k) / (a * a) + l * l / (c * c);
      return 1 / Math.sqrt(inverseSquare);
    }

    @Override
    public double volume() {
      return Math.sqrt(3) / 2 * a * a * c;
    }
  }
}
