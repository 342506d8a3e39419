package org.debye.jobs.imports;

import org.debye.jobs.config.Spelled;
import org.debye.spectra.AxisKind;

/** What imported spectra are functions of. */
public enum AxisName implements Spelled {
  TWO_THETA_DEG("2th_deg", AxisKind.TWO_THETA_DEG),
  Q_PER_NM("q_nm^-1", AxisKind.Q_PER_NM),
  Q_PER_ANGSTROM("q_A^-1", AxisKind.Q_PER_ANGSTROM),
  RADIUS_MM("r_mm", AxisKind.RADIUS_MM),
  ENERGY_EV("energy_eV", AxisKind.ENERGY_EV),
  CHANNEL("channel", AxisKind.CHANNEL);

  private final String spelling;
  private final AxisKind kind;

  AxisName(String spelling, AxisKind kind) {
    this.spelling = spelling;
    this.kind = kind;
  }

  @Override
  public String spelling() {
    return spelling;
  }

  AxisKind kind() {
    return kind;
  }
}
