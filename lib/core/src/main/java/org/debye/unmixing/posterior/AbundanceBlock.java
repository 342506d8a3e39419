package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.Logits;
import org.debye.numeric.GammaFunction;

/**
 * The sticks of a block of observations: from coordinates to abundances, and from the likelihood's
 * slope by abundance back to that by coordinate, with the Dirichlet density and the Jacobian.
 *
 * <p>With z the logistic function of the logit v and q = 1 - z, log z = -p and log q = -v - p where
 * p = (|v| - v) / 2 - log max(z, q); with u = sinh(t), log cosh t = |t| - log(1 + |tanh t|). So the
 * density needs sums of v, |v| and |t| and two products of numbers between 1/2 and 2, and no
 * logarithm for an observation. exp and sinh are 2^n (cosh r +- sinh r), |r| at most log(2) / 2,
 * with polynomials that agree with these to 2e-17.
 */
final class AbundanceBlock {
  static final int LANES = Lanes.COUNT;

  private static final double INVERSE_LOG_TWO = 0x1.71547652b82fep+0;
  private static final double LOG_TWO_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LOG_TWO_LOW = 0x1.abc9e3b39803fp-56;

  /** Added to a number below 2^51, leaves its nearest integer in the lowest bits. */
  private static final double ROUNDER = 0x1.8p52;

  private static final long ROUNDER_BITS = 0x4338000000000000L;

  /** Exponent beyond which a coordinate t is out of range: |t| about 277, its logit 1e120. */
  private static final long EXPONENT_LIMIT = 400;

  /** Beyond it abundances no longer change; the density goes on with the logit itself. */
  private static final double LOGIT_LIMIT = 300;

  /** Factors of a lane's products stay between 1/2 and 2; before 1000 of them the log is taken. */
  private static final int BLOCKS_BETWEEN_LOGS = 900;

  private static final double C1 = 0x1.0000000000001p-1;
  private static final double C2 = 0x1.5555555553d63p-5;
  private static final double C3 = 0x1.6c16c1788bd90p-10;
  private static final double C4 = 0x1.a019b90d2ae7ap-16;
  private static final double C5 = 0x1.289185613a3d6p-22;
  private static final double S1 = 0x1.5555555555556p-3;
  private static final double S2 = 0x1.11111111109b3p-7;
  private static final double S3 = 0x1.a01a01a7c41d5p-13;
  private static final double S4 = 0x1.71de0dae63bb3p-19;
  private static final double S5 = 0x1.af38a9b0ec855p-26;

  private final int endmembers;
  private final int sticks;
  private final int observations;
  private final int from;
  private final boolean stretched;
  private final double[] offset;
  private final double[] shape;
  private final double[] shapeAfter;

  private final double[] abundance;
  private final double[] taken;
  private final double[] left;
  private final double[] slope;
  private final double[] bend;
  private final double[] logit = new double[LANES];
  private final double[] stick = new double[LANES];
  private final double[] rounded = new double[LANES];
  private final double[] power = new double[LANES];
  private final double[] inversePower = new double[LANES];
  private final double[] even = new double[LANES];
  private final double[] odd = new double[LANES];

  private final double[] logitSum;
  private final double[] logitSize;
  private final double[] coordinateSize;
  private final double[] largerShare;
  private final double[] bendProduct;
  private final double[] logShare;
  private double logBend;
  private int blocksSinceLog;
  private long outOfRange;

  AbundanceBlock(MixingLayout layout) {
    endmembers = layout.endmembers();
    sticks = endmembers - 1;
    observations = layout.observations();
    from = layout.abundancesAt();
    stretched = layout.logits() == Logits.STRETCHED;
    offset = new double[sticks];
    Arrays.setAll(offset, k -> StrictMath.log(sticks - k));
    shape = new double[endmembers];
    shapeAfter = new double[endmembers];
    abundance = new double[endmembers * LANES];
    taken = new double[sticks * LANES];
    left = new double[sticks * LANES];
    slope = new double[sticks * LANES];
    bend = new double[sticks * LANES];
    logitSum = new double[sticks * LANES];
    logitSize = new double[sticks * LANES];
    coordinateSize = new double[sticks * LANES];
    largerShare = new double[sticks * LANES];
    bendProduct = new double[sticks * LANES];
    logShare = new double[sticks];
    Arrays.fill(slope, 1);
  }

