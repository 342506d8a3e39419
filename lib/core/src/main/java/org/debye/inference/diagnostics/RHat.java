package org.debye.inference.diagnostics;

/**
 * Potential scale reduction: how far chains disagree, 1 if not at all. Below 1.01 is the usual
 * demand of {@link #rankNormalised}.
 *
 * <p>R-hat = sqrt((n - 1)/n + B/(n W)) of the chains' halves, n draws each, B/n the variance of
 * their means, W the mean of their variances. Values equal those of R posterior 1.4.
 *
 * <p>Chains are chain by draw; a longer chain is cut to the first draws of the shortest. NaN where
 * a draw is not finite, all draws are equal, or a chain has fewer than four: such chains show
 * nothing. Chains that each stand still at places of their own give infinity.
 */
public final class RHat {
  private static final int SHORTEST = 2;

  private RHat() {}

  /**
   * The largest of the R-hats of normal scores, of the draws and of their distances to the median
   * (Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, Bayesian Analysis 16:667-718, section
   * 4.1): sees differences of place and of scale, and needs no moments.
   */
  public static double rankNormalised(double[][] chains) {
    Chains all = Chains.of(chains);
    return all.finite()
        ? rankNormalised(all, all.sorted(), NormalScores.of(all.split()))
        : Double.NaN;
  }

  /**
   * The same from what its caller has already.
   *
   * @param sorted all draws in ascending order
   * @param scores of the halves
   */
  static double rankNormalised(Chains all, double[] sorted, Chains scores) {
    double median = Quantiles.median(sorted);
    Chains folded = all.map(x -> Math.abs(x - median)).split();
    return Math.max(ofHalves(scores), ofHalves(NormalScores.of(folded)));
  }

  /** R-hat of the draws themselves (Gelman et al. 2013, section 11.4). */
  public static double split(double[][] chains) {
    return ofHalves(Chains.of(chains).split());
  }

  private static double ofHalves(Chains chains) {
    if (chains.length() < SHORTEST || chains.degenerate()) {
      return Double.NaN;
    }
    double[] means = new double[chains.count()];
    double within = 0;
    for (int c = 0; c < means.length; c++) {
      means[c] = Moments.mean(chains.values()[c]);
      within += Moments.variance(chains.values()[c]) / means.length;
    }
    double n = chains.length();
    return Math.sqrt((n * Moments.variance(means) / within + n - 1) / n);
  }
}
