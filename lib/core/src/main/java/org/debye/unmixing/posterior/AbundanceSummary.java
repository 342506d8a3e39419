package org.debye.unmixing.posterior;

/**
 * The posterior of each abundance by itself.
 *
 * @param mean N x K, row major
 * @param sd N x K standard deviations
 * @param quantiles for each probability asked for, N x K
 */
public record AbundanceSummary(
    int observations, int endmembers, double[] mean, double[] sd, double[][] quantiles) {}
