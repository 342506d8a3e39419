package org.debye.simulation;

import java.io.Serializable;

/**
 * One line of a frame's noise-free pattern, a pseudo-Voigt.
 *
 * @param hkl plane; in the hexagonal setting for the rhombohedral phase
 * @param twoThetaDeg centre, degrees
 * @param area integrated intensity, counts x degrees of one pixel and frame
 * @param fwhmDeg full width at half maximum, degrees
 * @param mixing share of the Lorentzian, within 0 and 1
 */
public record Peak(
    RampPhase phase, String hkl, double twoThetaDeg, double area, double fwhmDeg, double mixing)
    implements Serializable {
  /** Its shape. */
  PseudoVoigt shape() {
    return new PseudoVoigt(twoThetaDeg, area, fwhmDeg, mixing);
  }
}
