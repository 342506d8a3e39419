package org.debye.simulation.ramp;

/**
 * A place in a cell and what scatters there.
 *
 * @param element where two share the place, the first
 * @param other the second; the same where there is one
 * @param share of the first, within 0 and 1
 * @param x fractional coordinate along a
 * @param y along b
 * @param z along c
 */
record Site(Element element, Element other, double share, double x, double y, double z) {
  /** (Mg0.2Fe0.8), at the origin. */
  static final Site MIXED_METAL = new Site(Element.IRON, Element.MAGNESIUM, 0.8, 0, 0, 0);

  static Site of(Element element, double x, double y, double z) {
    return new Site(element, element, 1, x, y, z);
  }

  /** f0 + f', electrons, of the mean atom. */
  double real(double s) {
    return share * element.real(s) + (share < 1 ? (1 - share) * other.real(s) : 0);
  }

  /** f'', electrons, of the mean atom. */
  double imaginary() {
    return share * element.absorption() + (1 - share) * other.absorption();
  }

  /** The same atoms elsewhere. */
  Site at(double toX, double toY, double toZ) {
    return new Site(element, other, share, toX, toY, toZ);
  }
}
