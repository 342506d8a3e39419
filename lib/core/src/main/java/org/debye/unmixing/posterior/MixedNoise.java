package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * {@link NoiseModel#AUTHORS_CODE}: observation i has the factor diag(sqrt(s)) M_i, M_i = sum_k w_ik
 * L_k. With x = diag(s)^-1/2 (y - C w), e = M^-1 x and h = M^-T e, the log likelihood is -e'e / 2 -
 * sum_d log(s_d) / 2 + log M_dd, and its slopes are h by x reversed, and h e' - diag(1 / M_dd) by
 * M, which go on to L_k times w_ik and to w_ik times L_k. M_00 is 1 whatever the abundances.
 */
final class MixedNoise extends NoiseKernel {
  private final int entries;
  private final double[] inverseRoot;
  private final double[] factor;
  private final double[] mixed;
  private final double[] inverseDiagonal;
  private final double[] standardised;
  private final double[] reversed;
  private final double[] byMixed = new double[LANES];
  private final double[] factorSums;
  private final double[] scaleSums;
  private final double[] squares = new double[LANES];
  private final double[] blockDiagonal = new double[LANES];
  private double logDiagonal;
  private double logScales;

  MixedNoise(Observations observations, int endmembers) {
    super(observations, endmembers);
    entries = dimensions * (dimensions + 1) / 2;
    inverseRoot = new double[dimensions];
    factor = new double[endmembers * entries];
    mixed = new double[entries * LANES];
    inverseDiagonal = new double[dimensions * LANES];
    standardised = new double[dimensions * LANES];
    reversed = new double[dimensions * LANES];
    factorSums = new double[endmembers * entries * LANES];
    scaleSums = new double[dimensions * LANES];
    Arrays.fill(inverseDiagonal, 0, LANES, 1);
    Arrays.fill(blockDiagonal, 1);
  }

  @Override
  void begin(MixingGlobals globals, double[] position, int endmembersAt) {
    super.begin(globals, position, endmembersAt);
    Arrays.fill(factorSums, 0);
    Arrays.fill(scaleSums, 0);
    Arrays.fill(squares, 0);
    logDiagonal = 0;
    logScales = 0;
    for (int d = 0; d < dimensions; d++) {
      inverseRoot[d] = 1 / StrictMath.sqrt(globals.scales()[d]);
      logScales += 0.5 * StrictMath.log(globals.scales()[d]);
    }
    int entry = 0;
    for (int k = 0; k < endmembers; k++) {
      for (int d = 0; d < dimensions; d++) {
        for (int j = 0; j <= d; j++) {
          factor[entry++] = globals.factors()[(k * dimensions + d) * dimensions + j];
        }
      }
    }
  }

  @Override
  void apply(AbundanceBlock block, int start) {
    int lanes = block.lanes(start);
    double[] abundance = block.abundances();
    subtractMixture(abundance, start, lanes);
    mix(abundance, lanes);
    for (int d = 0; d < dimensions; d++) {
      standardise(d, lanes);
      Lanes.addProduct(standardised, d * LANES, standardised, d * LANES, squares, 0, lanes);
    }
    for (int d = dimensions - 1; d >= 0; d--) {
      reverse(d, lanes);
    }
    pullBackMean(abundance, lanes);
    for (int d = 1; d < dimensions; d++) {
      System.arraycopy(mixed, entry(d, d) * LANES, blockDiagonal, 0, lanes);
      logDiagonal += Lanes.takeLogProduct(blockDiagonal, 0);
      for (int j = 0; j <= d; j++) {
        pullBackMixed(abundance, d, j, lanes);
      }
    }
  }

  private static int entry(int d, int j) {
    return d * (d + 1) / 2 + j;
  }

  private void mix(double[] abundance, int lanes) {
    for (int e = 1; e < entries; e++) {
      Lanes.scale(factor[e], abundance, 0, mixed, e * LANES, lanes);
      for (int k = 1; k < endmembers; k++) {
        Lanes.add(factor[k * entries + e], abundance, k * LANES, mixed, e * LANES, lanes);
      }
    }
  }

  /** x_d in place of the residual, and e_d = (x_d - sum_(j<d) M_dj e_j) / M_dd. */
  private void standardise(int d, int lanes) {
    int row = d * LANES;
    Lanes.scale(inverseRoot[d], residual, row, residual, row, lanes);
    System.arraycopy(residual, row, standardised, row, lanes);
    if (d == 0) {
      return;
    }
    for (int j = 0; j < d; j++) {
      int m = entry(d, j) * LANES;
      int e = j * LANES;
      for (int l = 0; l < lanes; l++) {
        standardised[row + l] = Math.fma(-mixed[m + l], standardised[e + l], standardised[row + l]);
      }
    }
    int diagonal = entry(d, d) * LANES;
    for (int l = 0; l < lanes; l++) {
      inverseDiagonal[row + l] = 1 / mixed[diagonal + l];
      standardised[row + l] *= inverseDiagonal[row + l];
    }
  }

  /** h_d = (e_d - sum_(m>d) M_md h_m) / M_dd, and the slopes by mean and scale. */
  private void reverse(int d, int lanes) {
    int row = d * LANES;
    System.arraycopy(standardised, row, reversed, row, lanes);
    for (int m = d + 1; m < dimensions; m++) {
      int below = entry(m, d) * LANES;
      int h = m * LANES;
      for (int l = 0; l < lanes; l++) {
        reversed[row + l] = Math.fma(-mixed[below + l], reversed[h + l], reversed[row + l]);
      }
    }
    for (int l = 0; l < lanes; l++) {
      reversed[row + l] *= inverseDiagonal[row + l];
    }
    Lanes.scale(inverseRoot[d], reversed, row, pull(), row, lanes);
    Lanes.addProduct(reversed, row, residual, row, scaleSums, row, lanes);
  }

  private void pullBackMixed(double[] abundance, int d, int j, int lanes) {
    int h = d * LANES;
    int e = j * LANES;
    for (int l = 0; l < lanes; l++) {
      byMixed[l] = reversed[h + l] * standardised[e + l];
    }
    if (j == d) {
      for (int l = 0; l < lanes; l++) {
        byMixed[l] -= inverseDiagonal[h + l];
      }
    }
    for (int k = 0; k < endmembers; k++) {
      int at = k * entries + entry(d, j);
      Lanes.add(factor[at], byMixed, 0, slopes(), k * LANES, lanes);
      Lanes.addProduct(abundance, k * LANES, byMixed, 0, factorSums, at * LANES, lanes);
    }
  }

  @Override
  double logLikelihood() {
    return -0.5 * Lanes.sum(squares, 0)
        - logDiagonal
        - observations * (logScales + 0.5 * dimensions * LOG_TWO_PI);
  }

  @Override
  void end(MixingGlobals globals, double[] gradient, int endmembersAt) {
    super.end(globals, gradient, endmembersAt);
    for (int d = 0; d < dimensions; d++) {
      globals.scaleSlopes()[d] +=
          0.5 * (Lanes.sum(scaleSums, d) - observations) / globals.scales()[d];
    }
    for (int k = 0; k < endmembers; k++) {
      for (int d = 1; d < dimensions; d++) {
        for (int j = 0; j <= d; j++) {
          globals.factorSlopes()[(k * dimensions + d) * dimensions + j] +=
              Lanes.sum(factorSums, k * entries + entry(d, j));
        }
      }
    }
  }

  @Override
  void pointwise(AbundanceBlock block, int start, double[] logLikelihoods) {
    int lanes = block.lanes(start);
    subtractMixture(block.abundances(), start, lanes);
    mix(block.abundances(), lanes);
    for (int d = 0; d < dimensions; d++) {
      standardise(d, lanes);
    }
    for (int l = 0; l < lanes; l++) {
      double value = -logScales - 0.5 * dimensions * LOG_TWO_PI;
      for (int d = 0; d < dimensions; d++) {
        double e = standardised[d * LANES + l];
        value -= 0.5 * e * e;
        if (d > 0) {
          value -= StrictMath.log(mixed[entry(d, d) * LANES + l]);
        }
      }
      logLikelihoods[start + l] = value;
    }
  }
}
