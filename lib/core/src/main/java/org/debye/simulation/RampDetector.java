package org.debye.simulation;

import java.io.Serializable;
import java.util.List;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ImageFlip;
import org.debye.frame.ModulePlacement;

/**
 * The photon-counting detector.
 *
 * @param layout modules and where they stand
 * @param saturation largest count that is stored, 1 to 32767
 * @param deadShare share of pixels that never count, within 0 and 0.5
 * @param noisyShare share of pixels that count far too much, within 0 and 0.5
 * @param diamondSpots saturated reflections of the anvils on the whole detector, at least 0
 */
public record RampDetector(
    DetectorLayout layout, int saturation, double deadShare, double noisyShare, int diamondSpots)
    implements Serializable {
  public RampDetector {
    if (saturation < 1 || saturation > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "saturation must be within 1 and 32767, got " + saturation);
    }
    if (!(deadShare >= 0 && deadShare <= 0.5) || !(noisyShare >= 0 && noisyShare <= 0.5)) {
      throw new IllegalArgumentException(
          "shares of dead and noisy pixels must be within 0 and 0.5, got "
              + deadShare
              + " and "
              + noisyShare);
    }
    if (diamondSpots < 0 || diamondSpots > 10_000) {
      throw new IllegalArgumentException(
          "diamond spots must be within 0 and 10000, got " + diamondSpots);
    }
  }

  /** Three modules of 516 x 1556 pixels, 12 bits, as LAMBDA 2M stacks them. */
  public static RampDetector lambda2m() {
    return new RampDetector(
        DetectorLayout.of(
            new FrameShape(516, 1556),
            List.of(
                new ModulePlacement(0, 2),
                new ModulePlacement(660, 0),
                new ModulePlacement(1317, 0)),
            ImageFlip.NONE),
        4095,
        1.5e-3,
        5e-4,
        2);
  }

  /** Three small modules that see what {@link #lambda2m()} sees, an eightieth of its pixels. */
  public static RampDetector coarse() {
    return new RampDetector(
        DetectorLayout.of(
            new FrameShape(60, 180),
            List.of(
                new ModulePlacement(0, 0), new ModulePlacement(76, 0), new ModulePlacement(152, 0)),
            ImageFlip.NONE),
        4095,
        1.5e-3,
        5e-4,
        1);
  }
}
