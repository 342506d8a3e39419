/**
 * Posteriors of stan-dev/posteriordb, transcribed by hand with their gradients, and their reference
 * draws.
 */
@NullMarked
package org.debye.inference.posteriordb;

import org.jspecify.annotations.NullMarked;
