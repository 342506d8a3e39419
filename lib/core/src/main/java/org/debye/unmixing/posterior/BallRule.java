package org.debye.unmixing.posterior;

import org.debye.numeric.GaussHermite;

/**
 * The product of Gauss-Hermite rules, without the nodes in its corners, whose weights are below any
 * other's. Integrates a function over R^b by its values at the nodes times {@link #weight} of each
 * coordinate.
 */
final class BallRule implements AbundanceRule {
  /** In units of the outermost node of one rule. */
  private static final double RADIUS = 1.42;

  private static final double LOG_TWO_PI = 1.8378770664093453;

  private final double[] nodes;
  private final double[] weights;

  /**
   * @param perCoordinate nodes along each axis
   */
  BallRule(int perCoordinate) {
    GaussHermite rule = GaussHermite.of(perCoordinate);
    nodes = new double[perCoordinate];
    weights = new double[perCoordinate];
    for (int i = 0; i < perCoordinate; i++) {
      nodes[i] = rule.node(i);
      double inverseDensity = StrictMath.exp(0.5 * (nodes[i] * nodes[i] + LOG_TWO_PI));
      weights[i] = rule.weight(i) * inverseDensity;
    }
  }

  int perCoordinate() {
    return nodes.length;
  }

  double node(int i) {
    return nodes[i];
  }

  /** Weight of node i of one coordinate, over the normal density there. */
  double weight(int i) {
    return weights[i];
  }

  /** The square of the ball's radius. */
  double room() {
    double radius = RADIUS * nodes[nodes.length - 1];
    return radius * radius;
  }

  @Override
  public int points(int sticks) {
    return points(sticks, room());
  }

  @Override
  public AbundanceIntegral integral(MixingDensity joint, WeightedObservations observed) {
    return new AdaptiveIntegral(joint.model(), observed, MarginalDensity.layout(joint), this);
  }

  private int points(int dimensions, double room) {
    int count = 0;
    for (double node : nodes) {
      double left = room - node * node;
      if (left >= 0) {
        count += dimensions == 1 ? 1 : points(dimensions - 1, left);
      }
    }
    return count;
  }
}
