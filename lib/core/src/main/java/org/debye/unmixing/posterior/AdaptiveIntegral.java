package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;
import org.debye.spectra.mixing.MixingModel;

/**
 * Adaptive quadrature: nodes of a {@link BallRule} about each observation's own abundances ({@link
 * AbundancePlacement}, {@link NodeTree}). The gradient is that of the joint density, averaged over
 * the nodes, which is the gradient of the integral where the rule is exact; it need not be for a
 * leapfrog step to be reversible and to keep volume.
 */
final class AdaptiveIntegral extends AbundanceIntegral {
  private static final int LANES = Lanes.COUNT;
  private static final BallRule SCOUT = new BallRule(5);

  private final ResidualRows residuals;
  private final AbundancePlacement placement;
  private final NodeTree scout;
  private final NodeTree nodes;
  private final double[] share = new double[LANES];

  /**
   * @param rule of each observation
   */
  AdaptiveIntegral(
      MixingModel model, WeightedObservations observed, MixingLayout layout, BallRule rule) {
    super(model, observed);
    residuals = new ResidualRows(model, observed.points());
    placement = new AbundancePlacement(layout, Exponentials.fastest());
    scout = new NodeTree(layout, SCOUT, residuals, placement);
    nodes = new NodeTree(layout, rule, residuals, placement);
  }

  @Override
  double add(
      MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt, boolean slopes) {
    residuals.begin(globals, position, endmembersAt);
    NodeTree.Sums wanted = slopes ? NodeTree.Sums.GRADIENT : NodeTree.Sums.MASS;
    double sum = 0;
    for (int start = 0; start < weights.length; start += LANES) {
      residuals.load(start);
      place(shapes);
      nodes.integrate(shapes, wanted);
      sum += logOfBlock(start);
      if (slopes) {
        addBlock();
      }
    }
    return sum;
  }

  /** By mode and curvature, then by the moments that a few nodes so placed find. */
  private void place(Shapes shapes) {
    placement.place(shapes, residuals);
    scout.integrate(shapes, NodeTree.Sums.MOMENTS);
    for (int l = 0; l < LANES; l++) {
      share[l] = 1 / scout.mass[l];
    }
    for (double[] row : scout.means) {
      Lanes.product(share, row, row);
    }
    for (double[] row : scout.squares) {
      Lanes.product(share, row, row);
    }
    placement.match(scout.means, scout.squares);
  }

  private double logOfBlock(int start) {
    int sticks = endmembers - 1;
    int lanes = Math.min(LANES, weights.length - start);
    double sum = 0;
    for (int l = 0; l < lanes; l++) {
      double volume = nodes.mass[l];
      for (int k = 0; k < sticks; k++) {
        volume *= placement.spread[ResidualRows.entry(k, k)][l];
      }
      logs[start + l] = placement.peak[l] + StrictMath.log(volume);
      sum += weights[start + l] * logs[start + l];
      share[l] = weights[start + l] / nodes.mass[l];
    }
    Arrays.fill(share, lanes, LANES, 0);
    return sum;
  }

  private void addBlock() {
    double before = 0;
    int sticks = endmembers - 1;
    for (int k = 0; k < sticks; k++) {
      byShape[k] += before + mean(nodes.logTaken[k]);
      before += mean(nodes.logLeft[k]);
    }
    byShape[sticks] += before;
    addMeans(nodes.scales, byScale);
    addMeans(nodes.factors, byFactor);
    for (int row = 0; row < byEndmember.length; row++) {
      byEndmember[row] += residuals.inverseScale[row % dimensions] * mean(nodes.centres[row]);
    }
  }

  private void addMeans(double[][] rows, double[] sums) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += mean(rows[row]);
    }
  }

  /** The row divided by the mass, summed over lanes. Overwrites the row. */
  private double mean(double[] row) {
    Lanes.product(share, row, row);
    return Lanes.sum(row);
  }
}
