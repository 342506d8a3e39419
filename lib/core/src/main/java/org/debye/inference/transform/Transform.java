package org.debye.inference.transform;

/**
 * A smooth bijection x = f(u) from unconstrained coordinates u to constrained values x. All methods
 * work on a stretch of the caller's arrays, allocate nothing and may be called from any thread.
 *
 * <pre>{@code
 * double lp = simplex.constrain(u, 0, x, 0);      // log |det J|
 * lp += logDensityOf(x, dx);                      // and its gradient with respect to x
 * simplex.pullBack(u, 0, x, 0, dx, du);           // gradient with respect to u, Jacobian included
 * }</pre>
 */
public interface Transform {
  /** The number of unconstrained coordinates. */
  int coordinates();

  /** The number of constrained values; more than the coordinates where these are bound together. */
  int values();

  /**
   * x = f(u).
   *
   * @param u coordinates from {@code uAt} on
   * @param x values from {@code xAt} on; overwritten
   * @return log of the absolute Jacobian determinant, with respect to the values that are free
   */
  double constrain(double[] u, int uAt, double[] x, int xAt);

  /**
   * du = J' dx + the gradient of log |det J|.
   *
   * @param u coordinates from {@code uAt} on
   * @param x what {@link #constrain} made of them, from {@code xAt} on
   * @param dx gradient with respect to the values, from {@code xAt} on; not modified
   * @param du gradient with respect to the coordinates, from {@code uAt} on; overwritten
   */
  void pullBack(double[] u, int uAt, double[] x, int xAt, double[] dx, double[] du);

  /**
   * u such that f(u) = x. A value on its bound gives an infinite coordinate, one beyond it NaN.
   *
   * @param x values from {@code xAt} on
   * @param u coordinates from {@code uAt} on; overwritten
   */
  void unconstrain(double[] x, int xAt, double[] u, int uAt);
}
