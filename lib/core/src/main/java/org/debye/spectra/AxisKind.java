package org.debye.spectra;

import java.util.Locale;

/** What a spectrum is a function of. The lower-case name is what tables and CSV headers hold. */
public enum AxisKind {
  TWO_THETA_DEG("deg", "Scattering angle 2θ (deg)"),
  Q_PER_NM("1/nm", "Scattering vector q (nm⁻¹)"),
  Q_PER_ANGSTROM("1/angstrom", "Scattering vector q (Å⁻¹)"),
  RADIUS_MM("mm", "Radius (mm)"),
  ENERGY_EV("eV", "Energy (eV)"),
  CHANNEL("", "Channel");

  private final String unit;
  private final String label;

  AxisKind(String unit, String label) {
    this.unit = unit;
    this.label = label;
  }

  /** Unit as NeXus writes it; empty for a bare number. */
  public String unit() {
    return unit;
  }

  /** For a figure's axis. */
  public String label() {
    return label;
  }

  /** {@code two_theta_deg}, {@code q_per_nm} ... */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