  /** Starts a pass with these Dirichlet concentrations, one an endmember. */
  void begin(double[] concentration) {
    double after = 0;
    for (int k = endmembers - 1; k >= 0; k--) {
      shape[k] = concentration[k];
      shapeAfter[k] = after;
      after += concentration[k];
    }
    Arrays.fill(logitSum, 0);
    Arrays.fill(logitSize, 0);
    Arrays.fill(coordinateSize, 0);
    Arrays.fill(largerShare, 1);
    Arrays.fill(bendProduct, 1);
    Arrays.fill(logShare, 0);
    logBend = 0;
    blocksSinceLog = 0;
    outOfRange = 0;
  }

  /** The lanes in use of the block that starts at an observation. */
  int lanes(int start) {
    return Math.min(LANES, observations - start);
  }

  /** Abundances of the block, endmember k at k * {@link #LANES}. */
  double[] abundances() {
    return abundance;
  }

  /** Whether all coordinates since {@link #begin} were numbers of a size that can be. */
  boolean inRange() {
    return outOfRange >= 0;
  }

  void forward(double[] position, int start) {
    int lanes = lanes(start);
    Arrays.fill(stick, 1);
    for (int k = 0; k < sticks; k++) {
      int at = from + k * observations + start;
      if (stretched) {
        stretch(position, at, k, lanes);
      } else {
        shift(position, at, k, lanes);
      }
      reduceLogit(k, lanes);
      scalePower(lanes);
      breakStick(k, lanes);
    }
    System.arraycopy(stick, 0, abundance, sticks * LANES, lanes);
    if (++blocksSinceLog == BLOCKS_BETWEEN_LOGS) {
      takeLogs();
    }
  }

  private void shift(double[] position, int at, int k, int lanes) {
    double shift = offset[k];
    for (int l = 0; l < lanes; l++) {
      logit[l] = position[at + l] - shift;
    }
  }

