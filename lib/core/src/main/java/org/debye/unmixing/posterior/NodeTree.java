package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.Exponentials;

/**
 * The quadrature of a block of observations ({@link BallRule}), where stick k's coordinate depends
 * on the nodes of the sticks before it, so that the nodes are a tree of K - 1 levels. A node's
 * weight is, up to what the block's rows hold in common, exp(sum a_k log w_k - e'e / 2 - peak) /
 * det M times the Jacobian and the rule's; weights are of order one at the peak, and 0 beyond the
 * sticks' limit.
 *
 * <p>Sums over the nodes, all weighted: the mass; by what the caller wants, what the gradient needs
 * of each observation, or moments of the nodes. Derivatives hold the nodes still (Fisher's
 * identity: the slope of a marginal is the conditional mean of the joint slope); a rule that
 * integrates exactly has no other.
 */
final class NodeTree {
  private static final int LANES = Lanes.COUNT;
  private static final double LARGEST_EXPONENT = 700;

  /** What is summed. */
  enum Sums {
    MASS,
    GRADIENT,
    MOMENTS
  }

  private final int sticks;
  private final int endmembers;
  private final BallRule rule;
  private final Exponentials exponentials;
  private final ResidualRows residuals;
  private final StickRow[] stick;
  private final double[][] abundance;
  private final double[][] rest;
  private final double[][] prior;
  private final double[][] steep;
  private final double[][] inner;
  private final double[] at;
  private final double[] exponent = new double[LANES];
  private final double[] weight = new double[LANES];
  private final double[] weighted = new double[LANES];
  private final double[] ones = new double[LANES];

  final double[] mass = new double[LANES];
  final double[][] logTaken;
  final double[][] logLeft;
  final double[][] centres;
  final double[][] scales;
  final double[][] factors;
  final double[][] means;
  final double[][] squares;

  private Shapes shapes;
  private AbundancePlacement placement;
  private Sums sums = Sums.MASS;

  NodeTree(
      MixingLayout layout, BallRule rule, ResidualRows residuals, AbundancePlacement placement) {
    endmembers = layout.endmembers();
    sticks = endmembers - 1;
    this.rule = rule;
    this.residuals = residuals;
    this.placement = placement;
    shapes = new Shapes(endmembers);
    exponentials = Exponentials.fastest();
    stick = new StickRow[sticks];
    Arrays.setAll(stick, k -> new StickRow(exponentials, StrictMath.log(sticks - k)));
    abundance = Lanes.rows(endmembers);
    rest = Lanes.rows(sticks);
    prior = Lanes.rows(sticks);
    steep = Lanes.rows(sticks);
    inner = Lanes.rows(sticks);
    at = new double[sticks];
    Arrays.fill(ones, 1);
    logTaken = Lanes.rows(sticks);
    logLeft = Lanes.rows(sticks);
    centres = Lanes.rows(endmembers * residuals.dimensions);
    scales = Lanes.rows(residuals.dimensions);
    factors = Lanes.rows((residuals.mixed ? endmembers : 1) * residuals.entries);
    means = Lanes.rows(sticks);
    squares = Lanes.rows(sticks * (sticks + 1) / 2);
  }

  /** Sums over all nodes of the block that the placement holds. */
  void integrate(Shapes concentrations, Sums wanted) {
    shapes = concentrations;
    sums = wanted;
    Arrays.fill(mass, 0);
    if (wanted == Sums.GRADIENT) {
      Lanes.fill(logTaken, 0);
      Lanes.fill(logLeft, 0);
      Lanes.fill(centres, 0);
      Lanes.fill(scales, 0);
      Lanes.fill(factors, 0);
    } else if (wanted == Sums.MOMENTS) {
      Lanes.fill(means, 0);
      Lanes.fill(squares, 0);
    }
    descend(0, rule.room(), 1);
  }

