package org.debye.evaluation.transition;

import java.util.Arrays;
import org.debye.spectra.mixing.Observations;

/**
 * The posterior of the frame at which a series of scores changes: each of D scores follows a
 * polynomial trend before and another one after, with normal noise of its own unknown scale, and
 * the frame is shared. Flat priors on coefficients, on log scales and on the frame integrate out in
 * closed form (Chin Choy and Broemeling 1980, Technometrics 22:71; for D = 1 and a constant trend
 * Smith 1975, Biometrika 62:407):
 *
 * <pre>p(t | y) = prod_d |Z_t' Z_t|^(-1/2) RSS_d(t)^(-(n - q) / 2)</pre>
 *
 * <p>with the q columns Z_t of both trends. Noise of neighbouring frames is alike, above all where
 * a trend bends: its autocorrelation of lag 1 is estimated at the best frame and taken off data and
 * trends (Cochrane and Orcutt 1949, the first frame as Prais and Winsten 1954), in three rounds.
 * What the answer does not know of is a trend that is no polynomial, or a gradual transition: the
 * interval is then too short, and lies where a change explains most.
 *
 * @param first the frame of the first probability
 * @param probabilities that a frame is the first one after the change; they sum to 1
 * @param autocorrelations of the D scores' noise
 */
public record ChangePoint(int first, double[] probabilities, double[] autocorrelations) {
  private static final int ROUNDS = 3;
  private static final double MOST_ALIKE = 0.98;

  /** What a score does on either side. */
  public enum Trend {
    /** It stays. */
    CONSTANT(1),
    /** It goes along a line. */
    LINEAR(2),
    /** It goes along a parabola. */
    QUADRATIC(3);

    private final int coefficients;

    Trend(int coefficients) {
      this.coefficients = coefficients;
    }

    int coefficients() {
      return coefficients;
    }
  }

  /** Frames that are needed at least. */
  public static int fewest(Trend trend) {
    return 2 * margin(trend) + 1;
  }

  /** Frames on either side, one more than a trend has coefficients. */
  private static int margin(Trend trend) {
    return trend.coefficients() + 1;
  }

  /**
   * The posterior.
   *
   * @param scores n x D, at least {@link #fewest} frames
   */
  public static ChangePoint of(Observations scores, Trend trend) {
    int n = scores.count();
    int d = scores.dimensions();
    if (n < fewest(trend)) {
      throw new IllegalArgumentException(n + " frames of a " + trend + " trend");
    }
    double[] alike = new double[d];
    ChangePoint found = given(scores, trend, alike);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[d];
      for (int k = 0; k < d; k++) {
        next[k] = BrokenTrend.of(scores, k, trend, 0).autocorrelation(found.mode());
      }
      found = given(scores, trend, next);
    }
    return found;
  }

  /** The same where the autocorrelations are known. */
  static ChangePoint given(Observations scores, Trend trend, double[] autocorrelations) {
    int n = scores.count();
    int first = margin(trend);
    double[] log = new double[n - 2 * first + 1];
    for (int k = 0; k < scores.dimensions(); k++) {
      double rho = Math.max(-MOST_ALIKE, Math.min(MOST_ALIKE, autocorrelations[k]));
      BrokenTrend fit = BrokenTrend.of(scores, k, trend, rho);
      for (int t = 0; t < log.length; t++) {
        log[t] += fit.logEvidence(first + t);
      }
    }
    double most = Arrays.stream(log).max().orElseThrow();
    double sum = Arrays.stream(log).map(v -> Math.exp(v - most)).sum();
    double[] probabilities = Arrays.stream(log).map(v -> Math.exp(v - most) / sum).toArray();
    return new ChangePoint(first, probabilities, autocorrelations.clone());
  }

  /** The likeliest frame. */
  public int mode() {
    int best = 0;
    for (int t = 1; t < probabilities.length; t++) {
      best = probabilities[t] > probabilities[best] ? t : best;
    }
    return first + best;
  }

  /** The first frame at which the posterior has come to this probability. */
  public int quantile(double probability) {
    double sum = 0;
    for (int t = 0; t < probabilities.length; t++) {
      sum += probabilities[t];
      if (sum >= probability) {
        return first + t;
      }
    }
    return first + probabilities.length - 1;
  }

  /** Lower end of the central interval of a level. */
  public int low(double level) {
    return quantile((1 - level) / 2);
  }

  /** Upper end, itself within. */
  public int high(double level) {
    return quantile((1 + level) / 2);
  }
}
