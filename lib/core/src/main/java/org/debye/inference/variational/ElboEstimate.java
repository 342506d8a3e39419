package org.debye.inference.variational;

/**
 * The evidence lower bound of a fit, E_q(log p - log q), from draws of it; and the Pareto shape of
 * their ratios p/q (Yao, Vehtari, Simpson and Gelman 2018, ICML, PMLR 80:5581-5590).
 *
 * @param value mean of log p - log q over the draws with a finite density
 * @param standardError of {@code value}
 * @param draws all of them
 * @param notFinite draws without a finite density; the bound is truly minus infinity if the target
 *     is zero there
 * @param paretoShape k-hat: below 0.5 the fit is close to the target, up to 0.7 usable, above not.
 *     With a thousand coordinates it is above 1 of any fit that is not nearly exact
 */
public record ElboEstimate(
    double value, double standardError, int draws, int notFinite, double paretoShape) {}
