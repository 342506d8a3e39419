package org.debye.simulation.ramp;

import org.debye.simulation.PseudoVoigt;

/**
 * The numbers of a sample's ramp that are not the crystals' own. They are fitted to what is known
 * of the published ramp of (Mg0.2Fe0.8)O: heights of its lines at the first frame, at the boundary
 * and at the end, widths, and the shares of variance of its principal components.
 *
 * @param countsPerStrength counts of a pixel x degrees a second for a line of strength 1
 */
record RampPhysics(LineShape shape, double countsPerStrength) {
  /** Of air and anvils where it is highest, counts a pixel and second. */
  static final double BACKGROUND_RATE = 30;

  /** Neon is a fluid below, GPa at room temperature. */
  static final double NEON_FREEZES = 4.8;

  /** Where the published patterns have a bright channel that never moves, degrees. */
  static final double HOT_SPOT = 17.55;

  static final double HOT_SPOT_RATE = 60;

  /** Height of the oxide's 200 line without texture and pressure, counts a pixel and second. */
  private static final double FIRST_HEIGHT = 130;

  private static final double MOST_PIXELS = 600;

  static RampPhysics published() {
    return of(new LineShape(0.14, 4.6e-05, 0.015, 0.364, 0.006, 0.22, 0.85));
  }

  /** With other widths of lines. */
  static RampPhysics of(LineShape shape) {
    double brightest =
        Crystal.MAGNESIOWUSTITE_B1.lines(0, SimulatedRamp.WAVELENGTH, 12, 13.5).get(0).strength();
    double height = PseudoVoigt.unitHeight(shape.instrumentDeg(), shape.mixing());
    return new RampPhysics(shape, FIRST_HEIGHT / (brightest * height));
  }

  /**
   * Pixels that a point of the axis averages: a detector beside the beam sees part of a ring, and
   * little of the smallest and largest ones. A shape, not a drawing of the detector.
   */
  static double pixels(double twoThetaDeg) {
    double inner = 1 - StrictMath.exp(-(twoThetaDeg - 9.4) / 0.4);
    double outer = 1 - StrictMath.exp(-(25.555 - twoThetaDeg) / 0.8);
    return MOST_PIXELS * inner * outer;
  }
}
