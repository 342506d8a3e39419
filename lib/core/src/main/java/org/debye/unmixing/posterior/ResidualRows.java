package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * Residuals of a row of observations, one abundance vector each, made standard normal by the noise:
 * with x = S^-1 (y - C w), S the noise's scales and M its correlation factor, e = M^-1 x and h =
 * M^-T e. Under {@link NoiseModel#AUTHORS_CODE} S is the root of the scales and M = sum_k w_k L_k
 * is a row's; else S is the scales and M is one for all.
 *
 * <p>Log likelihood -e'e / 2 - log det M - log det S - D log(2 pi) / 2; its slopes are S^-1 h by C
 * w, (h_d x_d - 1) / S_d by S_d, and h e' - diag(1 / M_dd) by M.
 */
final class ResidualRows {
  private static final int LANES = Lanes.COUNT;
  private static final double LOG_TWO_PI = 1.8378770664093453;

  final int dimensions;
  final int entries;
  final boolean mixed;
  private final int endmembers;
  private final int observations;
  private final double[] observed;

  /** 1 / S_d. */
  final double[] inverseScale;

  private final double[] centre;
  private final double[] factor;
  private final double[][] spectrum;
  final double[][] scaled;
  final double[][] standardised;
  final double[][] reversed;

  /** M, entry (d, j) at d (d + 1) / 2 + j. */
  final double[][] factors;

  final double[][] inverseDiagonal;
  private double constant;

  ResidualRows(MixingModel model, Observations observations) {
    dimensions = model.dimensions();
    endmembers = model.endmembers();
    this.observations = observations.count();
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    entries = dimensions * (dimensions + 1) / 2;
    observed = new double[dimensions * this.observations];
    for (int i = 0; i < this.observations; i++) {
      for (int d = 0; d < dimensions; d++) {
        observed[d * this.observations + i] = observations.values()[i * dimensions + d];
      }
    }
    inverseScale = new double[dimensions];
    centre = new double[endmembers * dimensions];
    factor = new double[(mixed ? endmembers : 1) * entries];
    spectrum = Lanes.rows(dimensions);
    scaled = Lanes.rows(dimensions);
    standardised = Lanes.rows(dimensions);
    reversed = Lanes.rows(dimensions);
    factors = Lanes.rows(entries);
    inverseDiagonal = Lanes.rows(dimensions);
    Lanes.fill(factors, 1);
    Lanes.fill(inverseDiagonal, 1);
  }

  static int entry(int d, int j) {
    return d * (d + 1) / 2 + j;
  }

  /** Takes the globals of a position. */
  void begin(MixingGlobals globals, double[] position, int endmembersAt) {
    System.arraycopy(position, endmembersAt, centre, 0, centre.length);
    constant = -0.5 * dimensions * LOG_TWO_PI;
    for (int d = 0; d < dimensions; d++) {
      double scale = globals.scales()[d];
      inverseScale[d] = 1 / (mixed ? StrictMath.sqrt(scale) : scale);
      constant -= (mixed ? 0.5 : 1) * StrictMath.log(scale);
    }
    int at = 0;
    for (int f = 0; f < factor.length / entries; f++) {
      for (int d = 0; d < dimensions; d++) {
        for (int j = 0; j <= d; j++) {
          factor[at++] = globals.factors()[(f * dimensions + d) * dimensions + j];
        }
      }
    }
    for (int d = 1; d < dimensions && !mixed; d++) {
      for (int j = 0; j <= d; j++) {
        Arrays.fill(factors[entry(d, j)], factor[entry(d, j)]);
      }
      Arrays.fill(inverseDiagonal[d], 1 / factor[entry(d, d)]);
    }
  }

  /** -log det S - D log(2 pi) / 2. */
  double constant() {
    return constant;
  }

  /** Takes the observations of a block; lanes beyond the last hold the origin. */
  void load(int start) {
    int lanes = Math.min(LANES, observations - start);
    for (int d = 0; d < dimensions; d++) {
      System.arraycopy(observed, d * observations + start, spectrum[d], 0, lanes);
      Arrays.fill(spectrum[d], lanes, LANES, 0);
    }
  }

  double coordinate(int endmember, int dimension) {
    return centre[endmember * dimensions + dimension];
  }

  /** x, e and, under mixed noise, M of these abundances. */
  void standardise(double[][] abundance) {
    if (mixed) {
      mix(abundance);
    }
    for (int d = 0; d < dimensions; d++) {
      double[] x = scaled[d];
      Lanes.scale(-centre[d], abundance[0], x);
      for (int k = 1; k < endmembers; k++) {
        Lanes.add(-centre[k * dimensions + d], abundance[k], x);
      }
      Lanes.add(1, spectrum[d], x);
      Lanes.scale(inverseScale[d], x, x);
      System.arraycopy(x, 0, standardised[d], 0, LANES);
      forward(d, standardised);
    }
  }

  /** Row d of M^-1 times what the rows hold, rows before d being done. */
  void forward(int d, double[][] rows) {
    for (int j = 0; j < d; j++) {
      Lanes.subtractProduct(factors[entry(d, j)], rows[j], rows[d]);
    }
    if (d > 0) {
      Lanes.product(inverseDiagonal[d], rows[d], rows[d]);
    }
  }

  /** h from e. */
  void reverse() {
    for (int d = dimensions - 1; d >= 0; d--) {
      System.arraycopy(standardised[d], 0, reversed[d], 0, LANES);
      for (int m = d + 1; m < dimensions; m++) {
        Lanes.subtractProduct(factors[entry(m, d)], reversed[m], reversed[d]);
      }
      if (d > 0) {
        Lanes.product(inverseDiagonal[d], reversed[d], reversed[d]);
      }
    }
  }

  private void mix(double[][] abundance) {
    for (int e = 1; e < entries; e++) {
      Lanes.scale(factor[e], abundance[0], factors[e]);
      for (int k = 1; k < endmembers; k++) {
        Lanes.add(factor[k * entries + e], abundance[k], factors[e]);
      }
    }
    for (int d = 1; d < dimensions; d++) {
      double[] diagonal = factors[entry(d, d)];
      double[] inverse = inverseDiagonal[d];
      for (int l = 0; l < LANES; l++) {
        inverse[l] = 1 / diagonal[l];
      }
    }
  }
}
