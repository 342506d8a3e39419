/**
 * Bounded parameters as functions of unconstrained ones, with the logarithm of the Jacobian and its
 * gradient: what the author of a {@link org.debye.inference.LogDensity} needs for a simplex, an
 * interval or a correlation matrix.
 */
@NullMarked
package org.debye.inference.transform;

import org.jspecify.annotations.NullMarked;
