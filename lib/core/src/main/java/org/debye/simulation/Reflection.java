package org.debye.simulation;

import java.util.List;

/**
 * One line of the powder pattern and how strong it is along the ramp. A strength is a relative
 * integrated intensity (kinematic |F|^2 x multiplicity x Lorentz-polarisation of the undeformed
 * crystal, strongest oxide line 100) times a texture factor, which is what the grains' orientation
 * in the cell makes of it. Texture factors at the first frame, at the transition and at the end
 * reproduce the heights read from the published figures of the ramp; between them the logarithm is
 * linear in pressure. Structure factors themselves are not computed and do not change under
 * pressure: the learning issue deepens this physics.
 *
 * @param strength relative intensity at the first frame, texture included
 * @param textureAtTransition factor at the transition pressure, relative to the first frame
 * @param textureAtEnd factor at the last pressure, relative to the first frame
 */
record Reflection(
    RampPhase phase,
    int h,
    int k,
    int l,
    double strength,
    double textureAtTransition,
    double textureAtEnd) {

  /**
   * All lines of the ramp. A cubic line of the oxide splits when the cell stretches along [111]:
   * 111 to 003 and 101, 220 to 104 and 110, 222 to 006 and 202, 311 to 015, 113 and 021, while 200
   * only becomes 012. Shares follow the multiplicities, except that the stretched axes lean to the
   * load, which makes 003 and 006 2.5 times and 101 and 202 half as strong, as seen.
   */
  static final List<Reflection> ALL =
      List.of(
          new Reflection(RampPhase.B1, 1, 1, 1, 56 * 1.5, 4.2, 0.36),
          new Reflection(RampPhase.B1, 2, 0, 0, 100, 1.7, 0.7),
          new Reflection(RampPhase.B1, 2, 2, 0, 63 * 1.8, 0.5, 0.03),
          new Reflection(RampPhase.B1, 3, 1, 1, 26 * 0.5, 0.7, 0.4),
          new Reflection(RampPhase.B1, 2, 2, 2, 19.5 * 0.7, 1.5, 0.3),
          new Reflection(RampPhase.RHOMBOHEDRAL, 0, 0, 3, 56 * 1.5 * 0.625, 4.2, 0.36),
          new Reflection(RampPhase.RHOMBOHEDRAL, 1, 0, 1, 56 * 1.5 * 0.375, 4.2, 0.36),
          new Reflection(RampPhase.RHOMBOHEDRAL, 0, 1, 2, 100, 1.7, 0.7),
          new Reflection(RampPhase.RHOMBOHEDRAL, 1, 0, 4, 63 * 1.8 * 0.5, 0.5, 0.03),
          new Reflection(RampPhase.RHOMBOHEDRAL, 1, 1, 0, 63 * 1.8 * 0.5, 0.5, 0.03),
          new Reflection(RampPhase.RHOMBOHEDRAL, 0, 1, 5, 26 * 0.5 * 0.25, 0.7, 0.4),
          new Reflection(RampPhase.RHOMBOHEDRAL, 1, 1, 3, 26 * 0.5 * 0.5, 0.7, 0.4),
          new Reflection(RampPhase.RHOMBOHEDRAL, 0, 2, 1, 26 * 0.5 * 0.25, 0.7, 0.4),
          new Reflection(RampPhase.RHOMBOHEDRAL, 0, 0, 6, 19.5 * 0.7 * 0.625, 1.5, 0.3),
          new Reflection(RampPhase.RHOMBOHEDRAL, 2, 0, 2, 19.5 * 0.7 * 0.375, 1.5, 0.3),
          new Reflection(RampPhase.PLATINUM, 1, 1, 1, 62, 1, 0.8),
          new Reflection(RampPhase.PLATINUM, 2, 0, 0, 18.5, 1, 0.8),
          new Reflection(RampPhase.PLATINUM, 2, 2, 0, 11, 1, 0.8),
          new Reflection(RampPhase.PLATINUM, 3, 1, 1, 9, 1, 0.8));

  /** The strongest line of the first frame, 220 of the oxide. */
  static final double STRONGEST =
      ALL.stream()
          .filter(r -> r.phase != RampPhase.RHOMBOHEDRAL)
          .mapToDouble(Reflection::strength)
          .max()
          .orElseThrow();

  String hkl() {
    return "" + h + k + l;
  }

  /** Texture relative to the first frame. */
  double texture(double pressureGpa, PressureRamp ramp, Transition transition) {
    double middle = transition.pressureGpa();
    if (pressureGpa <= middle) {
      return Math.pow(textureAtTransition, portion(ramp.startGpa(), pressureGpa, middle));
    }
    double later = portion(middle, pressureGpa, ramp.endGpa());
    return Math.pow(textureAtTransition, 1 - later) * Math.pow(textureAtEnd, later);
  }

  private static double portion(double from, double at, double to) {
    return to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1;
  }
}
