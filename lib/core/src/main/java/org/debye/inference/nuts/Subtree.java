package org.debye.inference.nuts;

/**
 * A stretch of a trajectory: a point drawn from it by weight, its two ends, and the sum of its
 * momenta. First and last are in the order of integration. Arrays change owner by swaps, so that
 * nothing is copied when stretches are joined.
 */
final class Subtree {
  double[] position;
  double[] gradient;
  double[] firstMomentum;
  double[] firstVelocity;
  double[] lastMomentum;
  double[] lastVelocity;
  double[] momentumSum;
  double logDensity;
  double energy;

  /** Logarithm of the summed weights exp(energy at start - energy). */
  double logWeight;

  /** One leaf: its last point and its sum are the first. */
  boolean single;

  Subtree(int dimension) {
    position = new double[dimension];
    gradient = new double[dimension];
    firstMomentum = new double[dimension];
    firstVelocity = new double[dimension];
    lastMomentum = new double[dimension];
    lastVelocity = new double[dimension];
    momentumSum = new double[dimension];
  }

  double[] sum() {
    return single ? firstMomentum : momentumSum;
  }

  double[] endMomentum() {
    return single ? firstMomentum : lastMomentum;
  }

  double[] endVelocity() {
    return single ? firstVelocity : lastVelocity;
  }

  /** Takes another stretch's drawn point; that one keeps our old arrays. */
  void takePoint(Subtree other) {
    double[] array = position;
    position = other.position;
    other.position = array;
    array = gradient;
    gradient = other.gradient;
    other.gradient = array;
    logDensity = other.logDensity;
    energy = other.energy;
  }

  void takeFirst(Subtree other) {
    double[] array = firstMomentum;
    firstMomentum = other.firstMomentum;
    other.firstMomentum = array;
    array = firstVelocity;
    firstVelocity = other.firstVelocity;
    other.firstVelocity = array;
  }

  void takeLast(Subtree other) {
    double[] momentum = lastMomentum;
    double[] velocity = lastVelocity;
    lastMomentum = other.endMomentum();
    lastVelocity = other.endVelocity();
    if (other.single) {
      other.firstMomentum = momentum;
      other.firstVelocity = velocity;
    } else {
      other.lastMomentum = momentum;
      other.lastVelocity = velocity;
    }
  }

  /** Looks at the same stretch from its other end. */
  void turnAround() {
    double[] array = firstMomentum;
    firstMomentum = lastMomentum;
    lastMomentum = array;
    array = firstVelocity;
    firstVelocity = lastVelocity;
    lastVelocity = array;
  }
}
