package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.Logits;
import org.debye.numeric.Exponentials;
import org.debye.numeric.GammaFunction;

/**
 * The sticks of a block of observations: from coordinates to abundances, and from the likelihood's
 * slope by abundance back to that by coordinate, with the Dirichlet density and the Jacobian.
 *
 * <p>With z the logistic function of the logit v and q = 1 - z, log z = -p and log q = -v - p where
 * p = (|v| - v) / 2 - log max(z, q); with u = sinh(t), log cosh t = |t| - log(1 + |tanh t|). So the
 * density needs sums of v, |v| and |t| and two products of numbers between 1/2 and 2, and no
 * logarithm for an observation.
 */
final class AbundanceBlock {
  static final int LANES = Lanes.COUNT;

  /** Bits of the exponent of exp(t) beyond which t is out of range: |t| above 177, v above 1e76. */
  private static final int EXPONENT_BITS = 8;

  /** Bits up to which no logit reaches {@link #LOGIT_LIMIT}: |t| is then below 5.9, |v| 190. */
  private static final int EXPONENT_BITS_WITHIN_LIMIT = 3;

  /** Beyond it abundances no longer change; the density goes on with the logit itself. */
  private static final double LOGIT_LIMIT = 400;

  /** A lane's products of factors between 1/2 and 2 are turned into logarithms before 1000. */
  private static final int BLOCKS_BETWEEN_LOGS = 900;

  private final int endmembers;
  private final int sticks;
  private final int observations;
  private final int from;
  private final boolean stretched;
  private final double[] offset;
  private final double[] shape;
  private final double[] shapeAfter;

  private final Exponentials exponentials = Exponentials.fastest();
  private final double[][] abundance;
  private final double[][] taken;
  private final double[][] left;
  private final double[][] slope;
  private final double[][] bend;
  private final double[] row = new double[LANES];
  private final double[] odds = new double[LANES];
  private final double[] stick = new double[LANES];

