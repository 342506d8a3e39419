package org.debye.simulation.ramp;

import org.debye.simulation.Transition;

/**
 * A powder that goes over from one structure to another.
 *
 * <p>Transitions: magnesiowuestite at 13 GPa, where platinum puts the published ramp's boundary;
 * iron begins above 13 GPa (a tenth is hcp there); wuestite above 14 GPa. The widths are chosen: of
 * iron as narrow as to leave no frame in between, of wuestite so that 10 to 90 % take the 7.1 GPa
 * which are 20 frames in D8 and 65 in D9 at their rates. The texture of magnesiowuestite is fitted,
 * see {@link RampPhysics}; those of the others are chosen.
 *
 * @param formula as people write it
 * @param before structure at low pressure
 * @param after structure at high pressure
 * @param transition share of the new structure against pressure
 * @param rule what is called before, during and after
 * @param texture of the sample's grains
 */
public record Sample(
    String formula,
    Crystal before,
    Crystal after,
    Transition transition,
    LabelRule rule,
    Texture texture) {
  public static final Sample MAGNESIOWUSTITE =
      new Sample(
          "(Mg0.2Fe0.8)O",
          Crystal.MAGNESIOWUSTITE_B1,
          Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL,
          new Transition(13, 0.8),
          new LabelRule(0.5, 0.5),
          MagnesiowustiteTexture.published());

  public static final Sample IRON =
      new Sample(
          "Fe",
          Crystal.IRON_BCC,
          Crystal.IRON_HCP,
          new Transition(14.3, 0.6),
          new LabelRule(0.5, 0.5),
          Texture.walking(0.25, 15, 1.25));

  public static final Sample WUSTITE =
      new Sample(
          "FeO",
          Crystal.WUSTITE_B1,
          Crystal.WUSTITE_RHOMBOHEDRAL,
          new Transition(17.56, 1.62),
          new LabelRule(0.1, 0.9),
          Texture.walking(0.25, 15, 0.75));

  /** Share of the sample that has gone over at a pressure, GPa. */
  public double newShare(double pressureGpa) {
    return transition.newShare(pressureGpa);
  }
}
