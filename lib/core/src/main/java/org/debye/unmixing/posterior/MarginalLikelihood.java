package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.comparison.PointwiseLogLikelihood;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;

/**
 * The likelihood of each observation given a draw of the globals, with its abundances integrated
 * out: p(y_i | globals) = integral of Dir(w_i | alpha1 w) N(y_i | C w_i, Sigma). It is what leaving
 * one observation out must use; with the abundances kept, each observation has parameters of its
 * own and leaving it out says little.
 *
 * <p>By importance sampling with quasi-random points (a Kronecker sequence, 8 random shifts) in the
 * stretched stick logits, where the integrand decays doubly exponentially however small the shapes.
 * The proposal of an observation ({@link StickProposal}) follows its posterior draws and serves all
 * draws of the globals. The shifts give the error; points are quadrupled until it is small or
 * {@link #MOST_POINTS} are used, and what is then still wrong is told.
 *
 * @param likelihood of one chain, thinned
 * @param errors relative standard error of the integral of each observation, at the draw where it
 *     is largest
 */
public record MarginalLikelihood(PointwiseLogLikelihood likelihood, double[] errors) {
  /** Relative error that is aimed at. */
  static final double WANTED = 0.03;

  /** A relative error above this spoils an observation's share in a comparison. */
  static final double TOLERATED = 0.1;

  private static final int SHIFTS = 8;
  private static final int FIRST_BLOCKS = 1;
  private static final int MOST_BLOCKS = 16;
  static final int MOST_POINTS = SHIFTS * MOST_BLOCKS * Lanes.COUNT;

  /**
   * Integrates for evenly spaced draws of a fit.
   *
   * @param model that was inferred
   * @param observed what was fitted
   * @param draws of the globals to use, at least 2; at most those whose abundances are kept
   * @param streams randomness of the shifts
   */
  public static MarginalLikelihood of(
      MixingModel model, Observations observed, StartFit fit, int draws, RandomStreams streams) {
    int used = Math.min(draws, fit.abundances().size());
    MixtureDraw[] mixtures = new MixtureDraw[used];
    double[] values = fit.draws().values();
    for (int draw = 0; draw < used; draw++) {
      int kept = (int) ((long) draw * fit.abundances().size() / used);
      int at = fit.abundances().drawOf(kept) * fit.layout().width();
      double[] globals = Arrays.copyOfRange(values, at, at + fit.layout().width());
      mixtures[draw] = MixtureDraw.of(model, fit.layout(), globals);
    }
    double[] all = new double[used * observed.count()];
    double[] errors = new double[observed.count()];
    double[] logs = new double[used];
    for (int i = 0; i < observed.count(); i++) {
      StickProposal proposal = StickProposal.of(fit.abundances(), i);
      errors[i] = integrate(observed, i, mixtures, proposal, streams.at(i), logs);
      for (int draw = 0; draw < used; draw++) {
        all[draw * observed.count() + i] = logs[draw];
      }
    }
    return new MarginalLikelihood(
        new PointwiseLogLikelihood(1, used, observed.count(), all), errors);
  }

  /** Observations whose integral is too uncertain to be compared. */
  public int untrusted() {
    int count = 0;
    for (double error : errors) {
      count += error <= TOLERATED ? 0 : 1;
    }
    return count;
  }

  /** At most this standard error the integration alone gives to the sum over observations. */
  public double errorOfSum() {
    double squares = 0;
    for (double error : errors) {
      squares += error * error;
    }
    return Math.sqrt(squares);
  }

  /** Fills the logarithms of the integrals; returns their relative error. */
  private static double integrate(
      Observations observed,
      int observation,
      MixtureDraw[] mixtures,
      StickProposal proposal,
      RandomStream random,
      double[] logs) {
    double error = Double.POSITIVE_INFINITY;
    for (int blocks = FIRST_BLOCKS; blocks <= MOST_BLOCKS && !(error <= WANTED); blocks *= 4) {
      StickPoints points = StickPoints.of(proposal, SHIFTS, blocks, random);
      double squares = 0;
      for (int draw = 0; draw < mixtures.length; draw++) {
        double[] means = points.means(mixtures[draw], observed, observation);
        logs[draw] = means[0];
        squares += means[1] * means[1];
      }
      error = Math.sqrt(squares / mixtures.length);
    }
    return error;
  }
}
