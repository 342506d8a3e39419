package org.debye.unmixing.posterior;

import org.debye.spectra.mixing.Observations;

/**
 * One covariance T T', T = diag(s) L, for all observations. With e = T^-1 (y - C w) the log
 * likelihood is -e'e / 2 - log |T|, its slope by the mean T^-T e, and by T the lower part of T^-T e
 * e' less diag(1 / T_dd): the sum E of e e' is all that scales and correlations need.
 */
final class SharedNoise extends NoiseKernel {
  private final double[] inverse;
  private final double[][] standardised;
  private final double[][] moments;
  private final double[] momentSums;
  private double logDeterminant;

  SharedNoise(Observations observations, int endmembers) {
    super(observations, endmembers);
    inverse = new double[dimensions * dimensions];
    standardised = Lanes.rows(dimensions);
    moments = Lanes.rows(dimensions * (dimensions + 1) / 2);
    momentSums = new double[dimensions * dimensions];
  }

  @Override
  void begin(MixingGlobals globals, double[] position, int endmembersAt) {
    super.begin(globals, position, endmembersAt);
    Lanes.fill(moments, 0);
    invert(globals.scales(), globals.factors());
  }

  /** T^-1 by forward substitution. */
  private void invert(double[] scales, double[] factor) {
    logDeterminant = 0;
    for (int row = 0; row < dimensions; row++) {
      int at = row * dimensions;
      double diagonal = scales[row] * factor[at + row];
      logDeterminant += StrictMath.log(diagonal);
      for (int column = 0; column < row; column++) {
        double sum = 0;
        for (int m = column; m < row; m++) {
          sum += factor[at + m] * inverse[m * dimensions + column];
        }
        inverse[at + column] = -sum / factor[at + row];
      }
      inverse[at + row] = 1 / diagonal;
    }
  }

  @Override
  void apply(AbundanceBlock block, int start) {
    standardise(block, start);
    int moment = 0;
    for (int d = 0; d < dimensions; d++) {
      for (int j = 0; j <= d; j++) {
        Lanes.addProduct(standardised[d], standardised[j], moments[moment]);
        moment++;
      }
      int diagonal = d * dimensions + d;
      Lanes.scale(inverse[diagonal], standardised[d], pull()[d]);
      for (int m = d + 1; m < dimensions; m++) {
        Lanes.add(inverse[m * dimensions + d], standardised[m], pull()[d]);
      }
    }
    pullBackMean(block.abundances());
  }

  private void standardise(AbundanceBlock block, int start) {
    subtractMixture(block.abundances(), start);
    for (int d = 0; d < dimensions; d++) {
      int at = d * dimensions;
      Lanes.scale(inverse[at], residual[0], standardised[d]);
      for (int j = 1; j <= d; j++) {
        Lanes.add(inverse[at + j], residual[j], standardised[d]);
      }
    }
  }

  @Override
  double logLikelihood() {
    double squares = 0;
    int moment = 0;
    for (int d = 0; d < dimensions; d++) {
      for (int j = 0; j <= d; j++) {
        double sum = Lanes.sum(moments[moment++]);
        momentSums[d * dimensions + j] = sum;
        momentSums[j * dimensions + d] = sum;
      }
      squares += momentSums[d * dimensions + d];
    }
    return -0.5 * squares - observations * (logDeterminant + 0.5 * dimensions * LOG_TWO_PI);
  }

  @Override
  void end(MixingGlobals globals, double[] gradient, int endmembersAt) {
    super.end(globals, gradient, endmembersAt);
    for (int d = 0; d < dimensions; d++) {
      double scale = globals.scales()[d];
      double byScale = 0;
      for (int j = 0; j <= d; j++) {
        double byEntry = 0;
        for (int m = d; m < dimensions; m++) {
          byEntry += inverse[m * dimensions + d] * momentSums[m * dimensions + j];
        }
        if (j == d) {
          byEntry -= observations * inverse[d * dimensions + d];
        }
        int at = d * dimensions + j;
        byScale += byEntry * globals.factors()[at];
        globals.factorSlopes()[at] += byEntry * scale;
      }
      globals.scaleSlopes()[d] += byScale;
    }
  }

  @Override
  void pointwise(AbundanceBlock block, int start, double[] logLikelihoods) {
    standardise(block, start);
    int lanes = block.lanes(start);
    double constant = -logDeterminant - 0.5 * dimensions * LOG_TWO_PI;
    for (int l = 0; l < lanes; l++) {
      double squares = 0;
      for (int d = 0; d < dimensions; d++) {
        squares += standardised[d][l] * standardised[d][l];
      }
      logLikelihoods[start + l] = constant - 0.5 * squares;
    }
  }
}
