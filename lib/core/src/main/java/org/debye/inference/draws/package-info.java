/**
 * Draws of a posterior with the sampler's statistics, under the names that ArviZ and Stan give
 * them.
 */
@NullMarked
package org.debye.inference.draws;

import org.jspecify.annotations.NullMarked;
