package org.debye.simulation.ramp;

import java.util.List;
import java.util.Map;
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
          new Transition(13, 2.521),
          new LabelRule(0.5, 0.5),
          new Texture(
              List.of(0.5, 13.0, 35.0, 86.0),
              Map.ofEntries(
                  Map.entry("oxide 111", List.of(0.411, 1.813, 0.294, -0.556)),
                  Map.entry("oxide 200", List.of(0.000, 0.759, 0.160, -0.329)),
                  Map.entry("oxide 220", List.of(0.571, -0.022, -1.763, -3.343)),
                  Map.entry("oxide 311", List.of(-0.693, -1.050, -1.386, -1.609)),
                  Map.entry("oxide 222", List.of(-0.368, 0.027, -0.599, -1.573)),
                  Map.entry("Pt 111", List.of(-0.029, 0.205, 0.139, -0.322)),
                  Map.entry("Pt 200", List.of(-0.566, -0.566, -0.566, -0.789)),
                  Map.entry("Pt 220", List.of(-0.818, -0.818, -0.818, -1.041)),
                  Map.entry("Pt 311", List.of(-1.360, -1.360, -1.360, -1.583)),
                  Map.entry("Pt 222", List.of(-1.039, -1.039, -1.039, -1.262))),
              0.182,
              10.75,
              0.760));

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
