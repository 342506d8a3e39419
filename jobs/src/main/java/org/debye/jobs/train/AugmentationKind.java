package org.debye.jobs.train;

import org.debye.augmentation.AngleWarp;
import org.debye.augmentation.Augmentation;
import org.debye.augmentation.EnergyShift;
import org.debye.augmentation.Jitter;
import org.debye.augmentation.MagnitudeWarp;
import org.debye.augmentation.Scaling;
import org.debye.augmentation.UnitRange;
import org.debye.augmentation.WindowSlice;

/** Changes of a spectrum that leave what it shows. */
public enum AugmentationKind {
  UNIT_RANGE,
  JITTER,
  SCALING,
  MAGNITUDE_WARP,
  ANGLE_WARP,
  WINDOW_SLICE,
  ENERGY_SHIFT;

  /** With the constants of the thesis; it has no shift, which is by two points here. */
  Augmentation usual() {
    return switch (this) {
      case UNIT_RANGE -> new UnitRange();
      case JITTER -> Jitter.THESIS;
      case SCALING -> Scaling.THESIS;
      case MAGNITUDE_WARP -> MagnitudeWarp.THESIS;
      case ANGLE_WARP -> AngleWarp.THESIS;
      case WINDOW_SLICE -> WindowSlice.THESIS;
      case ENERGY_SHIFT -> new EnergyShift(2);
    };
  }

  /** As it is written. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** A normalisation is none where it is done to some. */
  double probability(double ofOthers) {
    return this == UNIT_RANGE ? 1 : ofOthers;
  }
}
