package org.debye.unmixing.posterior;

import java.io.Serializable;
import org.debye.inference.variational.Iterate;

/**
 * How one start of variational inference runs; the paper has 1,600 steps of 0.005, and takes the
 * last iterate.
 *
 * @param iterations steps of Adam
 * @param learningRate step size of Adam
 * @param iterate which of the iterates is the fit
 * @param draws taken from the fitted distribution
 * @param rank of the low-rank family's covariance beyond its diagonal
 * @param keptDraws how many of the draws quantiles of abundances are taken from, at least 16
 */
public record VariationalStartSettings(
    int iterations, double learningRate, Iterate iterate, int draws, int rank, int keptDraws)
    implements Serializable {

  public VariationalStartSettings {
    if (iterations < 1 || !(learningRate > 0) || draws < 16 || rank < 1 || keptDraws < 16) {
      throw new IllegalArgumentException("variational settings out of range");
    }
  }
}
