package org.debye.inference.variational;

import java.io.Serializable;

/** The normal distributions among which the closest is sought; n is the target's dimension. */
public sealed interface Family extends Serializable {

  /**
   * Independent coordinates, 2 n parameters: the paper's (Pyro's {@code AutoNormal}). Finds the
   * conditional, not the marginal, standard deviations of a correlated posterior and is therefore
   * over-confident.
   */
  record MeanField() implements Family {}

  /**
   * Covariance diag(s) (I + F F') diag(s), F of n x rank (Pyro's {@code
   * AutoLowRankMultivariateNormal}): for a few strong correlations. (2 + rank) n parameters.
   *
   * @param rank at least 1
   */
  record LowRank(int rank) implements Family {
    public LowRank {
      if (rank < 1) {
        throw new IllegalArgumentException("rank must be at least 1, got " + rank);
      }
    }
  }

  /** Any covariance, n (n + 3) / 2 parameters: for up to about a thousand coordinates. */
  record FullRank() implements Family {}

  /**
   * For a {@link org.debye.inference.BlockedLogDensity}: globals with any covariance, and each
   * block linear in the globals with a covariance of its own. Holds the exact posterior if that is
   * normal, at a cost that grows with the number of blocks and not with its square.
   */
  record ConditionalBlocks() implements Family {}
}
