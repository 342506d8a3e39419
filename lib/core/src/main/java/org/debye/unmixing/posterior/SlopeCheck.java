package org.debye.unmixing.posterior;

import org.debye.numeric.RandomStream;

/**
 * Compares the gradient that a density gives with the differences of its values: the gradient of a
 * quadrature is that of the integral, its values are those of the rule. What they differ by is an
 * energy error that no step size mends.
 */
final class SlopeCheck {
  private static final double DIFFERENCE = 0.02;

  private final WhitenedDensity density;
  private final RandomStream random;
  private final double[] gradient;
  private final double[] unused;
  private final double[] white;
  private final double[] direction;
  private final double[] moved;

  SlopeCheck(WhitenedDensity density, RandomStream random) {
    this.density = density;
    this.random = random;
    int n = density.dimension();
    gradient = new double[n];
    unused = new double[n];
    white = new double[n];
    direction = new double[n];
    moved = new double[n];
  }

  /**
   * Root mean square difference of the two slopes, for moves of one standard deviation in random
   * directions.
   *
   * @param draws where to compare, in the inner coordinates
   */
  double error(double[][] draws) {
    double squares = 0;
    for (double[] draw : draws) {
      aim();
      density.whiten(draw, white);
      density.evaluate(white, gradient);
      double slope = 0;
      for (int i = 0; i < white.length; i++) {
        slope += gradient[i] * direction[i];
      }
      double rise = value(DIFFERENCE) - value(-DIFFERENCE);
      double error = rise / (2 * DIFFERENCE) - slope;
      squares += error * error / draws.length;
    }
    return Math.sqrt(squares);
  }

  private void aim() {
    double length = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextGaussian();
      length += direction[i] * direction[i];
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= Math.sqrt(length);
    }
  }

  private double value(double distance) {
    for (int i = 0; i < white.length; i++) {
      moved[i] = white[i] + distance * direction[i];
    }
    return density.evaluate(moved, unused);
  }
}
