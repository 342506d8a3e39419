package org.debye.simulation.ramp;

import org.debye.simulation.PseudoVoigt;

/**
 * How broad lines are: FWHM^2 = instrument^2 + (4 e tan(theta))^2 + (g P d(2 theta)/dP)^2 + (u
 * shift)^2 + (4 f (1 - 3 G) tan(theta))^2 + size^2. The micro-strain e grows with pressure; the
 * third term is what a spread of pressures within the beam makes of a line that moves with
 * pressure; the fourth what a spread of differential stresses among grains makes of a line that
 * they have moved ({@link StrainedCell}); the fifth what residual strains and faults make of an
 * oxide's lines at any pressure, all of 200 and nothing of 111 (G as there); the last, of platinum
 * alone, is Scherrer's, of a fine powder.
 *
 * @param instrumentDeg degrees
 * @param strainPerGpa e / P, 1/GPa
 * @param gradient g: full width of the pressures in the beam, as a share of the pressure
 * @param stress u: full width of the differential stresses, as a share of their mean
 * @param residual f of oxides
 * @param platinumDeg size broadening of platinum, degrees
 * @param mixing share of the Lorentzian
 */
record LineShape(
    double instrumentDeg,
    double strainPerGpa,
    double gradient,
    double stress,
    double residual,
    double platinumDeg,
    double mixing) {

  double fwhmDeg(Line line, double pressureGpa) {
    double tangent = StrictMath.tan(Math.toRadians(line.twoThetaDeg() / 2));
    double strain = Math.toDegrees(4 * strainPerGpa * pressureGpa * tangent);
    double spread = gradient * pressureGpa * line.slope();
    double stressed = stress * line.shift();
    double faults = Math.toDegrees(4 * residual * (1 - 3 * line.cubicAnisotropy()) * tangent);
    double size = line.crystal() == Crystal.PLATINUM ? platinumDeg : 0;
    return Math.sqrt(
        instrumentDeg * instrumentDeg
            + strain * strain
            + spread * spread
            + stressed * stressed
            + faults * faults
            + size * size);
  }

  /** The line with this area. */
  PseudoVoigt of(Line line, double pressureGpa, double area) {
    return new PseudoVoigt(line.twoThetaDeg(), area, fwhmDeg(line, pressureGpa), mixing);
  }
}
