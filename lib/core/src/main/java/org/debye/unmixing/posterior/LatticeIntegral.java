package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.spectra.mixing.MixingModel;

/**
 * Quadrature on a {@link StickLattice}: with the same nodes for all observations, the marginal
 * density is that of a finite mixture of normals, one a node ({@link LatticeNodes}), and its
 * gradient is exact. A block of nodes at a time.
 */
final class LatticeIntegral extends AbundanceIntegral implements NodeMasses {
  private static final int LANES = Lanes.COUNT;
  private static final double LARGEST_EXPONENT = 700;

  /** Below it the sum is of bounded exponents, not of the density. */
  private static final double LEAST_MASS = 1e-290;

  /** Share of an observation's mass below which a block of nodes has none of its slopes. */
  private static final double LEAST_SHARE = 1e-17;

  private final double[] observed;
  private final LatticeNodes nodes;
  private final Exponentials exponentials = Exponentials.fastest();
  private final double[][][] residual;
  private final double[][] weight;
  private final double[] blockMass;
  private final double[] weighted = new double[LANES];
  private final double[] exponent = new double[LANES];

  /** By block: rows of sum p, D of sum p e, and sum p e e', lower triangle. */
  private final double[][][] sums;

  private double massOfNode;
  private final double[] first;
  private final double[] second;

  LatticeIntegral(MixingModel model, WeightedObservations counted, StickLattice lattice) {
    super(model, counted);
    observed = counted.points().values();
    nodes = new LatticeNodes(this, lattice);
    int blocks = nodes.blocks();
    residual = new double[blocks][dimensions][LANES];
    weight = new double[blocks][LANES];
    blockMass = new double[blocks];
    sums = new double[blocks][1 + dimensions + entries][LANES];
    first = new double[dimensions];
    second = new double[entries];
  }

  @Override
  double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    nodes.place(globals, shapes, position, endmembersAt);
    for (double[][] rows : sums) {
      Lanes.fill(rows, 0);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double mass = weigh(i);
      if (!(mass > LEAST_MASS)) {
        return Double.NEGATIVE_INFINITY;
      }
      logs[i] = StrictMath.log(mass);
      sum += weights[i] * logs[i];
      if (slopes) {
        share(mass, weights[i]);
      }
    }
    if (slopes) {
      pullBack();
    }
    return sum;
  }

  @Override
  public void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt) {
    nodes.place(globals, shapes, position, endmembersAt);
  }

  @Override
  public LatticePoints points() {
    return nodes.points();
  }

  @Override
  public double weigh(int observation) {
    int at = observation * dimensions;
    double mass = 0;
    for (int block = 0; block < nodes.blocks(); block++) {
      for (int d = 0; d < dimensions; d++) {
        standardise(block, d, at);
      }
      Lanes.limitBySize(exponent, LARGEST_EXPONENT);
      exponentials.exp(exponent, weight[block]);
      blockMass[block] = Lanes.sum(weight[block]);
      mass += blockMass[block];
    }
    return mass;
  }

  /** Dimension d of e, and what it takes from the exponent: one loop for each of the first two. */
  private void standardise(int block, int d, int at) {
    double[] e = residual[block][d];
    double[] b = nodes.intercept[block][d];
    double[][] a = nodes.slope[block];
    if (d == 0) {
      Lanes.residual(observed[at], a[0], b, nodes.logWeight[block], e, exponent);
    } else if (d == 1) {
      Lanes.residual(observed[at], a[1], observed[at + 1], a[2], b, e, exponent);
    } else {
      System.arraycopy(b, 0, e, 0, LANES);
      for (int j = 0; j <= d; j++) {
        Lanes.add(observed[at + j], a[ResidualRows.entry(d, j)], e);
      }
      Lanes.addSquare(-0.5, e, exponent);
    }
  }

  @Override
  public int node(double sum) {
    double left = sum;
    int block = 0;
    while (block < blockMass.length - 1 && left >= blockMass[block]) {
      left -= blockMass[block];
      block++;
    }
    int last = Math.min(LANES, nodes.count() - block * LANES) - 1;
    int lane = 0;
    while (lane < last && left >= weight[block][lane]) {
      left -= weight[block][lane];
      lane++;
    }
    massOfNode = weight[block][lane];
    return block * LANES + lane;
  }

  @Override
  public double massOfNode() {
    return massOfNode;
  }

  /** Adds the observation's responsibilities. */
  private void share(double mass, double times) {
    double inverse = times / mass;
    for (int block = 0; block < nodes.blocks(); block++) {
      if (blockMass[block] < LEAST_SHARE * mass) {
        continue;
      }
      double[] p = weight[block];
      double[][] e = residual[block];
      double[][] rows = sums[block];
      int squares = 1 + dimensions;
      Lanes.moments(inverse, p, e[0], rows[0], rows[1], rows[squares]);
      if (dimensions > 1) {
        Lanes.moments(p, e[1], e[0], rows[2], rows[squares + 1], rows[squares + 2]);
      }
      for (int d = 2; d < dimensions; d++) {
        Lanes.product(p, e[d], weighted);
        Lanes.add(1, weighted, rows[1 + d]);
        for (int j = 0; j <= d; j++) {
          Lanes.addProduct(weighted, e[j], rows[squares + ResidualRows.entry(d, j)]);
        }
      }
    }
  }

  private void pullBack() {
    for (int node = 0; node < nodes.count(); node++) {
      double[][] rows = sums[node / LANES];
      int lane = node % LANES;
      Arrays.setAll(first, d -> rows[1 + d][lane]);
      Arrays.setAll(second, entry -> rows[1 + dimensions + entry][lane]);
      nodes.pullBack(node, rows[0][lane], first, second, this);
    }
  }
}
