package org.debye.inference.variational;

import java.util.Optional;
import org.debye.inference.BlockedLogDensity;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;

/**
 * Automatic differentiation variational inference with a hand-written gradient (Kucukelbir, Tran,
 * Ranganath, Gelman and Blei 2017, JMLR 18:1-45, without their step size search): Adam ascends the
 * ELBO, E_q(log p) + entropy of q, whose gradient is estimated by draws x(eps) of q with fixed
 * noise eps (their eq. 7) and the entropy in closed form. For the normal families here that is draw
 * for draw the gradient of Pyro's {@code Trace_ELBO}.
 *
 * <p>A step with a draw that has no finite density or gradient is left out; a fit with ten such
 * steps in a row, or with more than a tenth of its steps, fails.
 *
 * <p>Not to be used where the posterior's spread matters and NUTS is affordable: the ELBO prefers
 * approximations that are too narrow. {@link ElboEstimate#paretoShape} tells when one is bad, never
 * that one is good.
 */
public final class VariationalInference {
  private static final long MOST_PARAMETERS = 1L << 26;

  private VariationalInference() {}

  /**
   * Fits. The result depends on the arguments and on the stream alone.
   *
   * @param density used by this thread alone meanwhile
   * @param initial the mean at the start; not modified
   * @throws IllegalArgumentException if {@code initial} has another length than the density's
   *     dimension, or blocks are asked of a density without
   */
  public static VariationalFit fit(
      LogDensity density, VariationalSettings settings, double[] initial, RandomStream random) {
    if (initial.length != density.dimension()) {
      throw new IllegalArgumentException(
          initial.length + " initial coordinates for " + density.dimension());
    }
    Optional<VariationalFit.Failed> obstacle = obstacle(density, settings.family(), initial);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    return new ElboAscent(density, family(density, settings.family()), settings, random)
        .run(initial);
  }

  private static Optional<VariationalFit.Failed> obstacle(
      LogDensity density, Family family, double[] initial) {
    long n = initial.length;
    long parameters = n * (n + 3) / 2;
    if (family instanceof Family.FullRank && parameters > MOST_PARAMETERS) {
      return failed(
          VariationalFault.TOO_MANY_PARAMETERS,
          "full rank of "
              + n
              + " coordinates has "
              + parameters
              + " parameters: take low rank, or conditional blocks if the density has blocks");
    }
    for (int i = 0; i < initial.length; i++) {
      if (!Double.isFinite(initial[i])) {
        return failed(VariationalFault.START_NOT_FINITE, "coordinate " + i + " is " + initial[i]);
      }
    }
    double atStart = density.evaluate(initial, new double[initial.length]);
    if (!Double.isFinite(atStart)) {
      return failed(
          VariationalFault.START_NOT_FINITE, "the log density at the start is " + atStart);
    }
    return Optional.empty();
  }

  private static Optional<VariationalFit.Failed> failed(VariationalFault fault, String reason) {
    return Optional.of(new VariationalFit.Failed(fault, reason));
  }

  private static NormalFamily family(LogDensity density, Family family) {
    int n = density.dimension();
    if (family instanceof Family.LowRank lowRank) {
      return new LowRankNormal(n, lowRank.rank());
    }
    if (family instanceof Family.FullRank) {
      return new TriangularNormal(n, n, 1);
    }
    if (family instanceof Family.MeanField) {
      return new MeanFieldNormal(n);
    }
    if (density instanceof BlockedLogDensity blocked) {
      return new TriangularNormal(n, blocked.globals(), blocked.blocks());
    }
    throw new IllegalArgumentException("conditional blocks of a density that declares none");
  }
}
