package org.debye.study;

/** How a dataset of the study is unmixed. */
public enum StudyMethod {
  /** Hamiltonian Monte Carlo by the no-U-turn sampler: one start, one chain. */
  HMC,
  /** Variational inference by independent normals, as in the paper: one start. */
  VI,
  /** Variational inference by a normal with a covariance of low rank plus a diagonal: one start. */
  VI_LOW_RANK,
  /** Variational inference by a normal with a full covariance: one start. */
  VI_FULL_RANK,
  /**
   * Variational inference by a normal whose globals have a full covariance and whose abundances
   * are, observation by observation, linear in the globals: one start.
   */
  VI_BLOCKS,
  /** N-FINDR, the mean of the solutions over seeds, as in the paper; one start is all seeds. */
  N_FINDR,
  /** Vertex component analysis, mean over seeds as for N-FINDR. */
  VCA,
  /** Minimum-volume simplex by SISAL, mean over seeds as for N-FINDR. */
  SISAL;

  /** Whether the method gives a distribution, and so intervals, draws and a likelihood. */
  public boolean bayesian() {
    return this == HMC || variational();
  }

  /** Whether it is variational inference of some family. */
  public boolean variational() {
    return this == VI || this == VI_LOW_RANK || this == VI_FULL_RANK || this == VI_BLOCKS;
  }
}
