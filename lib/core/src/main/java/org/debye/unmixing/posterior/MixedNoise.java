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
  private final double[][] mixed;
  private final double[][] inverseDiagonal;
  private final double[][] standardised;
  private final double[][] reversed;
  private final double[] byMixed = new double[LANES];
  private final double[][] factorSums;
  private final double[][] scaleSums;
  private final double[] squares = new double[LANES];
  private final double[] blockDiagonal = new double[LANES];
  private double logDiagonal;
  private double logScales;

  MixedNoise(Observations observations, int endmembers) {
    super(observations, endmembers);
    entries = dimensions * (dimensions + 1) / 2;
    inverseRoot = new double[dimensions];
    factor = new double[endmembers * entries];
    mixed = Lanes.rows(entries);
    inverseDiagonal = Lanes.rows(dimensions);
    standardised = Lanes.rows(dimensions);
    reversed = Lanes.rows(dimensions);
    factorSums = Lanes.rows(endmembers * entries);
    scaleSums = Lanes.rows(dimensions);
    Arrays.fill(inverseDiagonal[0], 1);
    Arrays.fill(blockDiagonal, 1);
  }

  @Override
  void begin(MixingGlobals globals, double[] position, int endmembersAt) {
    super.begin(globals, position, endmembersAt);
    Lanes.fill(factorSums, 0);
    Lanes.fill(scaleSums, 0);
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
    double[][] abundance = block.abundances();
    subtractMixture(abundance, start);
    mix(abundance);
    for (int d = 0; d < dimensions; d++) {
      standardise(d);
      Lanes.addProduct(standardised[d], standardised[d], squares);
    }
    for (int d = dimensions - 1; d >= 0; d--) {
      reverse(d);
    }
    pullBackMean(abundance);
    for (int d = 1; d < dimensions; d++) {
      System.arraycopy(mixed[entry(d, d)], 0, blockDiagonal, 0, lanes);
      logDiagonal += Lanes.takeLogProduct(blockDiagonal);
      for (int j = 0; j <= d; j++) {
        pullBackMixed(abundance, d, j, lanes);
      }
    }
  }

  private static int entry(int d, int j) {
    return d * (d + 1) / 2 + j;
  }

  private void mix(double[][] abundance) {
    for (int e = 1; e < entries; e++) {
      Lanes.scale(factor[e], abundance[0], mixed[e]);
      for (int k = 1; k < endmembers; k++) {
        Lanes.add(factor[k * entries + e], abundance[k], mixed[e]);
      }
    }
  }

  /** x_d in place of the residual, and e_d = (x_d - sum_(j<d) M_dj e_j) / M_dd. */
  private void standardise(int d) {
    double[] e = standardised[d];
    Lanes.scale(inverseRoot[d], residual[d], residual[d]);
    System.arraycopy(residual[d], 0, e, 0, LANES);
    if (d == 0) {
      return;
    }
    for (int j = 0; j < d; j++) {
      Lanes.subtractProduct(mixed[entry(d, j)], standardised[j], e);
    }
    double[] diagonal = mixed[entry(d, d)];
    double[] inverse = inverseDiagonal[d];
    for (int l = 0; l < LANES; l++) {
      inverse[l] = 1 / diagonal[l];
      e[l] *= inverse[l];
    }
  }

  /** h_d = (e_d - sum_(m>d) M_md h_m) / M_dd, and the slopes by mean and scale. */
  private void reverse(int d) {
    double[] h = reversed[d];
    System.arraycopy(standardised[d], 0, h, 0, LANES);
    for (int m = d + 1; m < dimensions; m++) {
      Lanes.subtractProduct(mixed[entry(m, d)], reversed[m], h);
    }
    double[] inverse = inverseDiagonal[d];
    for (int l = 0; l < LANES; l++) {
      h[l] *= inverse[l];
    }
    Lanes.scale(inverseRoot[d], h, pull()[d]);
    Lanes.addProduct(h, residual[d], scaleSums[d]);
  }

  private void pullBackMixed(double[][] abundance, int d, int j, int lanes) {
    double[] slope = byMixed;
    double[] h = reversed[d];
    double[] e = standardised[j];
    for (int l = 0; l < LANES; l++) {
      slope[l] = h[l] * e[l];
    }
    if (j == d) {
      Lanes.add(-1, inverseDiagonal[d], slope);
      Arrays.fill(slope, lanes, LANES, 0);
    }
    for (int k = 0; k < endmembers; k++) {
      int at = k * entries + entry(d, j);
      Lanes.add(factor[at], slope, slopes()[k]);
      Lanes.addProduct(abundance[k], slope, factorSums[at]);
    }
  }

  @Override
  double logLikelihood() {
    return -0.5 * Lanes.sum(squares)
        - logDiagonal
        - observations * (logScales + 0.5 * dimensions * LOG_TWO_PI);
  }

  @Override
  void end(MixingGlobals globals, double[] gradient, int endmembersAt) {
    super.end(globals, gradient, endmembersAt);
    for (int d = 0; d < dimensions; d++) {
      globals.scaleSlopes()[d] +=
          0.5 * (Lanes.sum(scaleSums[d]) - observations) / globals.scales()[d];
    }
    for (int k = 0; k < endmembers; k++) {
      for (int d = 1; d < dimensions; d++) {
        for (int j = 0; j <= d; j++) {
          globals.factorSlopes()[(k * dimensions + d) * dimensions + j] +=
              Lanes.sum(factorSums[k * entries + entry(d, j)]);
        }
      }
    }
  }

  @Override
  void pointwise(AbundanceBlock block, int start, double[] logLikelihoods) {
    subtractMixture(block.abundances(), start);
    mix(block.abundances());
    for (int d = 0; d < dimensions; d++) {
      standardise(d);
    }
    for (int l = 0; l < block.lanes(start); l++) {
      double value = -logScales - 0.5 * dimensions * LOG_TWO_PI;
      for (int d = 0; d < dimensions; d++) {
        double e = standardised[d][l];
        value -= 0.5 * e * e;
        if (d > 0) {
          value -= StrictMath.log(mixed[entry(d, d)][l]);
        }
      }
      logLikelihoods[start + l] = value;
    }
  }
}
