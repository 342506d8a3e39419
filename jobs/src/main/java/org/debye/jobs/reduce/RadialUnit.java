package org.debye.jobs.reduce;

import org.debye.jobs.config.Spelled;
import org.debye.spectra.AxisKind;

/** The axis of the spectra, spelled as pyFAI spells it. */
public enum RadialUnit implements Spelled {
  TWO_THETA_DEG(AxisKind.TWO_THETA_DEG),
  Q_PER_NM(AxisKind.Q_PER_NM),
  Q_PER_ANGSTROM(AxisKind.Q_PER_ANGSTROM),
  RADIUS_MM(AxisKind.RADIUS_MM);

  private final AxisKind kind;

  RadialUnit(AxisKind kind) {
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
