/** How well peaks are predicted: their number, where they stand, which points they cover. */
@NullMarked
package org.debye.evaluation.peak;

import org.jspecify.annotations.NullMarked;
