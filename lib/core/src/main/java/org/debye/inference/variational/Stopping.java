package org.debye.inference.variational;

import java.io.Serializable;

/** When the optimisation ends. */
public sealed interface Stopping extends Serializable {

  /** After the number of iterations and not before: the paper's. */
  record AfterIterations() implements Stopping {}

  /**
   * Also before, at the end of a window in which the mean of the ELBO exceeds that of the window
   * before by less than a number of its standard errors. Windows follow one another without
   * overlap.
   *
   * @param window iterations, at least 10
   * @param standardErrors of the difference of the two means; at least 0
   */
  record WhenFlat(int window, double standardErrors) implements Stopping {
    public WhenFlat {
      if (window < 10 || !(standardErrors >= 0)) {
        throw new IllegalArgumentException("window " + window + ", errors " + standardErrors);
      }
    }
  }
}
