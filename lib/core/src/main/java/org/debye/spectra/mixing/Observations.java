package org.debye.spectra.mixing;

import java.io.Serializable;

/**
 * Points in the measurement space.
 *
 * @param count N
 * @param dimensions D
 * @param values N x D, row major, finite
 */
public record Observations(int count, int dimensions, double[] values) implements Serializable {

  public Observations {
    if (count < 1 || dimensions < 1 || values.length != count * dimensions) {
      throw new IllegalArgumentException(
          values.length + " values for " + count + " observations of " + dimensions);
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("an observation is not finite");
      }
    }
  }
}
