/**
 * Weights by name, in one block of memory: values and gradients that an optimiser and a sum over
 * ranks see as one vector.
 */
@NullMarked
package org.debye.learning.weight;

import org.jspecify.annotations.NullMarked;
