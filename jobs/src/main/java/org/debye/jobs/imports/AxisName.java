package org.debye.jobs.imports;

import org.debye.jobs.config.Spelled;
import org.debye.spectra.AxisKind;

/** What imported spectra are functions of. */
public enum AxisName implements Spelled {
  TWO_THETA_DEG(AxisKind.TWO_THETA_DEG),
  Q_PER_NM(AxisKind.Q_PER_NM),
  Q_PER_ANGSTROM(AxisKind.Q_PER_ANGSTROM),
  RADIUS_MM(AxisKind.RADIUS_MM),
  ENERGY_EV(AxisKind.ENERGY_EV),
  CHANNEL(AxisKind.CHANNEL);

  private final AxisKind kind;

  AxisName(AxisKind kind) {
    this.kind = kind;
  }

  @Override
  public String spelling() {
    return kind.spelling();
  }

  AxisKind kind() {
    return kind;
  }
}
