package org.debye.spectra.mixing;

import java.io.Serializable;

/**
 * All unknowns of one mixture: what a simulator draws, and what inference gives back.
 *
 * @param weights K global weights, on the simplex
 * @param endmembers K x D, row major: endmember k at k * D
 * @param scales D noise scales
 * @param correlation lower Cholesky factors of correlation matrices, D x D row major each, one
 *     after another ({@link MixingModel#correlationFactors})
 * @param abundances N x K, row major, rows on the simplex
 */
public record Mixture(
    double[] weights,
    double[] endmembers,
    double[] scales,
    double[] correlation,
    double[] abundances)
    implements Serializable {}
