package org.debye.inference;

/**
 * A distribution on R^n, known by its log density up to a constant and by the gradient of that.
 * Bounded parameters are transformed first ({@code org.debye.inference.transform}), with the
 * Jacobian in the density. An instance may hold a workspace: give each thread its own.
 */
public interface LogDensity {
  /** n, the number of unconstrained coordinates. */
  int dimension();

  /**
   * Log density and gradient in one pass, without allocation.
   *
   * @param position n coordinates
   * @param gradient n; overwritten. Its content is undefined where the value returned is not finite
   * @return log density up to a constant; NaN or minus infinity where the density is zero or cannot
   *     be computed. Never throws for a position
   */
  double evaluate(double[] position, double[] gradient);
}
