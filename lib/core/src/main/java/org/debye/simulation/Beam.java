package org.debye.simulation;

import java.io.Serializable;

/**
 * What falls on the sample.
 *
 * @param wavelength m, within 1e-12 and 1e-9
 * @param polarisation pyFAI's polarisation factor: 1 horizontal, 0 none, -1 vertical
 */
public record Beam(double wavelength, double polarisation) implements Serializable {
  public Beam {
    if (!(wavelength >= 1e-12 && wavelength <= 1e-9)) {
      throw new IllegalArgumentException(
          "wavelength must be within 1e-12 and 1e-9 m, got " + wavelength);
    }
    if (!(polarisation >= -1 && polarisation <= 1)) {
      throw new IllegalArgumentException(
          "polarisation factor must be within -1 and 1, got " + polarisation);
    }
  }

  public double wavelengthAngstrom() {
    return wavelength * 1e10;
  }
}
