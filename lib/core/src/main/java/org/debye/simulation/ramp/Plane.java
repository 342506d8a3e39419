package org.debye.simulation.ramp;

import java.util.Arrays;
import org.debye.simulation.UnitCell;

/**
 * Lattice planes of equal spacing that make one powder line.
 *
 * @param h of one of them
 * @param multiplicity how many scatter, (h k l) and (-h -k -l) counted apart
 */
record Plane(int h, int k, int l, int multiplicity) {

  /** As {@code 104}. */
  String hkl() {
    return "" + h + k + l;
  }

  double spacing(UnitCell cell) {
    return cell.spacing(h, k, l);
  }

  /** (h^2 k^2 + k^2 l^2 + l^2 h^2) / (h^2 + k^2 + l^2)^2 of a cubic crystal: 0 to 1/3. */
  double cubicAnisotropy() {
    double hh = h * h;
    double kk = k * k;
    double ll = l * l;
    return (hh * kk + kk * ll + ll * hh) / ((hh + kk + ll) * (hh + kk + ll));
  }

  /**
   * Name of the cubic planes that these are in a rhombohedral cell stretched out of a face-centred
   * cubic one along [111], their own indices being those of the hexagonal (obverse) setting: {@code
   * 003} and {@code 101} come of {@code 111}.
   */
  String cubicParent() {
    int[] cubic = parent();
    Arrays.sort(cubic);
    return "" + cubic[2] + cubic[1] + cubic[0];
  }

  /** {@link #cubicAnisotropy} of those. */
  double parentAnisotropy() {
    int[] cubic = parent();
    return new Plane(cubic[0], cubic[1], cubic[2], 1).cubicAnisotropy();
  }

  private int[] parent() {
    int r1 = (2 * h + k + l) / 3;
    int r2 = (-h + k + l) / 3;
    int r3 = (-h - 2 * k + l) / 3;
    return new int[] {Math.abs(-r1 + r2 + r3), Math.abs(r1 - r2 + r3), Math.abs(r1 + r2 - r3)};
  }
}
