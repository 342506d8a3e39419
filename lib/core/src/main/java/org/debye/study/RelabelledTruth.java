package org.debye.study;

import org.debye.spectra.mixing.Mixture;

/**
 * The truth under the labels of a posterior, for what depends on the order of the endmembers: the
 * log density of the sampler's coordinates, whose Jacobian breaks sticks in that order.
 *
 * @param logAbundances N x K
 */
record RelabelledTruth(Mixture mixture, double[] logAbundances) {

  /**
   * Puts truth t in the place {@code matching[t]}.
   *
   * @param matching the posterior's endmember of each of the truth's
   */
  static RelabelledTruth of(SimulatedDataset data, int[] matching) {
    Mixture truth = data.truth();
    int k = matching.length;
    int dimensions = truth.endmembers().length / k;
    Mixture relabelled =
        new Mixture(
            placed(truth.weights(), k, 1, matching),
            placed(truth.endmembers(), k, dimensions, matching),
            truth.scales(),
            truth.correlation(),
            placed(truth.abundances(), k, 1, matching));
    return new RelabelledTruth(relabelled, placed(data.logAbundances(), k, 1, matching));
  }

  /** Blocks of a width, row after row of K of them. */
  private static double[] placed(double[] values, int k, int width, int[] matching) {
    double[] placed = new double[values.length];
    for (int row = 0; row < values.length; row += k * width) {
      for (int label = 0; label < k; label++) {
        System.arraycopy(values, row + label * width, placed, row + matching[label] * width, width);
      }
    }
    return placed;
  }
}
