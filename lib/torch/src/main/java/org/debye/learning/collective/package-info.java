/**
 * What several processes do together on tensors: sums, broadcasts and gatherings, that all of them
 * begin in the same order and that end in seconds when one of them is lost.
 */
@NullMarked
package org.debye.learning.collective;

import org.jspecify.annotations.NullMarked;
