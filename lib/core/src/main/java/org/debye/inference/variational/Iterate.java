package org.debye.inference.variational;

/** Which of the optimiser's iterates is the fit. */
public enum Iterate {
  /** The last one, as the paper and Pyro have it. Carries the noise of its gradients. */
  LAST,
  /**
   * The mean of the parameters over the second half of all iterations (Polyak and Juditsky 1992). A
   * run that ends before that half has its last iterate.
   */
  MEAN_OF_SECOND_HALF
}
