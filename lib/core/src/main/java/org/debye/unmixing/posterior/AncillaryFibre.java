package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.NormalProbability;
import org.debye.numeric.NormalQuantile;
import org.debye.spectra.mixing.NoiseModel;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A posterior of D = K - 1 as the noise changes and the abundances go along. Of the residuals e = y
 * - C w one, d, is free, and with it w = [C; 1']^-1 (y - e; 1) on a line, as far as w is in the
 * simplex: e_d from low to high. Given the others it is normal there, of mean m and deviation t by
 * the noise's covariance S. What an observation keeps is its quantile
 *
 * <pre>
 * u = (F((e_d - m) / t) - F((low - m) / t)) / Z,   Z = F((high - m) / t) - F((low - m) / t),
 * </pre>
 *
 * <p>F the normal distribution function, and its other residuals. Where the noise is thin in a
 * direction, abundances at hand bind t closely; their quantiles hardly do. (The other half of an
 * interweaving: Yu and Meng 2011, Journal of Computational and Graphical Statistics 20:531. Theirs
 * keeps (e_d - m) / t, which leaves the simplex wherever a w is near its edge.) As N(e_d | m, t^2)
 * de_d = Z du, the density of noise and quantiles is, C, the weights and alpha1 being as they are,
 *
 * <pre>
 * p(S) prod_i N(e_i without d | S) prod_(i follows) Z_i(S) Dir(w_i(S) | alpha1 w)
 *   prod_(i stays) N(e_id | m_i(S), t(S)^2)
 * </pre>
 *
 * <p>An observation follows if all of its abundances are above 1e-6, which the ends of its line
 * are; others keep their abundances, since a rounding error of what they are moved by would tell.
 * Which do is the same all along. Points with a follower beyond 6 t, or a Z below 1e-9, are left
 * alone and not gone to, so that all this is exact on the rest.
 *
 * <p>With D above K - 1 a residual has a part out of the simplex's plane; with {@link
 * NoiseModel#AUTHORS_CODE} S is another for each w. Neither is done here. Not thread safe.
 */
final class AncillaryFibre {
  private static final double LEAST = 1e-6;
  private static final double FARTHEST = 6;
  private static final double LEAST_MASS = 1e-9;

  /** So many factors of at least LEAST_MASS are above the smallest double. */
  private static final int FACTORS = 32;

  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final AbundanceBlock block;
  private final double[] observed;
  private final int endmembers;
  private final int dimensions;
  private final double[] abundance;
  private final double[] residual;
  private final int[] follower;
  private int followers;

  /** Of the followers along the line of a dimension. */
  private final double[] low;

  private final double[] high;
  private final double[] quantile;
  private int free;

  /** Sums of e e' over all, and over those that stay. */
  private final double[] moment;

  private final double[] momentOfOthers;
  private final DMatrixRMaj corners;
  private final DMatrixRMaj toAbundances;
  private final NoisePrecision precision;
  private final double[] product;

  AncillaryFibre(MixingDensity joint) {
    layout = joint.layout();
    globals = new MixingGlobals(layout, joint.model(), joint.prior());
    block = new AbundanceBlock(layout);
    observed = joint.observations().values();
    endmembers = layout.endmembers();
    dimensions = layout.dimensions();
    abundance = new double[layout.observations() * endmembers];
    residual = new double[layout.observations() * dimensions];
    follower = new int[layout.observations()];
    low = new double[layout.observations()];
    high = new double[layout.observations()];
    quantile = new double[layout.observations()];
    moment = new double[dimensions * dimensions];
    momentOfOthers = new double[dimensions * dimensions];
    corners = new DMatrixRMaj(endmembers, endmembers);
    toAbundances = new DMatrixRMaj(endmembers, endmembers);
    precision = new NoisePrecision(dimensions);
    product = new double[endmembers + 1];
  }

  /** Whether a posterior has one: noise that can be correlated, the same for all abundances. */
  static boolean fits(MixingDensity joint) {
    MixingLayout layout = joint.layout();
    return joint.model().noise() == NoiseModel.STANDARD_DEVIATION
        && layout.dimensions() == layout.endmembers() - 1
        && layout.dimensions() > 1;
  }

  /**
   * Stands at a position.
   *
   * @return false where no observation follows, or the endmembers are not a simplex's corners
   */
  boolean begin(double[] position) {
    globals.constrain(position);
    if (!invertCorners(position)) {
      return false;
    }
    followers = 0;
    Arrays.fill(momentOfOthers, 0);
    block.begin(globals.concentration());
    for (int start = 0; start < layout.observations(); start += AbundanceBlock.LANES) {
      block.forward(position, start);
      for (int lane = 0; lane < block.lanes(start); lane++) {
        take(position, start + lane, lane);
      }
    }
    return followers > 0;
  }

  private boolean invertCorners(double[] position) {
    for (int k = 0; k < endmembers; k++) {
      for (int d = 0; d < dimensions; d++) {
        corners.set(d, k, position[layout.endmembersAt() + k * dimensions + d]);
      }
      corners.set(dimensions, k, 1);
    }
    return CommonOps_DDRM.invert(corners, toAbundances)
        && Arrays.stream(toAbundances.data).allMatch(Double::isFinite);
  }

  private void take(double[] position, int i, int lane) {
    double least = 1;
    for (int k = 0; k < endmembers; k++) {
      double part = block.abundances()[k][lane];
      abundance[i * endmembers + k] = part;
      least = Math.min(least, part);
    }
    for (int d = 0; d < dimensions; d++) {
      double sum = observed[i * dimensions + d];
      for (int k = 0; k < endmembers; k++) {
        sum -= position[layout.endmembersAt() + k * dimensions + d] * abundance[i * endmembers + k];
      }
      residual[i * dimensions + d] = sum;
    }
    if (least > LEAST) {
      follower[followers++] = i;
    } else {
      addMoment(i, momentOfOthers);
    }
  }

  private void addMoment(int i, double[] sums) {
    for (int d = 0; d < dimensions; d++) {
      for (int j = 0; j < dimensions; j++) {
        sums[d * dimensions + j] += residual[i * dimensions + d] * residual[i * dimensions + j];
      }
    }
  }

  /**
   * Frees the residuals of a dimension: finds lines and quantiles.
   *
   * @return false where the position is to be left alone
   */
  boolean free(double[] position, int d) {
    free = d;
    System.arraycopy(momentOfOthers, 0, moment, 0, moment.length);
    globals.constrain(position);
    precision.take(globals.scales(), globals.factors());
    for (int f = 0; f < followers; f++) {
      int i = follower[f];
      addMoment(i, moment);
      ends(f, i);
      double mean = precision.mean(d, residual, i * dimensions);
      double deviation = precision.deviation(d);
      double here = residual[i * dimensions + d];
      double z = (here - mean) / deviation;
      boolean flip = flips(f, mean);
      double below = NormalProbability.below((flip ? mean - high[f] : low[f] - mean) / deviation);
      double above = NormalProbability.below((flip ? mean - low[f] : high[f] - mean) / deviation);
      double mass = above - below;
      double part = (NormalProbability.below(flip ? -z : z) - below) / mass;
      if (!(Math.abs(z) < FARTHEST && mass > LEAST_MASS && part > 0 && part < 1)) {
        return false;
      }
      quantile[f] = flip ? 1 - part : part;
    }
    return true;
  }

  /** Whether more of the line is above the mean: probabilities are small below. */
  private boolean flips(int f, double mean) {
    return low[f] + high[f] > 2 * mean;
  }

  /** Where the first abundance is LEAST, in both directions. */
  private void ends(int f, int i) {
    double down = Double.POSITIVE_INFINITY;
    double up = Double.POSITIVE_INFINITY;
    for (int k = 0; k < endmembers; k++) {
      double slope = toAbundances.data[k * endmembers + free];
      double room = abundance[i * endmembers + k] - LEAST;
      if (slope > 0) {
        up = Math.min(up, room / slope);
      } else if (slope < 0) {
        down = Math.min(down, -room / slope);
      }
    }
    low[f] = residual[i * dimensions + free] - down;
    high[f] = residual[i * dimensions + free] + up;
  }

  /**
   * Log density along the fibre, up to a constant.
   *
   * @param position of which nothing but the noise has changed
   * @return minus infinity or NaN where there is no such mixture
   */
  double logDensity(double[] position) {
    double lp = globals.constrain(position);
    precision.take(globals.scales(), globals.factors());
    double ofOthers = followers < layout.observations() ? precision.given(free, momentOfOthers) : 0;
    lp += precision.without(free, moment, layout.observations());
    lp += ofOthers + precision.logRoot(free) * (layout.observations() - followers);
    return lp > Double.NEGATIVE_INFINITY ? lp + ofFollowers() : lp;
  }

  /** sum_i log Z_i + sum_k (a_k - 1) log w_ik, whose other terms stay as they are. */
  private double ofFollowers() {
    double lp = 0;
    Arrays.fill(product, 1);
    for (int f = 0; f < followers; f++) {
      int i = follower[f];
      double shift = residual[i * dimensions + free] - there(f, i);
      if (Double.isNaN(shift)) {
        return Double.NEGATIVE_INFINITY;
      }
      for (int k = 0; k < endmembers; k++) {
        double part =
            abundance[i * endmembers + k] + shift * toAbundances.data[k * endmembers + free];
        if (!(part > LEAST)) {
          return Double.NEGATIVE_INFINITY;
        }
        product[k] *= part;
      }
      if (f % FACTORS == FACTORS - 1 || f == followers - 1) {
        lp += ofProducts();
      }
    }
    return lp;
  }

  /** Where the free residual has its quantile, NaN where that is too far; multiplies by Z. */
  private double there(int f, int i) {
    double mean = precision.mean(free, residual, i * dimensions);
    double deviation = precision.deviation(free);
    boolean flip = flips(f, mean);
    double below = NormalProbability.below((flip ? mean - high[f] : low[f] - mean) / deviation);
    double above = NormalProbability.below((flip ? mean - low[f] : high[f] - mean) / deviation);
    double mass = above - below;
    double part = flip ? 1 - quantile[f] : quantile[f];
    double z = NormalQuantile.of(below + part * mass);
    product[endmembers] *= mass;
    return mass > LEAST_MASS && Math.abs(z) < FARTHEST
        ? mean + (flip ? -z : z) * deviation
        : Double.NaN;
  }

  private double ofProducts() {
    double sum = StrictMath.log(product[endmembers]);
    for (int k = 0; k < endmembers; k++) {
      sum += (globals.concentration()[k] - 1) * StrictMath.log(product[k]);
    }
    Arrays.fill(product, 1);
    return sum;
  }

  /** Goes where {@link #logDensity} was last asked for. */
  void settle() {
    for (int f = 0; f < followers; f++) {
      int i = follower[f];
      double there = there(f, i);
      double shift = residual[i * dimensions + free] - there;
      for (int k = 0; k < endmembers; k++) {
        abundance[i * endmembers + k] += shift * toAbundances.data[k * endmembers + free];
      }
      residual[i * dimensions + free] = there;
    }
  }

  /** Writes the abundances of those that follow. */
  void write(double[] position) {
    for (int f = 0; f < followers; f++) {
      layout.unconstrainAbundances(abundance, follower[f], position);
    }
  }
}
