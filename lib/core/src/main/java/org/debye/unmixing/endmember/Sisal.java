package org.debye.unmixing.endmember;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.PrincipalComponents;
import org.debye.unmixing.subspace.Subspace;

/**
 * Simplex identification via split augmented Lagrangian (Bioucas-Dias 2009, WHISPERS,
 * arXiv:0904.4635): the simplex of smallest volume around the points, whose negative abundances
 * cost a hinge rather than being forbidden, so that noise and outliers may stay outside. Over Q,
 * the inverse of the endmember matrix in K coordinates,
 *
 * <pre>minimise - log |det Q| + tau sum max(-Q Y, 0)   subject to   1'Q = 1'Y'(Y Y')^-1</pre>
 *
 * by a sequence of quadratic approximations of the first term, each solved by a few steps of the
 * augmented Lagrangian method (eqs 10 to 14). Points are reduced to K - 1 principal components,
 * scaled to unit variance and lifted by a 1. Starts from {@link Vca}, widened. It needs no pure
 * observation, and is the fair rival where there is none; with many observations near the faces it
 * is exact, with few it underestimates the volume.
 *
 * <p>Differs from the author's program: 50 augmented Lagrangian steps for each subproblem instead
 * of 4, because with 4 the cost was seen to stop short of its minimum, and an end as soon as the
 * cost stands still.
 *
 * @param tau cost of a negative abundance, above 0: the larger, the fewer points outside
 * @param iterations most quadratic subproblems, at least 1
 * @param penalty mu of the augmented Lagrangian times N / K, above 0
 */
public record Sisal(double tau, int iterations, double penalty) implements EndmemberExtractor {
  /** The settings of the author's program: tau 1, mu = 1000 K / N; at most 300 subproblems. */
  public static final Sisal DEFAULT = new Sisal(1, 300, 1000);

  private static final double SETTLED = 1e-6;

  public Sisal {
    if (!(tau > 0) || iterations < 1 || !(penalty > 0)) {
      throw new IllegalArgumentException("tau, iterations and penalty must be above 0");
    }
  }

  @Override
  public Extraction extract(Observations points, int endmembers, RandomStream stream) {
    MixtureInput.require(points, endmembers, "SISAL");
    int d = endmembers - 1;
    PrincipalComponents components = PrincipalComponents.of(points, d);
    if (components.rank() < d) {
      return new Extraction.Degenerate(components.rank(), endmembers);
    }
    double[] scale = new double[d];
    for (int j = 0; j < d; j++) {
      scale[j] = Math.sqrt(components.variances()[j]);
    }
    Subspace subspace = components.subspace();
    double[] x = subspace.project(points).values();
    for (int i = 0; i < x.length; i++) {
      x[i] /= scale[i % d];
    }
    double[] start = widened(new Observations(points.count(), d, x), endmembers, stream);
    MinimumVolumeFit fit = new MinimumVolumeFit(x, d, tau, penalty * endmembers / points.count());
    MinimumVolumeFit.Outcome outcome = fit.run(start, iterations, SETTLED);
    double[] corners = fit.corners();
    for (int i = 0; i < corners.length; i++) {
      corners[i] *= scale[i % d];
    }
    Endmembers found = Endmembers.free(endmembers, points.dimensions(), subspace.lift(corners));
    return outcome.settled()
        ? new Extraction.Extracted(found, outcome.iterations())
        : new Extraction.Unfinished(found, outcome.iterations());
  }

  /** VCA's corners, moved away from their mean by K times their distance to it. */
  private static double[] widened(Observations points, int endmembers, RandomStream stream) {
    Endmembers vca = Vca.DEFAULT.extract(points, endmembers, stream).found().orElseThrow();
    int d = points.dimensions();
    double[] out = vca.coordinates().clone();
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int k = 0; k < endmembers; k++) {
        mean += vca.at(k, j) / endmembers;
      }
      for (int k = 0; k < endmembers; k++) {
        out[k * d + j] += endmembers * (vca.at(k, j) - mean);
      }
    }
    return out;
  }
}
