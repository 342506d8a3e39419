/**
 * Variational inference: the normal distribution of a chosen family that is closest to a posterior,
 * found by stochastic gradients of the evidence lower bound (ELBO).
 */
@NullMarked
package org.debye.inference.variational;

import org.jspecify.annotations.NullMarked;
