package org.debye.unmixing.scene;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.posterior.StartSummary;

/**
 * Abundances of every spectrum, also of those that the endmembers were not inferred from: for each
 * of some draws of the globals, {@link ConditionalAbundances} moves on from the draw before. The
 * intervals hold the noise and the uncertainty of the endmembers.
 */
final class AbundanceIntervals {
  private static final int DRAWS = 100;
  private static final int BURN_IN = 20;
  private static final double LEAST_SHARE = 0.01;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private AbundanceIntervals() {}

  /**
   * Means and 90 % intervals.
   *
   * @param points N x D standardised
   * @param draws of the globals, alpha1 last
   */
  static SceneAbundances of(Observations points, StartSummary draws, RandomStreams streams) {
    int n = points.count();
    int k = draws.layout().endmembers();
    int used = Math.min(DRAWS, draws.count());
    ConditionalAbundances[] given = new ConditionalAbundances[used];
    for (int s = 0; s < used; s++) {
      given[s] = new ConditionalAbundances(draws.layout());
      int draw = (int) ((long) s * draws.count() / used);
      given[s].condition(draws.draws(), draw * draws.layout().width(), draws.layout());
    }
    double[] shares = begin(points, draws);
    double[] mean = new double[n * k];
    double[] low = new double[n * k];
    double[] high = new double[n * k];
    double[] row = new double[k];
    double[][] values = new double[k][used];
    for (int i = 0; i < n; i++) {
      RandomStream random = streams.at("abundances", i);
      System.arraycopy(shares, i * k, row, 0, k);
      for (int sweep = 0; sweep < BURN_IN; sweep++) {
        given[0].sweep(points.values(), i * points.dimensions(), row, random);
      }
      for (int s = 0; s < used; s++) {
        given[s].sweep(points.values(), i * points.dimensions(), row, random);
        for (int j = 0; j < k; j++) {
          values[j][s] = row[j];
          mean[i * k + j] += row[j] / used;
        }
      }
      for (int j = 0; j < k; j++) {
        Arrays.sort(values[j]);
        low[i * k + j] = SpectrumBands.quantile(values[j], LOW);
        high[i * k + j] = SpectrumBands.quantile(values[j], HIGH);
      }
    }
    return new SceneAbundances(n, k, mean, low, high);
  }

  /** Fully constrained least squares at the posterior mean, moved off the faces. */
  private static double[] begin(Observations points, StartSummary draws) {
    int k = draws.layout().endmembers();
    double[] coordinates = draws.layout().endmembers(draws.mean());
    double[] shares =
        AbundanceSolver.of(
                Endmembers.free(k, points.dimensions(), coordinates),
                new AbundanceMethod.FullyConstrained())
            .solveAll(points)
            .values();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (shares[i] + LEAST_SHARE) / (1 + LEAST_SHARE * k);
    }
    return shares;
  }
}
