package org.debye.simulation.ramp;

import org.debye.simulation.PseudoVoigt;

/**
 * How broad lines are: FWHM^2 = instrument^2 + (4 e tan(theta))^2 + (g P d(2 theta)/dP)^2. The
 * micro-strain e grows with pressure; the last term is what a spread of pressures within the beam
 * makes of a line that moves with pressure.
 *
 * @param instrumentDeg degrees
 * @param strainPerGpa e / P, 1/GPa
 * @param gradient g: full width of the pressures in the beam, as a share of the pressure
 * @param mixing share of the Lorentzian
 */
record LineShape(double instrumentDeg, double strainPerGpa, double gradient, double mixing) {

  double fwhmDeg(Line line, double pressureGpa) {
    double tangent = StrictMath.tan(Math.toRadians(line.twoThetaDeg() / 2));
    double strain = Math.toDegrees(4 * strainPerGpa * pressureGpa * tangent);
    double spread = gradient * pressureGpa * line.slope();
    return Math.sqrt(instrumentDeg * instrumentDeg + strain * strain + spread * spread);
  }

  /** The line with this area. */
  PseudoVoigt of(Line line, double pressureGpa, double area) {
    return new PseudoVoigt(line.twoThetaDeg(), area, fwhmDeg(line, pressureGpa), mixing);
  }
}
