package org.debye.simulation.absorption;

import org.debye.spectra.absorption.environment.LocalEnvironment;

/**
 * An absorbing atom and what stands around it.
 *
 * @param environment class of the neighbours up to 1.2 times the distance of the nearest
 * @param ligands places of the oxygen atoms relative to it, angstrom, n x 3; one or two more may
 *     stand further away than the class counts
 * @param neighbours how many of them the class counts, the first ones
 */
public record AbsorbingSite(LocalEnvironment environment, double[][] ligands, int neighbours) {

  /** Mean distance of the neighbours, angstrom. */
  public double meanDistance() {
    double sum = 0;
    for (int j = 0; j < neighbours; j++) {
      sum += distance(j) / neighbours;
    }
    return sum;
  }

  /** Distance of a ligand, angstrom. */
  double distance(int ligand) {
    double[] place = ligands[ligand];
    return Math.sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
  }

  /** What a ligand counts for beside one at the mean distance: the fourth power of the ratio. */
  double weight(int ligand) {
    double ratio = meanDistance() / distance(ligand);
    return ratio * ratio * ratio * ratio;
  }

  /**
   * How much the field of the ligands lacks inversion in order l: sum_ij w_i w_j P_l(cos) / (sum
   * w)^2, which the addition theorem makes of sums of spherical harmonics. Of an octahedron 0 for
   * odd l, of a tetrahedron 5/9 for l = 3.
   *
   * @param order 1 or 3
   */
  double oddField(int order) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < ligands.length; i++) {
      weights += weight(i);
      for (int j = 0; j < ligands.length; j++) {
        double cosine = cosine(i, j);
        double legendre = order == 1 ? cosine : (5 * cosine * cosine * cosine - 3 * cosine) / 2;
        sum += weight(i) * weight(j) * legendre;
      }
    }
    return Math.max(0, sum / (weights * weights));
  }

  private double cosine(int i, int j) {
    double product = 0;
    for (int c = 0; c < 3; c++) {
      product += ligands[i][c] * ligands[j][c];
    }
    return product / (distance(i) * distance(j));
  }
}
