package org.debye.unmixing.scene;

/**
 * Shares of the endmembers in each spectrum.
 *
 * @param count N
 * @param endmembers K
 * @param mean N x K, row major, rows on the simplex
 * @param low N x K, 5 % quantiles; empty for a point estimate
 * @param high N x K, 95 % quantiles; empty for a point estimate
 */
public record SceneAbundances(
    int count, int endmembers, double[] mean, double[] low, double[] high) {
  public SceneAbundances {
    int size = count * endmembers;
    if (mean.length != size
        || low.length != high.length
        || (low.length != 0 && low.length != size)) {
      throw new IllegalArgumentException("abundances do not fit " + count + " x " + endmembers);
    }
  }
}
