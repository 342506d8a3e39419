package org.debye.simulation.ramp;

/**
 * A powder line of a crystal at a pressure.
 *
 * @param twoThetaDeg where, degrees
 * @param slope by how much it moves, degrees per GPa
 * @param strength relative integrated intensity per volume of the crystal, without texture
 * @param shift by how much its planes' strain moves it from where it would stand without, degrees
 * @param tilt squared cosine of the angle between the planes' normal and c, in a hexagonal cell
 */
record Line(
    Crystal crystal,
    Plane plane,
    double twoThetaDeg,
    double slope,
    double shift,
    double strength,
    double tilt) {

  /**
   * Whose texture it shares, as {@code oxide 111}: a line of a stretched cube that of the cubic
   * planes which it comes of.
   */
  String family() {
    return crystal.grains() + " " + (crystal.stretched() ? plane.cubicParent() : plane.hkl());
  }

  /** Of an oxide, {@link Plane#cubicAnisotropy} of the cubic planes; 1/3 of anything else. */
  double cubicAnisotropy() {
    if (!crystal.grains().equals("oxide")) {
      return 1.0 / 3;
    }
    return crystal.stretched() ? plane.parentAnisotropy() : plane.cubicAnisotropy();
  }
}
