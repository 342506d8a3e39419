package org.debye.unmixing.scene;

import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.BandMoments;
import org.debye.unmixing.subspace.MinimumNoiseFraction;
import org.debye.unmixing.subspace.NoiseEstimate;
import org.debye.unmixing.subspace.PrincipalComponents;
import org.debye.unmixing.subspace.Subspace;

/**
 * A scene in few dimensions.
 *
 * @param points N x D
 * @param rank dimensions that the spectra span
 * @param explained share of the variance within the subspace
 */
record ReducedScene(Observations points, Subspace subspace, int rank, double explained) {

  static ReducedScene of(Observations spectra, int dimensions, Reduction reduction) {
    BandMoments moments = BandMoments.of(spectra);
    PrincipalComponents components = PrincipalComponents.of(moments, dimensions);
    Subspace subspace =
        switch (reduction) {
          case PRINCIPAL_COMPONENTS -> components.subspace();
          case MINIMUM_NOISE_FRACTION ->
              MinimumNoiseFraction.of(
                      moments, NoiseEstimate.byRegression(moments).independent(), dimensions)
                  .subspace();
        };
    return new ReducedScene(
        subspace.project(spectra),
        subspace,
        components.rank(),
        explained(spectra, moments, subspace));
  }

  private static double explained(Observations spectra, BandMoments moments, Subspace subspace) {
    double total = 0;
    double outside = 0;
    double[] residual = subspace.residualVariance(spectra);
    for (int b = 0; b < residual.length; b++) {
      total += moments.covariance()[b * residual.length + b];
      outside += residual[b];
    }
    return 1 - outside / total;
  }
}