  /** Logit sinh t and its slope cosh t. */
  private void stretch(double[] position, int at, int k, int lanes) {
    int row = k * LANES;
    for (int l = 0; l < lanes; l++) {
      double t = position[at + l];
      double shifted = Math.fma(t, INVERSE_LOG_TWO, ROUNDER);
      double n = shifted - ROUNDER;
      double r = Math.fma(n, -LOG_TWO_LOW, Math.fma(n, -LOG_TWO_HIGH, t));
      double s = r * r;
      rounded[l] = shifted;
      even[l] =
          Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, C5, C4), C3), C2), C1), 1);
      odd[l] =
          r
              * Math.fma(
                  s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, S5, S4), S3), S2), S1), 1);
      coordinateSize[row + l] += Math.abs(t);
    }
    scaleHalves(lanes);
    double shift = offset[k];
    for (int l = 0; l < lanes; l++) {
      double plus = power[l] * (even[l] + odd[l]);
      double minus = inversePower[l] * (even[l] - odd[l]);
      double sinh = plus - minus;
      bend[row + l] = sinh;
      slope[row + l] = plus + minus;
      logit[l] = sinh - shift;
    }
  }

  /** 2^(n-1) and 2^(-n-1). */
  private void scaleHalves(int lanes) {
    long range = outOfRange;
    for (int l = 0; l < lanes; l++) {
      long n = Double.doubleToRawLongBits(rounded[l]) - ROUNDER_BITS;
      range |= (EXPONENT_LIMIT + n) | (EXPONENT_LIMIT - n);
      power[l] = Double.longBitsToDouble((1022 + n) << 52);
      inversePower[l] = Double.longBitsToDouble((1022 - n) << 52);
    }
    outOfRange = range;
  }

  private void scalePower(int lanes) {
    for (int l = 0; l < lanes; l++) {
      long n = Double.doubleToRawLongBits(rounded[l]) - ROUNDER_BITS;
      power[l] = Double.longBitsToDouble((1023 + n) << 52);
    }
  }

  private void reduceLogit(int k, int lanes) {
    int row = k * LANES;
    for (int l = 0; l < lanes; l++) {
      double v = logit[l];
      double x = Math.max(-LOGIT_LIMIT, Math.min(LOGIT_LIMIT, -v));
      double shifted = Math.fma(x, INVERSE_LOG_TWO, ROUNDER);
      double n = shifted - ROUNDER;
      double r = Math.fma(n, -LOG_TWO_LOW, Math.fma(n, -LOG_TWO_HIGH, x));
      double s = r * r;
      rounded[l] = shifted;
      even[l] =
          Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, C5, C4), C3), C2), C1), 1);
      odd[l] =
          r
              * Math.fma(
                  s, Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, S5, S4), S3), S2), S1), 1);
      logitSum[row + l] += v;
      logitSize[row + l] += Math.abs(v);
    }
  }

  /** z = 1 / (1 + exp(-v)), and tanh t with the same division. */
  private void breakStick(int k, int lanes) {
    int row = k * LANES;
    for (int l = 0; l < lanes; l++) {
      double e = power[l] * (even[l] + odd[l]);
      double above = 1 + e;
      double inverse = 1 / (above * slope[row + l]);
      double z = inverse * slope[row + l];
      double q = e * z;
      double tanh = bend[row + l] * (inverse * above);
      taken[row + l] = z;
      left[row + l] = q;
      bend[row + l] = tanh;
      largerShare[row + l] *= Math.fma(0.5, Math.abs(z - q), 0.5);
      bendProduct[row + l] *= 1 + Math.abs(tanh);
      abundance[row + l] = stick[l] * z;
      stick[l] *= q;
    }
  }

  /**
   * Slopes by coordinate of the block.
   *
   * @param slopes of the log likelihood by abundance, endmember k at k * {@link #LANES}
   * @param gradient the block's abundance coordinates are overwritten
   */
  void backward(double[] slopes, double[] gradient, int start) {
    int lanes = lanes(start);
    System.arraycopy(slopes, sticks * LANES, stick, 0, lanes);
    for (int k = sticks - 1; k >= 0; k--) {
      int at = from + k * observations + start;
      int row = k * LANES;
      double here = shape[k];
      double after = shapeAfter[k];
      for (int l = 0; l < lanes; l++) {
        double z = taken[row + l];
        double q = left[row + l];
        double g = slopes[row + l];
        double rest = stick[l];
        double byLogit = Math.fma(abundance[row + l] * q, g - rest, Math.fma(here, q, -after * z));
        stick[l] = Math.fma(z, g, q * rest);
        gradient[at + l] = Math.fma(byLogit, slope[row + l], bend[row + l]);
      }
    }
  }

  /**
   * The sum over observations of log Dir(w_i | a) and the log Jacobian.
   *
   * @param slopes by concentration a_k, K; overwritten
   */
  double logDensity(double[] slopes) {
    takeLogs();
    double total = 0;
    for (double a : shape) {
      total += a;
    }
    double lp = observations * GammaFunction.logGamma(total) + logBend;
    double common = observations * GammaFunction.digamma(total);
    double logStick = 0;
    for (int k = 0; k < endmembers; k++) {
      lp -= observations * GammaFunction.logGamma(shape[k]);
      slopes[k] = common - observations * GammaFunction.digamma(shape[k]) + logStick;
      if (k < sticks) {
        double sum = Lanes.sum(logitSum, k);
        double softplus = 0.5 * (Lanes.sum(logitSize, k) - sum) - logShare[k];
        lp -= shape[k] * softplus + shapeAfter[k] * (sum + softplus);
        lp += Lanes.sum(coordinateSize, k);
        slopes[k] -= softplus;
        logStick -= sum + softplus;
      }
    }
    return lp;
  }

  private void takeLogs() {
    for (int k = 0; k < sticks; k++) {
      logShare[k] += Lanes.takeLogProduct(largerShare, k);
      if (stretched) {
        logBend -= Lanes.takeLogProduct(bendProduct, k);
      }
    }
    blocksSinceLog = 0;
  }
}
