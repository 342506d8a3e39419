package org.debye.simulation;

import java.io.Serializable;

/**
 * Everything that decides what the ramp looks like; equal settings give equal bytes.
 *
 * @param seed of all randomness
 * @param frames at least 1
 * @param endStrain relative micro-strain of the lattice planes at the last pressure, growing
 *     linearly with pressure from 0, within 0 and 0.05; broadens lines by 4 strain tan(theta)
 */
public record RampSettings(
    long seed,
    int frames,
    PressureRamp pressure,
    Transition transition,
    double endStrain,
    Beam beam,
    Exposure exposure,
    RampGeometry geometry,
    RampDetector detector)
    implements Serializable {
  public RampSettings {
    if (frames < 1) {
      throw new IllegalArgumentException("frames must be at least 1, got " + frames);
    }
    if (!(endStrain >= 0 && endStrain <= 0.05)) {
      throw new IllegalArgumentException("end strain must be within 0 and 0.05, got " + endStrain);
    }
  }

  /** A LAMBDA 2M at 25.68 keV, 100 ms a frame, on the pressures of the published ramp. */
  public static RampSettings lambda2m(long seed, int frames) {
    return new RampSettings(
        seed,
        frames,
        PressureRamp.published(),
        new Transition(13, 1),
        0.007,
        new Beam(0.4828e-10, 0.99),
        new Exposure(0.1, 0.1, 250, 30),
        RampGeometry.besideTheBeam(),
        RampDetector.lambda2m());
  }

  /** The same angles on three modules of 60 x 180 large pixels: for tests and for trying out. */
  public static RampSettings coarse(long seed, int frames) {
    RampSettings fine = lambda2m(seed, frames);
    RampGeometry near = fine.geometry();
    return new RampSettings(
        seed,
        frames,
        fine.pressure(),
        fine.transition(),
        fine.endStrain(),
        fine.beam(),
        fine.exposure(),
        new RampGeometry(
            near.distance(),
            near.poni1(),
            near.poni2(),
            near.rot1(),
            near.rot2(),
            near.rot3(),
            475e-6),
        RampDetector.coarse());
  }

  /** Seconds from the first frame's start to this frame's. */
  public double timeSeconds(int frame) {
    return frame * exposure.periodSeconds();
  }
}
