package org.debye.unmixing.posterior;

/**
 * Where an observation's stretched stick logits may be: two normals around the mean of its
 * posterior draws, one wider by half, one three times as wide; and one that covers all that there
 * is, since these logits reach 10 only for Dirichlet shapes below 1e-4.
 */
final class StickProposal {
  /** No normal is narrower than this, whatever the draws say. */
  private static final double LEAST_SPREAD = 0.05;

  private static final double LOG_TWO_PI = 1.8378770664093453;
  private static final double NARROW_SHARE = 0.7;
  private static final double WIDE_SHARE = 0.2;
  private static final double ALL_SHARE = 0.1;
  private static final double NARROW = 1.5;
  private static final double WIDE = 3;
  private static final double ALL = 4;

  private final int sticks;
  private final double[] mean;
  private final double[] factor;
  private final double logDeterminant;
  private final double[] residual;

  private StickProposal(int sticks, double[] mean, double[] factor) {
    this.sticks = sticks;
    this.mean = mean;
    this.factor = factor;
    residual = new double[sticks];
    double sum = 0;
    for (int row = 0; row < sticks; row++) {
      sum += Math.log(factor[row * sticks + row]);
    }
    logDeterminant = sum;
  }

  static StickProposal of(AbundanceDraws draws, int observation) {
    int sticks = draws.layout().endmembers() - 1;
    double[] mean = new double[sticks];
    double[] covariance = new double[sticks * sticks];
    double[] one = new double[sticks];
    for (int which = 0; which < draws.size(); which++) {
      draws.stretched(which, observation, one);
      for (int k = 0; k < sticks; k++) {
        mean[k] += one[k] / draws.size();
      }
    }
    for (int which = 0; which < draws.size(); which++) {
      draws.stretched(which, observation, one);
      for (int row = 0; row < sticks; row++) {
        for (int column = 0; column <= row; column++) {
          covariance[row * sticks + column] +=
              (one[row] - mean[row]) * (one[column] - mean[column]) / draws.size();
        }
      }
    }
    for (int row = 0; row < sticks; row++) {
      covariance[row * sticks + row] += LEAST_SPREAD * LEAST_SPREAD;
    }
    return new StickProposal(sticks, mean, cholesky(covariance, sticks));
  }

  private static double[] cholesky(double[] covariance, int size) {
    double[] factor = new double[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = covariance[row * size + column];
        for (int k = 0; k < column; k++) {
          sum -= factor[row * size + k] * factor[column * size + k];
        }
        factor[row * size + column] =
            row == column ? Math.sqrt(sum) : sum / factor[column * size + column];
      }
    }
    return factor;
  }

  int sticks() {
    return sticks;
  }

  /**
   * A point of the mixture.
   *
   * @param normal standard normal deviates, one a stick
   * @param part uniform on [0, 1): which of the three normals
   */
  void place(double[] normal, double part, double[] out) {
    double width = part < NARROW_SHARE ? NARROW : WIDE;
    for (int row = 0; row < sticks; row++) {
      if (part >= NARROW_SHARE + WIDE_SHARE) {
        out[row] = ALL * normal[row];
        continue;
      }
      double sum = mean[row];
      for (int column = 0; column <= row; column++) {
        sum += width * factor[row * sticks + column] * normal[column];
      }
      out[row] = sum;
    }
  }

  double logDensity(double[] point) {
    double squares = 0;
    double fromZero = 0;
    for (int row = 0; row < sticks; row++) {
      fromZero += point[row] * point[row];
      double rest = point[row] - mean[row];
      for (int column = 0; column < row; column++) {
        rest -= factor[row * sticks + column] * residual[column];
      }
      residual[row] = rest / factor[row * sticks + row];
      squares += residual[row] * residual[row];
    }
    double around =
        NARROW_SHARE * Math.exp(-0.5 * squares / (NARROW * NARROW)) / Math.pow(NARROW, sticks)
            + WIDE_SHARE * Math.exp(-0.5 * squares / (WIDE * WIDE)) / Math.pow(WIDE, sticks);
    double all = ALL_SHARE * Math.exp(-0.5 * fromZero / (ALL * ALL)) / Math.pow(ALL, sticks);
    return Math.log(around * Math.exp(-logDeterminant) + all) - 0.5 * sticks * LOG_TWO_PI;
  }
}
