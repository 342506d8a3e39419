package org.debye.unmixing.scene;

/**
 * A scene in its D reduced coordinates, for the simplex scatter.
 *
 * @param dimensions D
 * @param points N x D, row major
 * @param endmembers K x D: posterior means, or the point estimates
 * @param draws S x K x D posterior draws, matched to the endmembers; empty for a point estimate
 */
public record SimplexCloud(int dimensions, double[] points, double[] endmembers, double[] draws) {}
