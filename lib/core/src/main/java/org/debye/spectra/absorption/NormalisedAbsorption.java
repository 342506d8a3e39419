package org.debye.spectra.absorption;

/**
 * A spectrum with an edge step of one.
 *
 * @param energy eV, strictly ascending
 * @param normalised (mu - pre-edge line) / edge step, as long
 * @param flattened the same, less what the polynomial above the edge bends after e0
 * @param preEdge the line below the edge, in the unit of mu
 * @param postEdge pre-edge line and polynomial above the edge
 * @param jump of the absorption at e0, with its sign: the edge step is its size
 */
public record NormalisedAbsorption(
    double[] energy,
    double[] normalised,
    double[] flattened,
    double[] preEdge,
    double[] postEdge,
    double jump,
    NormalisationParameters parameters) {}
