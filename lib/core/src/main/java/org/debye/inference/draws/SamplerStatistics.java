package org.debye.inference.draws;

/**
 * What the sampler did at each draw; names and meaning as in ArviZ's group {@code sample_stats}.
 * All arrays have one entry a draw.
 *
 * @param lp log density of the unconstrained position, up to a constant (Stan's {@code lp__})
 * @param acceptanceRate mean over the trajectory of min(1, exp(energy at start - energy))
 * @param stepSize of the leapfrog integrator
 * @param treeDepth doublings of the trajectory
 * @param steps leapfrog steps of the trajectory (ArviZ {@code n_steps}, Stan {@code n_leapfrog__})
 * @param diverging whether the trajectory ended at an energy error above the limit
 * @param energy Hamiltonian at the draw (Stan {@code energy__})
 */
public record SamplerStatistics(
    double[] lp,
    double[] acceptanceRate,
    double[] stepSize,
    int[] treeDepth,
    int[] steps,
    boolean[] diverging,
    double[] energy) {

  public SamplerStatistics {
    int n = lp.length;
    if (acceptanceRate.length != n
        || stepSize.length != n
        || treeDepth.length != n
        || steps.length != n
        || diverging.length != n
        || energy.length != n) {
      throw new IllegalArgumentException("statistics of different lengths");
    }
  }

  public int draws() {
    return lp.length;
  }
}
