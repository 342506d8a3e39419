package org.debye.unmixing.posterior;

import org.debye.numeric.RandomStream;

/**
 * Compares the gradient that a density gives with the differences of its values: the gradient of a
 * quadrature is that of the integral, its values are those of the rule. What they differ by is an
 * energy error that no step size mends.
 */
final class SlopeCheck {
  private static final double DIFFERENCE = 0.02;

  private final GlobalsChart density;
  private final RandomStream random;
  private final double[] gradient;
  private final double[] unused;
  private final double[] position;
  private final double[] other;
  private final double[] direction;

  SlopeCheck(GlobalsChart density, RandomStream random) {
    this.density = density;
    this.random = random;
    int n = density.dimension();
    gradient = new double[n];
    unused = new double[n];
    position = new double[n];
    other = new double[n];
    direction = new double[n];
  }

  /**
   * Root mean square difference of the two slopes, for moves as long as draws lie apart: the
   * direction at each draw is the difference of two others over the root of 2 n.
   *
   * @param draws where to compare, in the layout's coordinates
   */
  double error(double[][] draws) {
    double squares = 0;
    for (double[] draw : draws) {
      aim(draws);
      density.enter(draw, position);
      density.evaluate(position, gradient);
      double slope = 0;
      for (int i = 0; i < gradient.length; i++) {
        slope += gradient[i] * direction[i];
      }
      double rise = value(DIFFERENCE) - value(-DIFFERENCE);
      double error = rise / (2 * DIFFERENCE) - slope;
      squares += error * error / draws.length;
    }
    return Math.sqrt(squares);
  }

  private void aim(double[][] draws) {
    int one = random.nextInt(draws.length);
    int two = (one + 1 + random.nextInt(draws.length - 1)) % draws.length;
    density.enter(draws[one], position);
    density.enter(draws[two], other);
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (position[i] - other[i]) / Math.sqrt(2.0 * direction.length);
    }
  }

  private double value(double distance) {
    for (int i = 0; i < position.length; i++) {
      other[i] = position[i] + distance * direction[i];
    }
    return density.evaluate(other, unused);
  }
}
