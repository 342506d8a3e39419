package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.numeric.PlaneMoments;

/**
 * Some observations in D = 2 dimensions at all nodes of a lattice, a block of nodes after another,
 * so that a block stays in the nearest cache for all of them. Residuals are computed twice, for the
 * weights and for the sums: that is cheaper than keeping them. Not thread safe.
 */
final class PlaneTile {
  /** A multiple of 2. */
  static final int OBSERVATIONS = 8;

  private static final int LANES = Lanes.COUNT;

  private final LatticeNodes nodes;
  private final double limit;
  private final double leastShare;
  private final Exponentials exponentials = Exponentials.fastest();
  private final PlaneMoments moments = PlaneMoments.fastest();
  private final double[] exponent = new double[LANES];
  private final double[][][] weight;
  private final double[][] blockMass;
  private final double[] mass = new double[OBSERVATIONS];
  private final double[] share = new double[OBSERVATIONS];

  /**
   * @param limit of an exponent's size
   * @param leastShare of an observation's mass, below which a block of nodes adds nothing
   */
  PlaneTile(LatticeNodes nodes, double limit, double leastShare) {
    this.nodes = nodes;
    this.limit = limit;
    this.leastShare = leastShare;
    weight = new double[nodes.blocks()][OBSERVATIONS][LANES];
    blockMass = new double[nodes.blocks()][OBSERVATIONS];
  }

  /**
   * Weights of all nodes.
   *
   * @param observed N x 2 row major
   * @param at where the first of the observations begins
   * @return their sums, by observation; overwritten by the next call
   */
  double[] weigh(double[] observed, int at) {
    Arrays.fill(mass, 0);
    for (int block = 0; block < nodes.blocks(); block++) {
      for (int i = 0; i < OBSERVATIONS; i++) {
        double[] row = weight[block][i];
        Lanes.exponents(
            observed[at + 2 * i],
            observed[at + 2 * i + 1],
            limit,
            nodes.slope[block],
            nodes.intercept[block],
            nodes.logWeight[block],
            exponent);
        exponentials.exp(exponent, row);
        blockMass[block][i] = Lanes.sum(row);
        mass[i] += blockMass[block][i];
      }
    }
    return mass;
  }

  /**
   * Adds the responsibilities of the observations that were weighed last.
   *
   * @param sums by block: p, p e and p e e'
   */
  void share(double[] observed, int at, double[][][] sums) {
    for (int i = 0; i < OBSERVATIONS; i++) {
      share[i] = 1 / mass[i];
    }
    for (int block = 0; block < nodes.blocks(); block++) {
      for (int i = 0; i < OBSERVATIONS; i += 2) {
        if (matters(block, i) || matters(block, i + 1)) {
          moments.add(
              observed,
              at + 2 * i,
              share,
              weight[block],
              i,
              nodes.slope[block],
              nodes.intercept[block],
              sums[block]);
        }
      }
    }
  }

  private boolean matters(int block, int i) {
    return blockMass[block][i] >= leastShare * mass[i];
  }
}
