package org.debye.simulation.ramp;

import java.util.Locale;

/** Where a frame stands to the phase transition. Its number in tables is the ordinal. */
public enum FrameLabel {
  BEFORE,
  DURING,
  AFTER;

  /** Name in tables. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
