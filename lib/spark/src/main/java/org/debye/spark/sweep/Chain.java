package org.debye.spark.sweep;

import org.debye.inference.draws.ChainDraws;

/**
 * Draws with their chain's number, from 0: column {@code chain} of the table {@code draws}.
 *
 * @param number unique in the cell
 */
public record Chain(int number, ChainDraws draws) {
  public Chain {
    if (number < 0) {
      throw new IllegalArgumentException("chains count from 0, not from " + number);
    }
  }
}
