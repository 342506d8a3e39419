package org.debye.unmixing.posterior;

import java.io.Serializable;

/**
 * How long one start of Hamiltonian Monte Carlo draws.
 *
 * @param warmup iterations that adapt step size and metric
 * @param effectiveDraws the chain ends when its worst endmember coordinate has this many effective
 *     draws (bulk, after relabelling), at least 4
 * @param maximumDraws or here at the latest, at least {@code effectiveDraws}
 * @param keptDraws how many evenly spaced draws quantiles of abundances are taken from, at least 16
 */
public record HmcSettings(int warmup, int effectiveDraws, int maximumDraws, int keptDraws)
    implements Serializable {

  public HmcSettings {
    if (warmup < 0 || effectiveDraws < 4 || maximumDraws < effectiveDraws || keptDraws < 16) {
      throw new IllegalArgumentException(
          warmup + ", " + effectiveDraws + ", " + maximumDraws + ", " + keptDraws + " draws");
    }
  }
}
