package org.debye.unmixing.scene;

/** How far a scene's result may be trusted. */
public sealed interface SceneDiagnostics {

  /** A point estimate after so many iterations or sweeps. */
  record PointEstimate(int iterations) implements SceneDiagnostics {}

  /**
   * A posterior.
   *
   * @param spectraUsed spectra that the endmembers were inferred from
   * @param startsKept starts that reached the kept mode
   * @param starts that were made
   * @param worstRHat largest rank-normalised split R-hat of an endmember's coordinate
   * @param leastEffective smallest bulk effective sample size of an endmember's coordinate
   * @param divergences after warm-up, of the kept starts
   * @param logLikelihood mean over the draws of the kept start, summed over the spectra used
   * @param cpuSeconds of all starts
   */
  record Posterior(
      int spectraUsed,
      int startsKept,
      int starts,
      double worstRHat,
      double leastEffective,
      int divergences,
      double logLikelihood,
      double cpuSeconds)
      implements SceneDiagnostics {}
}
