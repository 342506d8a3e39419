package org.debye.inference.nuts;

/**
 * Where the integrator stands. The arrays may belong to another's stretch: they are read, and
 * replaced by those of the next point.
 */
final class PhasePoint {
  double[] position;
  double[] gradient;
  double[] momentum;
  double[] velocity;

  /** Inverse mass matrix times gradient. */
  final double[] force;

  PhasePoint(int dimension) {
    position = new double[dimension];
    gradient = new double[dimension];
    momentum = new double[dimension];
    velocity = new double[dimension];
    force = new double[dimension];
  }

  /** Refers to another point's arrays, all but the force, which is copied. */
  void lookAt(PhasePoint other) {
    position = other.position;
    gradient = other.gradient;
    momentum = other.momentum;
    velocity = other.velocity;
    System.arraycopy(other.force, 0, force, 0, force.length);
  }

  void copy(PhasePoint other) {
    int n = force.length;
    System.arraycopy(other.position, 0, position, 0, n);
    System.arraycopy(other.gradient, 0, gradient, 0, n);
    System.arraycopy(other.momentum, 0, momentum, 0, n);
    System.arraycopy(other.velocity, 0, velocity, 0, n);
    System.arraycopy(other.force, 0, force, 0, n);
  }
}
