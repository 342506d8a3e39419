package org.debye.unmixing.posterior;

import org.debye.numeric.Exponentials;

/**
 * One stick of the simplex at a row of stretched coordinates t: with the logit v = sinh t - offset,
 * the taken share z = 1 / (1 + exp(-v)), what is left q = 1 - z, their logarithms, and sinh t and
 * cosh t.
 */
final class StickRow {
  private static final int LANES = Lanes.COUNT;

  /**
   * Coordinates beyond it are taken as it: the logit is 2e8 there. A stick of a small shape a lies
   * about as far out as asinh(1 / a), and its mass must not end before the coordinates do.
   */
  static final double LIMIT = 20;

  /** Shares are those of no larger logit, their logarithms those of the logit itself. */
  private static final double LARGEST_LOGIT = 700;

  final double[] coordinate = new double[LANES];
  final double[] taken = new double[LANES];
  final double[] left = new double[LANES];
  final double[] logTaken = new double[LANES];
  final double[] logLeft = new double[LANES];
  final double[] sinh = new double[LANES];
  final double[] cosh = new double[LANES];

  /** 1, or 0 where the coordinate was beyond the limit. */
  final double[] inside = new double[LANES];

  private final Exponentials exponentials;
  private final double offset;
  private final double[] minusLogit = new double[LANES];
  private final double[] odds = new double[LANES];

  StickRow(Exponentials exponentials, double offset) {
    this.exponentials = exponentials;
    this.offset = offset;
  }

  /** Everything from {@link #coordinate}, which is first brought within the limit. */
  void take() {
    markInside();
    Lanes.limitBySize(coordinate, LIMIT);
    exponentials.sinhCosh(coordinate, sinh, cosh);
    double shift = offset;
    double[] u = sinh;
    double[] minus = minusLogit;
    for (int l = 0; l < LANES; l++) {
      minus[l] = shift - u[l];
    }
    System.arraycopy(minus, 0, odds, 0, LANES);
    Lanes.limitBySize(odds, LARGEST_LOGIT);
    exponentials.exp(odds, odds);
    share();
    Lanes.logOfLargerShare(taken, left, logTaken);
    logarithms();
  }

  private void markInside() {
    double[] t = coordinate;
    double[] in = inside;
    for (int l = 0; l < LANES; l++) {
      in[l] = Math.abs(t[l]) <= LIMIT ? 1 : 0;
    }
  }

  private void share() {
    double[] e = odds;
    double[] z = taken;
    double[] q = left;
    for (int l = 0; l < LANES; l++) {
      double inverse = 1 / (1 + e[l]);
      z[l] = inverse;
      q[l] = e[l] * inverse;
    }
  }

  /** log z = (v - |v|) / 2 + log max(z, q), log q = log z - v. */
  private void logarithms() {
    double[] minus = minusLogit;
    double[] logZ = logTaken;
    double[] logQ = logLeft;
    for (int l = 0; l < LANES; l++) {
      double log = logZ[l] - 0.5 * (minus[l] + Math.abs(minus[l]));
      logZ[l] = log;
      logQ[l] = log + minus[l];
    }
  }
}
