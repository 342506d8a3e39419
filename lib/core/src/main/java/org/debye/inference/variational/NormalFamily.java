package org.debye.inference.variational;

import org.debye.numeric.RandomStream;

/**
 * A family of normal distributions of n coordinates as maps x = mu + s o (M eps) of standard normal
 * noise eps, s = log(1 + exp(rho)) and M free in the family's own way. The parameters are one flat
 * array: mu at 0, rho at n, M's after. Holds what {@link #prepare} computed of the parameters last
 * given. Not thread safe.
 */
interface NormalFamily {
  /** n. */
  int dimension();

  int parameters();

  /** Numbers of eps. */
  int noise();

  /** Puts the start into the parameters. */
  void start(double[] initial, double scale, RandomStream random, double[] parameters);

  /** Takes the parameters for the calls that follow. They must not change meanwhile. */
  void prepare(double[] parameters);

  /** x of eps; x overwritten. */
  void map(double[] noise, double[] x);

  /**
   * Adds the derivatives of log p(x(eps)) by the parameters.
   *
   * @param slope gradient of log p at x
   * @param gradient one for each parameter
   */
  void pullBack(double[] noise, double[] slope, double[] gradient);

  /** Entropy of the distribution, with its constants. */
  double entropy();

  /** Adds the derivatives of the entropy by the parameters. */
  void addEntropyGradient(double[] gradient);

  /** log q(x), with its constants. Allocates nothing. */
  double logDensity(double[] x);

  /** Standard deviation of each coordinate. */
  void standardDeviations(double[] sd);
}
