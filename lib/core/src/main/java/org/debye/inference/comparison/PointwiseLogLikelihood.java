package org.debye.inference.comparison;

/**
 * log p(y_i | draw) of every observation at every draw. Where observations have latent variables of
 * their own, give the likelihood with those integrated out: leaving out an observation while
 * keeping its latent variable says little.
 *
 * @param chains at least 1
 * @param draws of each chain, at least 2
 * @param observations at least 1
 * @param values chain by draw by observation, the last fastest; finite. Not copied
 */
public record PointwiseLogLikelihood(int chains, int draws, int observations, double[] values) {

  public PointwiseLogLikelihood {
    if (chains < 1 || draws < 2 || observations < 1) {
      throw new IllegalArgumentException(
          chains + " chains of " + draws + " draws of " + observations + " observations");
    }
    if (values.length != (long) chains * draws * observations) {
      throw new IllegalArgumentException(
          values.length + " values for " + chains + " x " + draws + " x " + observations);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "log likelihood of observation " + i % observations + " is " + values[i]);
      }
    }
  }

  /** All draws of all chains. */
  int size() {
    return chains * draws;
  }

  /**
   * The draws of one observation, chain after chain.
   *
   * @param out one for each draw; overwritten
   */
  void copy(int observation, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = values[s * observations + observation];
    }
  }
}