  /** All nodes whose coordinates from k on lie within what the ball leaves. */
  private void descend(int k, double room, double weightSoFar) {
    StickRow row = stick[k];
    for (int node = 0; node < rule.perCoordinate(); node++) {
      at[k] = rule.node(node);
      double left = room - at[k] * at[k];
      if (left < 0) {
        continue;
      }
      System.arraycopy(placement.centre[k], 0, row.coordinate, 0, LANES);
      for (int j = 0; j <= k; j++) {
        Lanes.add(at[j], placement.spread[ResidualRows.entry(k, j)], row.coordinate);
      }
      row.take();
      split(k);
      double weightHere = weightSoFar * rule.weight(node);
      if (k + 1 < sticks) {
        Arrays.fill(inner[k], 0);
        descend(k + 1, left, weightHere);
        up(k, inner[k]);
      } else {
        leaf(weightHere);
        up(k, weight);
      }
    }
  }

  /** The stick's share of abundances, prior and Jacobian. */
  private void split(int k) {
    StickRow row = stick[k];
    Lanes.product(before(k), row.taken, abundance[k]);
    Lanes.product(before(k), row.left, rest[k]);
    Lanes.scale(shapes.of(k), row.logTaken, prior[k]);
    Lanes.add(shapes.after(k), row.logLeft, prior[k]);
    Lanes.product(row.cosh, row.inside, steep[k]);
    if (k > 0) {
      Lanes.add(1, prior[k - 1], prior[k]);
      Lanes.product(steep[k - 1], steep[k], steep[k]);
    }
  }

  private double[] before(int k) {
    return k == 0 ? ones : rest[k - 1];
  }

  /** Adds the mass below a node to the level above, and the logarithms of its shares. */
  private void up(int k, double[] below) {
    Lanes.add(1, below, k == 0 ? mass : inner[k - 1]);
    if (sums == Sums.GRADIENT) {
      Lanes.addProduct(below, stick[k].logTaken, logTaken[k]);
      Lanes.addProduct(below, stick[k].logLeft, logLeft[k]);
    } else if (sums == Sums.MOMENTS) {
      Lanes.add(at[k], below, means[k]);
      for (int j = 0; j <= k; j++) {
        Lanes.add(at[k] * at[j], below, squares[ResidualRows.entry(k, j)]);
      }
    }
  }

  private void leaf(double nodeWeight) {
    int last = sticks - 1;
    System.arraycopy(rest[last], 0, abundance[sticks], 0, LANES);
    residuals.standardise(abundance);
    Arrays.fill(exponent, 0);
    for (int d = 0; d < residuals.dimensions; d++) {
      Lanes.addProduct(residuals.standardised[d], residuals.standardised[d], exponent);
    }
    weigh(last);
    exponentials.exp(exponent, weight);
    Lanes.product(steep[last], weight, weight);
    for (int d = 1; d < residuals.dimensions; d++) {
      Lanes.product(residuals.inverseDiagonal[d], weight, weight);
    }
    Lanes.scale(nodeWeight, weight, weight);
    if (sums == Sums.GRADIENT) {
      residuals.reverse();
      slopes();
    }
  }

  private void weigh(int last) {
    double[] x = exponent;
    double[] ofPrior = prior[last];
    double[] top = placement.peak;
    for (int l = 0; l < LANES; l++) {
      x[l] = ofPrior[l] - 0.5 * x[l] - top[l];
    }
    Lanes.limitBySize(x, LARGEST_EXPONENT);
  }

  private void slopes() {
    double[] h = weighted;
    for (int d = 0; d < residuals.dimensions; d++) {
      Lanes.product(weight, residuals.reversed[d], h);
      Lanes.addProduct(h, residuals.scaled[d], scales[d]);
      for (int k = 0; k < endmembers; k++) {
        Lanes.addProduct(abundance[k], h, centres[k * residuals.dimensions + d]);
      }
      for (int j = 0; j <= d && d > 0; j++) {
        ofFactor(d, j);
      }
    }
  }

  private void ofFactor(int d, int j) {
    int entry = ResidualRows.entry(d, j);
    double[] slope = exponent;
    Lanes.product(weighted, residuals.standardised[j], slope);
    if (j == d) {
      Lanes.subtractProduct(weight, residuals.inverseDiagonal[d], slope);
    }
    if (!residuals.mixed) {
      Lanes.add(1, slope, factors[entry]);
      return;
    }
    for (int k = 0; k < endmembers; k++) {
      Lanes.addProduct(abundance[k], slope, factors[k * residuals.entries + entry]);
    }
  }
}
