package org.debye.unmixing.posterior;

/**
 * How the abundances of a chain were integrated out.
 *
 * @param nodes of each observation, in the density that trajectories follow
 * @param accepted share of draws that the correction to the finer rule let pass
 * @param error root mean square over draws of the finer rule's log density less that of one finer
 *     still: what is left uncorrected, in natural logarithms of the posterior density
 */
public record Quadrature(int nodes, double accepted, double error) {}
