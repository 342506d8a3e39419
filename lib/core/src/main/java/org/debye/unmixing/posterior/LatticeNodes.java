package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.PlaneComponents;

/**
 * The nodes of a {@link StickLattice} at given globals: each a fixed abundance vector w, with the
 * weight that the Dirichlet density gives it, and the affine map that makes an observation's
 * residual standard normal there, e = A y + b. A node at which a stick takes all that is left
 * stands for all shares of the sticks after it.
 *
 * <p>Nodes are in blocks of {@link Lanes#COUNT}, one row of lanes a quantity; lanes after the last
 * node weigh nothing.
 */
final class LatticeNodes {
  private static final int LANES = Lanes.COUNT;

  private static final double NOTHING = PlaneComponents.NOTHING;

  private final int endmembers;
  private final int dimensions;
  private final boolean mixed;
  private final int entries;
  private final int count;

  private final double[] total;
  private final double[] totalLogTaken;
  private final double[] totalLogLeft;
  private final double[][] factor;
  private final double[] inverse;
  private final double[] centre;
  private final double[] inverseScale;
  private final LatticePoints points;

  /** Log weight less log det M: a row a block. */
  final double[][] logWeight;

  /** A, lower triangle: rows by block and entry. */
  final double[][][] slope;

  /** b: rows by block and dimension. */
  final double[][][] intercept;

  LatticeNodes(AbundanceIntegral of, StickLattice lattice) {
    endmembers = of.endmembers;
    dimensions = of.dimensions;
    mixed = of.mixed;
    entries = of.entries;
    int sticks = endmembers - 1;
    points = new LatticePoints(endmembers, lattice);
    count = points.count();
    total = new double[sticks];
    totalLogTaken = new double[sticks];
    totalLogLeft = new double[sticks];
    factor = new double[count][entries];
    inverse = new double[entries];
    centre = new double[dimensions];
    inverseScale = new double[dimensions];
    int blocks = (count + LANES - 1) / LANES;
    logWeight = new double[blocks][LANES];
    slope = new double[blocks][entries][LANES];
    intercept = new double[blocks][dimensions][LANES];
    Arrays.fill(logWeight[blocks - 1], NOTHING);
  }

  int count() {
    return count;
  }

  int blocks() {
    return logWeight.length;
  }

  /** What the nodes are at any globals. */
  LatticePoints points() {
    return points;
  }

  /** Weights and maps at these globals. */
  void place(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    for (int k = 0; k < points.sticks(); k++) {
      points.stick(k).weigh(shapes.of(k), shapes.after(k));
      totals(k);
    }
    for (int d = 0; d < dimensions; d++) {
      double scale = globals.scales()[d];
      inverseScale[d] = 1 / (mixed ? StrictMath.sqrt(scale) : scale);
    }
    for (int node = 0; node < count; node++) {
      mix(node, globals);
      int block = node / LANES;
      int lane = node % LANES;
      logWeight[block][lane] = Math.max(NOTHING, logWeight(node));
      for (int d = 0; d < dimensions; d++) {
        centre[d] = 0;
        for (int k = 0; k < endmembers; k++) {
          centre[d] += points.abundance(node)[k] * position[endmembersAt + k * dimensions + d];
        }
      }
      invert(node);
      for (int d = 0; d < dimensions; d++) {
        double sum = 0;
        for (int j = 0; j <= d; j++) {
          double a = inverse[ResidualRows.entry(d, j)] * inverseScale[j];
          slope[block][ResidualRows.entry(d, j)][lane] = a;
          sum -= a * centre[j];
        }
        intercept[block][d][lane] = sum;
      }
    }
  }

  private void totals(int k) {
    double mass = 0;
    double logTaken = 0;
    double logLeft = 0;
    for (int j = 0; j < points.stick(k).count(); j++) {
      mass += points.stick(k).weight[j];
      logTaken += points.stick(k).weight[j] * points.stick(k).meanLogTaken[j];
      logLeft += points.stick(k).weight[j] * points.stick(k).meanLogLeft[j];
    }
    total[k] = mass;
    totalLogTaken[k] = logTaken / mass;
    totalLogLeft[k] = logLeft / mass;
  }

  private double logWeight(int node) {
    double product = 1;
    for (int k = 0; k < points.sticks(); k++) {
      int j = points.share(node, k);
      product *= j < 0 ? total[k] : points.stick(k).weight[j];
    }
    double log = StrictMath.log(product);
    for (int d = 1; d < dimensions; d++) {
      log -= StrictMath.log(factor[node][ResidualRows.entry(d, d)]);
    }
    return log;
  }

  /** M of the node's abundances. */
  private void mix(int node, MixingGlobals globals) {
    double[] m = factor[node];
    Arrays.fill(m, 0);
    for (int f = 0; f < (mixed ? endmembers : 1); f++) {
      double part = mixed ? points.abundance(node)[f] : 1;
      for (int d = 0; d < dimensions; d++) {
        for (int j = 0; j <= d; j++) {
          m[ResidualRows.entry(d, j)] +=
              part * globals.factors()[(f * dimensions + d) * dimensions + j];
        }
      }
    }
  }

  /** M^-1 of the node. */
  private void invert(int node) {
    double[] m = factor[node];
    for (int j = 0; j < dimensions; j++) {
      inverse[ResidualRows.entry(j, j)] = 1 / m[ResidualRows.entry(j, j)];
      for (int d = j + 1; d < dimensions; d++) {
        double sum = 0;
        for (int i = j; i < d; i++) {
          sum -= m[ResidualRows.entry(d, i)] * inverse[ResidualRows.entry(i, j)];
        }
        inverse[ResidualRows.entry(d, j)] = sum / m[ResidualRows.entry(d, d)];
      }
    }
  }

  /**
   * Adds what a node's responsibilities say to the slopes.
   *
   * @param node one with a weight
   * @param mass sum over observations of its share p of each
   * @param first sums of p e
   * @param second sums of p e e', lower triangle
   */
  void pullBack(int node, double mass, double[] first, double[] second, AbundanceIntegral into) {
    double before = 0;
    for (int k = 0; k < points.sticks(); k++) {
      int j = points.share(node, k);
      into.byShape[k] +=
          mass * (before + (j < 0 ? totalLogTaken[k] : points.stick(k).meanLogTaken[j]));
      before += j < 0 ? totalLogLeft[k] : points.stick(k).meanLogLeft[j];
    }
    into.byShape[points.sticks()] += mass * before;
    invert(node);
    double[] w = points.abundance(node);
    double[] m = factor[node];
    for (int d = 0; d < dimensions; d++) {
      double reversed = 0;
      for (int i = d; i < dimensions; i++) {
        reversed += inverse[ResidualRows.entry(i, d)] * first[i];
      }
      for (int k = 0; k < endmembers; k++) {
        into.byEndmember[k * dimensions + d] += w[k] * inverseScale[d] * reversed;
      }
      double byScale = 0;
      for (int j = 0; j <= d; j++) {
        int entry = ResidualRows.entry(d, j);
        double product = 0;
        for (int i = d; i < dimensions; i++) {
          product += inverse[ResidualRows.entry(i, d)] * second[ResidualRows.entry(i, j)];
        }
        byScale += product * m[entry];
        double byFactor = j == d ? product - mass / m[entry] : product;
        for (int f = 0; f < (mixed ? endmembers : 1); f++) {
          into.byFactor[f * entries + entry] += (mixed ? w[f] : 1) * byFactor;
        }
      }
      into.byScale[d] += byScale;
    }
  }
}
