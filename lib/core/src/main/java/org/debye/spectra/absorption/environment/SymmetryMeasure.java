package org.debye.spectra.absorption.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.debye.numeric.SymmetricEigen;

/**
 * The continuous symmetry measure (Pinsky and Avnir 1998, Inorg. Chem. 37:5575): with neighbours Q
 * and those P of an ideal polyhedron, both from their reference point, turned by R, scaled by s and
 * put in the order pi that fit best,
 *
 * <pre>S = 100 min sum |Q_k - s R P_pi(k)|^2 / sum |Q_k|^2 = 100 (1 - t^2 / (sum |Q|^2 sum |P|^2))
 * </pre>
 *
 * where t is the largest trace of R sum_k P_pi(k) Q_k', by the largest eigenvalue of Horn's 4 x 4
 * matrix (Horn 1987, J. Opt. Soc. Am. A 4:629). 0 is ideal; a square plane is 33.3 from a
 * tetrahedron. The reference point is that of ChemEnv (Waroquiers et al. 2020, Acta Cryst. B
 * 76:683): the atom itself of four neighbours, of more their centre. Orders that differ by a
 * rotation of the polyhedron give the same, so of the 720 of an octahedron 30 are tried.
 */
public final class SymmetryMeasure {
  private static final int FIRST_CENTRED = 5;
  private static final Map<Polyhedron, int[][]> ORDERS = orders();

  private SymmetryMeasure() {}

  /**
   * The measure of an atom's neighbours.
   *
   * @param neighbours places relative to the atom, n x 3, any unit, not all in the reference point;
   *     not modified
   * @param ideal of n neighbours
   * @return 0 to 100
   */
  public static double of(double[][] neighbours, Polyhedron ideal) {
    if (neighbours.length != ideal.size()) {
      throw new IllegalArgumentException(neighbours.length + " neighbours for " + ideal);
    }
    double[][] q = referred(neighbours);
    double[][] p = referred(ideal.neighbours());
    double best = 0;
    for (int[] order : ORDERS.getOrDefault(ideal, new int[0][])) {
      best = Math.max(best, largestTrace(q, p, order));
    }
    double share = best * best / (size(q) * size(p));
    return 100 * Math.max(0, 1 - share);
  }

  private static double[][] referred(double[][] places) {
    double[] centre = new double[3];
    if (places.length >= FIRST_CENTRED) {
      for (double[] place : places) {
        for (int c = 0; c < 3; c++) {
          centre[c] += place[c] / places.length;
        }
      }
    }
    double[][] referred = new double[places.length][3];
    for (int k = 0; k < places.length; k++) {
      for (int c = 0; c < 3; c++) {
        referred[k][c] = places[k][c] - centre[c];
      }
    }
    return referred;
  }

  private static double size(double[][] places) {
    return Arrays.stream(places).flatMapToDouble(Arrays::stream).map(v -> v * v).sum();
  }

  /** Horn's matrix of sum_k P_pi(k) Q_k'. */
  private static double largestTrace(double[][] q, double[][] p, int[] order) {
    double[][] s = new double[3][3];
    for (int k = 0; k < q.length; k++) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          s[a][b] += p[order[k]][a] * q[k][b];
        }
      }
    }
    double yz = s[1][2] - s[2][1];
    double zx = s[2][0] - s[0][2];
    double xy = s[0][1] - s[1][0];
    double[] matrix = {
      s[0][0] + s[1][1] + s[2][2],
      yz,
      zx,
      xy,
      yz,
      s[0][0] - s[1][1] - s[2][2],
      s[0][1] + s[1][0],
      s[2][0] + s[0][2],
      zx,
      s[0][1] + s[1][0],
      s[1][1] - s[0][0] - s[2][2],
      s[1][2] + s[2][1],
      xy,
      s[2][0] + s[0][2],
      s[1][2] + s[2][1],
      s[2][2] - s[0][0] - s[1][1]
    };
    return SymmetricEigen.of(matrix, 4).values()[0];
  }

  /** One order of each set that the rotations of the polyhedron turn into one another. */
  private static Map<Polyhedron, int[][]> orders() {
    Map<Polyhedron, int[][]> orders = new EnumMap<>(Polyhedron.class);
    for (Polyhedron one : Polyhedron.values()) {
      double[][] p = referred(one.neighbours());
      List<int[]> all = new ArrayList<>();
      permute(new int[one.size()], 0, all);
      List<int[]> rotations =
          all.stream().filter(o -> largestTrace(p, p, o) > size(p) * (1 - 1e-9)).toList();
      List<int[]> kept = new ArrayList<>();
      for (int[] order : all) {
        if (rotations.stream().noneMatch(turn -> Arrays.compare(turned(order, turn), order) < 0)) {
          kept.add(order);
        }
      }
      orders.put(one, kept.toArray(int[][]::new));
    }
    return orders;
  }

  private static int[] turned(int[] order, int[] turn) {
    return Arrays.stream(order).map(place -> turn[place]).toArray();
  }

  private static void permute(int[] order, int at, List<int[]> all) {
    if (at == order.length) {
      all.add(order.clone());
      return;
    }
    for (int place = 0; place < order.length; place++) {
      int candidate = place;
      if (Arrays.stream(order, 0, at).noneMatch(taken -> taken == candidate)) {
        order[at] = place;
        permute(order, at + 1, all);
      }
    }
  }

  /** How many orders are tried for a polyhedron. */
  static int ordersOf(Polyhedron one) {
    return ORDERS.getOrDefault(one, new int[0][]).length;
  }
}
