package org.debye.spectra;

import java.util.Locale;

/**
 * What a spectrum is a function of. The lower-case name is what tables and CSV headers hold;
 * configurations spell it as pyFAI spells its units.
 */
public enum AxisKind {
  TWO_THETA_DEG("2th_deg", "deg", "Scattering angle 2θ (deg)"),
  Q_PER_NM("q_nm^-1", "1/nm", "Scattering vector q (nm⁻¹)"),
  Q_PER_ANGSTROM("q_A^-1", "1/angstrom", "Scattering vector q (Å⁻¹)"),
  RADIUS_MM("r_mm", "mm", "Radius (mm)"),
  ENERGY_EV("energy_eV", "eV", "Energy (eV)"),
  CHANNEL("channel", "", "Channel");

  private final String spelling;
  private final String unit;
  private final String label;

  AxisKind(String spelling, String unit, String label) {
    this.spelling = spelling;
    this.unit = unit;
    this.label = label;
  }

  /** As configurations and commands spell it: {@code 2th_deg}, {@code q_nm^-1} ... */
  public String spelling() {
    return spelling;
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
