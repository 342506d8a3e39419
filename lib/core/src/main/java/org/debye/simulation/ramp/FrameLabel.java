package org.debye.simulation.ramp;

import java.util.Locale;

/** Where a frame stands to the phase transition. */
public enum FrameLabel {
  BEFORE(0),
  DURING(1),
  AFTER(2);

  private final int number;

  FrameLabel(int number) {
    this.number = number;
  }

  /** Number of the class in tables. */
  public int number() {
    return number;
  }

  /** Name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
