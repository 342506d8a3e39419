/** Optimisers over a flat block of weights, and schedules of the learning rate. */
@NullMarked
package org.debye.learning.optimise;

import org.jspecify.annotations.NullMarked;
