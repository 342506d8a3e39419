package org.debye.inference.nuts;

import org.debye.numeric.RandomStream;

/** An inverse mass matrix A: symmetric, positive definite, n x n. */
interface Metric {
  /** velocity = A momentum. The arrays must not be the same. */
  void velocity(double[] momentum, double[] velocity);

  /** Draws a momentum from N(0, A^-1). */
  void drawMomentum(RandomStream random, double[] momentum);
}
