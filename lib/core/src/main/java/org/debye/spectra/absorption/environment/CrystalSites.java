package org.debye.spectra.absorption.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * Atoms in a unit cell that repeats in all directions.
 *
 * @param lattice the three vectors of the cell as rows, angstrom
 * @param sites places of the atoms in shares of these vectors, n x 3
 */
public record CrystalSites(double[][] lattice, double[][] sites) {
  /** Neighbours up to this many times the distance of the nearest count: Carbone et al. 2019. */
  public static final double CUT_OFF = 1.2;

  /** A distance that cannot be of two atoms, angstrom: the same atom written twice. */
  private static final double SAME = 0.1;

  public CrystalSites {
    if (!(Math.abs(determinant(lattice)) > 0)) {
      throw new IllegalArgumentException("a unit cell without volume");
    }
  }

  /**
   * Places of the atoms around one, relative to it, angstrom: all within {@link #CUT_OFF} times the
   * distance of the nearest, whatever their element.
   *
   * @param site number of the atom
   */
  public double[][] neighbours(int site) {
    double radius = Double.POSITIVE_INFINITY;
    for (double[] vector : lattice) {
      radius = Math.min(radius, length(vector)); // the atom's own image is no further
    }
    List<double[]> around = within(site, CUT_OFF * radius);
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] place : around) {
      nearest = Math.min(nearest, length(place));
    }
    double limit = CUT_OFF * nearest;
    return around.stream().filter(place -> length(place) <= limit).toArray(double[][]::new);
  }

  /** All atoms up to a distance from one. */
  private List<double[]> within(int site, double radius) {
    int[] cells = new int[3];
    double volume = Math.abs(determinant(lattice));
    for (int c = 0; c < 3; c++) {
      double height = volume / length(cross(lattice[(c + 1) % 3], lattice[(c + 2) % 3]));
      cells[c] = (int) Math.ceil(radius / height) + 1;
    }
    List<double[]> found = new ArrayList<>();
    for (double[] other : sites) {
      double[] share = new double[3];
      for (int c = 0; c < 3; c++) {
        share[c] = other[c] - sites[site][c];
        share[c] -= Math.rint(share[c]);
      }
      for (int i = -cells[0]; i <= cells[0]; i++) {
        for (int j = -cells[1]; j <= cells[1]; j++) {
          for (int k = -cells[2]; k <= cells[2]; k++) {
            double[] place = place(share[0] + i, share[1] + j, share[2] + k);
            double distance = length(place);
            if (distance > SAME && distance <= radius) {
              found.add(place);
            }
          }
        }
      }
    }
    return found;
  }

  private double[] place(double a, double b, double c) {
    double[] place = new double[3];
    for (int x = 0; x < 3; x++) {
      place[x] = a * lattice[0][x] + b * lattice[1][x] + c * lattice[2][x];
    }
    return place;
  }

  private static double determinant(double[][] m) {
    double[] product = cross(m[1], m[2]);
    return m[0][0] * product[0] + m[0][1] * product[1] + m[0][2] * product[2];
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