  private final double[][] logitSum;
  private final double[][] logitSize;
  private final double[][] coordinateSize;
  private final double[][] largerShare;
  private final double[][] bendProduct;
  private final double[] logShare;
  private double logBend;
  private int blocksSinceLog;
  private boolean outOfRange;

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
    abundance = Lanes.rows(endmembers);
    taken = Lanes.rows(sticks);
    left = Lanes.rows(sticks);
    slope = Lanes.rows(sticks);
    bend = Lanes.rows(sticks);
    logitSum = Lanes.rows(sticks);
    logitSize = Lanes.rows(sticks);
    coordinateSize = Lanes.rows(sticks);
    largerShare = Lanes.rows(sticks);
    bendProduct = Lanes.rows(sticks);
    logShare = new double[sticks];
    Lanes.fill(slope, 1);
  }

  /** Starts a pass with these Dirichlet concentrations, one an endmember. */
  void begin(double[] concentration) {
    double after = 0;
    for (int k = endmembers - 1; k >= 0; k--) {
      shape[k] = concentration[k];
      shapeAfter[k] = after;
      after += concentration[k];
    }
    Lanes.fill(logitSum, 0);
    Lanes.fill(logitSize, 0);
    Lanes.fill(coordinateSize, 0);
    Lanes.fill(largerShare, 1);
    Lanes.fill(bendProduct, 1);
    Arrays.fill(logShare, 0);
    logBend = 0;
    blocksSinceLog = 0;
    outOfRange = false;
  }

  /** The lanes in use of the block that starts at an observation. */
  int lanes(int start) {
    return Math.min(LANES, observations - start);
  }

  /** Abundances of the block, a row an endmember. */
  double[][] abundances() {
    return abundance;
  }

  /** Whether all coordinates since {@link #begin} were numbers of a size that can be. */
  boolean inRange() {
    return !outOfRange;
  }

  /** Abundances of the block that starts at an observation, and its share of the sums. */
  void forward(double[] position, int start) {
    int lanes = lanes(start);
    Arrays.fill(stick, 1);
    for (int k = 0; k < sticks; k++) {
      System.arraycopy(position, from + k * observations + start, row, 0, lanes);
      Arrays.fill(row, lanes, LANES, 0);
      boolean far = !stretched || stretch(k);
      double[] unshifted = stretched ? bend[k] : row;
      Arrays.fill(unshifted, lanes, LANES, offset[k]);
      sumLogits(k, unshifted);
      if (far) {
        Lanes.limit(row, LOGIT_LIMIT);
      }
      exponentials.exp(row, odds);
      Arrays.fill(bend[k], lanes, LANES, 0);
      breakStick(k);
      sumShares(k, lanes);
    }
    System.arraycopy(stick, 0, abundance[sticks], 0, LANES);
    if (++blocksSinceLog == BLOCKS_BETWEEN_LOGS) {
      takeLogs();
    }
  }

  /** sinh t and cosh t; whether a logit may be beyond its limit. */
  private boolean stretch(int k) {
    int bits = exponentials.sinhCosh(row, bend[k], slope[k]);
    outOfRange |= bits > EXPONENT_BITS;
    double[] t = row;
    double[] size = coordinateSize[k];
    for (int l = 0; l < LANES; l++) {
      size[l] += Math.abs(t[l]);
    }
    return bits > EXPONENT_BITS_WITHIN_LIMIT;
  }

  /** Minus the logit into the row, and sums of the logit. */
  private void sumLogits(int k, double[] unshifted) {
    double shift = offset[k];
    double[] x = row;
    double[] sum = logitSum[k];
    double[] size = logitSize[k];
    for (int l = 0; l < LANES; l++) {
      double minus = shift - unshifted[l];
      sum[l] -= minus;
      size[l] += Math.abs(minus);
      x[l] = minus;
    }
  }

  /** z = 1 / (1 + exp(-v)), and tanh t with the same division. */
  private void breakStick(int k) {
    double[] exp = odds;
    double[] cosh = slope[k];
    double[] tanh = bend[k];
    double[] zs = taken[k];
    double[] qs = left[k];
    double[] rest = stick;
    double[] part = abundance[k];
    for (int l = 0; l < LANES; l++) {
      double e = exp[l];
      double above = 1 + e;
      double inverse = 1 / (above * cosh[l]);
      double z = inverse * cosh[l];
      double q = e * z;
      tanh[l] *= inverse * above;
      zs[l] = z;
      qs[l] = q;
      part[l] = rest[l] * z;
      rest[l] *= q;
    }
  }

  private void sumShares(int k, int lanes) {
    double[] zs = taken[k];
    double[] qs = left[k];
    double[] share = largerShare[k];
    for (int l = 0; l < LANES; l++) {
      share[l] *= Math.fma(0.5, Math.abs(zs[l] - qs[l]), 0.5);
    }
    for (int l = lanes; l < LANES; l++) {
      share[l] *= 2; // an empty lane's logit is 0, both its shares 1/2
    }
    double[] product = bendProduct[k];
    double[] tanh = bend[k];
    for (int l = 0; l < LANES; l++) {
      product[l] *= 1 + Math.abs(tanh[l]);
    }
  }

  /**
   * Slopes by coordinate of the block.
   *
   * @param slopes of the log likelihood by abundance, a row an endmember
   * @param gradient the block's abundance coordinates are overwritten
   */
  void backward(double[][] slopes, double[] gradient, int start) {
    int lanes = lanes(start);
    System.arraycopy(slopes[sticks], 0, stick, 0, LANES);
    for (int k = sticks - 1; k >= 0; k--) {
      bendBack(k, slopes[k]);
      System.arraycopy(row, 0, gradient, from + k * observations + start, lanes);
    }
  }

  /** The slope by logit is w_k (1 - z) (g_k - the mean of g after k) + a_k q - (later a) z. */
  private void bendBack(int k, double[] byAbundance) {
    double here = shape[k];
    double after = -shapeAfter[k];
    double[] zs = taken[k];
    double[] qs = left[k];
    double[] part = abundance[k];
    double[] cosh = slope[k];
    double[] tanh = bend[k];
    double[] later = stick;
    double[] out = row;
    for (int l = 0; l < LANES; l++) {
      double z = zs[l];
      double q = qs[l];
      double g = byAbundance[l];
      double rest = later[l];
      double prior = Math.fma(here, q, after * z);
      double byLogit = Math.fma(part[l] * q, g - rest, prior);
      out[l] = Math.fma(byLogit, cosh[l], tanh[l]);
    }
    for (int l = 0; l < LANES; l++) {
      later[l] = Math.fma(zs[l], byAbundance[l], qs[l] * later[l]);
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
        double sum = Lanes.sum(logitSum[k]);
        double softplus = 0.5 * (Lanes.sum(logitSize[k]) - sum) - logShare[k];
        lp -= shape[k] * softplus + shapeAfter[k] * (sum + softplus);
        lp += Lanes.sum(coordinateSize[k]);
        slopes[k] -= softplus;
        logStick -= sum + softplus;
      }
    }
    return lp;
  }

  private void takeLogs() {
    for (int k = 0; k < sticks; k++) {
      logShare[k] += Lanes.takeLogProduct(largerShare[k]);
      if (stretched) {
        logBend -= Lanes.takeLogProduct(bendProduct[k]);
      }
    }
    blocksSinceLog = 0;
  }
}
