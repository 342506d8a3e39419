package org.debye.unmixing.posterior;

/**
 * How the abundances of a chain were integrated out.
 *
 * @param nodes of each observation, in the density that trajectories follow
 * @param accepted share of draws that the correction to the finer rule let pass
 * @param error standard deviation over draws of the log density less that of a rule finer still:
 *     what is left uncorrected, in natural logarithms of the posterior density, a constant apart
 */
public record Quadrature(int nodes, double accepted, double error) {}
