package org.debye.unmixing.scene;

import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.unmixing.posterior.MixingPrior;

/**
 * What is assumed of a measured scene, in standardised coordinates (mean square 1 over the scene).
 * Weak, and the same for every scene: endmembers within some ten times the scene's spread of its
 * mean; the degree of mixing alpha1 unknown within a factor of seven of 1 either way; scatter about
 * the simplex, which is noise and variability of the endmembers together, between 1 and 20 % of the
 * spread with 95 % probability.
 *
 * <p>The scatter's correlations are within 0.3 of zero with 95 % probability, since white noise has
 * none along principal components, nor any noise along minimum noise fractions. In D = K - 1
 * dimensions any point inside the simplex fits exactly, and a scatter of correlation 1 would take
 * one direction of the mixing for noise; where abundances are not Dirichlet, which measured ones
 * never are, the likelihood likes just that (docs/decisions/007).
 */
final class ScenePrior {
  /** tau of c_k ~ N(0, tau^2 I). */
  static final double ENDMEMBER_SCALE = 5;

  /** eta of LKJ: a correlation's standard deviation is 1 / sqrt(2 eta + D - 1). */
  private static final double UNCORRELATEDNESS = 20;

  private static final double SCATTER_MEDIAN = 0.05;
  private static final double SCATTER_DEVIATION = 0.7;

  private ScenePrior() {}

  static MixingModel model(int endmembers, int dimensions) {
    return new MixingModel(
        endmembers, dimensions, 1, 1, 1, UNCORRELATEDNESS, NoiseModel.STANDARD_DEVIATION);
  }

  static MixingPrior prior() {
    return new MixingPrior(
        new MixingPrior.Inferred(1, 1),
        new MixingPrior.LogNormal(SCATTER_MEDIAN, SCATTER_DEVIATION),
        ENDMEMBER_SCALE);
  }
}
