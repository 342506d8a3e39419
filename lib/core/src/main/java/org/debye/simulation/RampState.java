package org.debye.simulation;

import java.io.Serializable;
import java.util.List;

/**
 * The truth of one frame.
 *
 * @param frame from 0
 * @param timeSeconds since the first frame
 * @param pressureGpa GPa
 * @param rhombohedralShare of the oxide, within 0 and 1; B1 is the rest. The amount of platinum
 *     does not change.
 * @param b1 cell of the B1 oxide
 * @param rhombohedral cell of the rhombohedral oxide
 * @param platinum cell of the calibrant
 * @param peaks every line, also those of a phase that is not yet or no longer there
 */
public record RampState(
    int frame,
    double timeSeconds,
    double pressureGpa,
    double rhombohedralShare,
    UnitCell.Cubic b1,
    UnitCell.Hexagonal rhombohedral,
    UnitCell.Cubic platinum,
    List<Peak> peaks)
    implements Serializable {
  public RampState {
    peaks = List.copyOf(peaks);
  }

  UnitCell cell(RampPhase phase) {
    return switch (phase) {
      case B1 -> b1;
      case RHOMBOHEDRAL -> rhombohedral;
      case PLATINUM -> platinum;
    };
  }
}
