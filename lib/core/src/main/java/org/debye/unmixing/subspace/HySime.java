package org.debye.unmixing.subspace;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.numeric.SymmetricEigen;
import org.debye.spectra.mixing.Observations;

/**
 * Hyperspectral signal subspace identification by minimum error (Bioucas-Dias and Nascimento 2008,
 * IEEE TGRS 46:2435, Algorithm 2). Of the eigenvectors e_j of the signal's second moments those are
 * kept for which the power of the spectra along e_j is above twice that of the noise: - e_j'R_y e_j
 * + 2 e_j'R_n e_j &lt; 0 (eqs 19 and 20). Their number is an estimate of the number of endmembers:
 * it counts the dimensions of the cone of spectra, so K endmembers with shares that sum to one give
 * K. Endmember variability and scattered light count as well.
 *
 * @param dimensions number of kept eigenvectors
 * @param subspace through the origin, spanned by them, most useful first; of dimension 1 at least
 * @param costs P values of eq. 19, ascending: negative for the kept
 */
public record HySime(int dimensions, Subspace subspace, double[] costs) {
  private static final double RIDGE = 1e-5;

  /** With the noise estimated by regression. */
  public static HySime of(Observations spectra) {
    BandMoments moments = BandMoments.of(spectra);
    return of(moments, NoiseEstimate.byRegression(moments));
  }

  /** With a noise estimate. */
  public static HySime of(BandMoments moments, NoiseEstimate noise) {
    int p = moments.bands();
    SymmetricEigen eigen = SymmetricEigen.of(noise.signal(), p);
    double[] noiseMoments = noise.covariance().clone();
    double trace = 0;
    for (int b = 0; b < p; b++) {
      trace += noise.signal()[b * p + b];
    }
    for (int b = 0; b < p; b++) {
      noiseMoments[b * p + b] += RIDGE * trace / p;
    }
    double[] costs = new double[p];
    for (int j = 0; j < p; j++) {
      costs[j] =
          2 * along(noiseMoments, eigen.vectors(), j, p)
              - along(moments.correlation(), eigen.vectors(), j, p);
    }
    int[] order =
        IntStream.range(0, p)
            .boxed()
            .sorted((a, b) -> Double.compare(costs[a], costs[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = (int) Arrays.stream(costs).filter(cost -> cost < 0).count();
    double[] basis = new double[Math.max(kept, 1) * p];
    for (int j = 0; j < Math.max(kept, 1); j++) {
      System.arraycopy(eigen.vectors(), order[j] * p, basis, j * p, p);
    }
    Subspace subspace = new Subspace(p, Math.max(kept, 1), new double[p], basis, basis);
    double[] sorted = costs.clone();
    Arrays.sort(sorted);
    return new HySime(kept, subspace, sorted);
  }

  /** e_j' M e_j. */
  private static double along(double[] matrix, double[] vectors, int j, int p) {
    double sum = 0;
    for (int a = 0; a < p; a++) {
      double row = 0;
      for (int b = 0; b < p; b++) {
        row += matrix[a * p + b] * vectors[j * p + b];
      }
      sum += vectors[j * p + a] * row;
    }
    return sum;
  }
}
