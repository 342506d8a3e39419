package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.Observations;

/**
 * The observations' normal log density for one noise model: value, slopes by abundance for each
 * block, and the gradient by endmember, scale and correlation summed over blocks. Used as begin,
 * for each block apply, end.
 */
abstract sealed class NoiseKernel permits SharedNoise, MixedNoise {
  static final int LANES = Lanes.COUNT;
  static final double LOG_TWO_PI = 1.8378770664093453;

  final int observations;
  final int endmembers;
  final int dimensions;
  private final double[] observed;
  final double[] centre;
  final double[][] residual;
  private final double[][] pull;
  private final double[][] slopes;
  private final double[][] centreSlopes;

  NoiseKernel(Observations observations, int endmembers) {
    this.observations = observations.count();
    this.endmembers = endmembers;
    dimensions = observations.dimensions();
    observed = new double[this.observations * dimensions];
    for (int i = 0; i < this.observations; i++) {
      for (int d = 0; d < dimensions; d++) {
        observed[d * this.observations + i] = observations.values()[i * dimensions + d];
      }
    }
    centre = new double[endmembers * dimensions];
    residual = Lanes.rows(dimensions);
    pull = Lanes.rows(dimensions);
    slopes = Lanes.rows(endmembers);
    centreSlopes = Lanes.rows(endmembers * dimensions);
  }

  /** Starts a pass: endmembers from the position, scales and factors from the globals. */
  void begin(MixingGlobals globals, double[] position, int endmembersAt) {
    System.arraycopy(position, endmembersAt, centre, 0, centre.length);
    Lanes.fill(centreSlopes, 0);
  }

  /** Slopes of the log likelihood by abundance of the last block, a row an endmember. */
  final double[][] slopes() {
    return slopes;
  }

  /** Adds a block: its log likelihood, its share of the global gradient, its slopes. */
  abstract void apply(AbundanceBlock block, int start);

  /** The sum over the blocks since begin, with constants. */
  abstract double logLikelihood();

  /** Adds to the globals' gradient, and sets the endmembers' part of the gradient. */
  void end(MixingGlobals globals, double[] gradient, int endmembersAt) {
    for (int row = 0; row < centre.length; row++) {
      gradient[endmembersAt + row] = Lanes.sum(centreSlopes[row]);
    }
  }

  /** log N(y_i | C w_i, Sigma_i) of the block's observations. */
  abstract void pointwise(AbundanceBlock block, int start, double[] logLikelihoods);

  /** residual = y - C w; 0 in lanes without an observation, which then add nothing to any sum. */
  final void subtractMixture(double[][] abundance, int start) {
    int lanes = Math.min(LANES, observations - start);
    for (int d = 0; d < dimensions; d++) {
      System.arraycopy(observed, d * observations + start, residual[d], 0, lanes);
      for (int k = 0; k < endmembers; k++) {
        Lanes.add(-centre[k * dimensions + d], abundance[k], residual[d]);
      }
      Arrays.fill(residual[d], lanes, LANES, 0);
    }
  }

  /** Where the slope by the mixture's mean goes, a row a dimension. */
  final double[][] pull() {
    return pull;
  }

  /** From the slope by the mean to those by abundance and, summed, by endmember. */
  final void pullBackMean(double[][] abundance) {
    for (int k = 0; k < endmembers; k++) {
      int row = k * dimensions;
      Lanes.scale(centre[row], pull[0], slopes[k]);
      for (int d = 1; d < dimensions; d++) {
        Lanes.add(centre[row + d], pull[d], slopes[k]);
      }
      for (int d = 0; d < dimensions; d++) {
        Lanes.addProduct(abundance[k], pull[d], centreSlopes[row + d]);
      }
    }
  }
}
