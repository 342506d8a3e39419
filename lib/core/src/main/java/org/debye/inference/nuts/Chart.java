package org.debye.inference.nuts;

import org.debye.inference.LogDensity;

/**
 * Coordinates z in which a chain runs, and the density over them. A draw is reported as the
 * position x that it stands for.
 */
interface Chart {
  /** Over z: the density of x with the Jacobian of x with respect to z. */
  LogDensity density();

  /** z of a position; x is not modified. */
  void enter(double[] x, double[] z);

  /** The position that z stands for; may be z itself, or a buffer that the next call overwrites. */
  double[] leave(double[] z);

  /** log |det dx/dz|. */
  double logJacobian(double[] z);

  /** x = z. */
  record Identity(LogDensity density) implements Chart {
    @Override
    public void enter(double[] x, double[] z) {
      System.arraycopy(x, 0, z, 0, x.length);
    }

    @Override
    public double[] leave(double[] z) {
      return z;
    }

    @Override
    public double logJacobian(double[] z) {
      return 0;
    }
  }
}
