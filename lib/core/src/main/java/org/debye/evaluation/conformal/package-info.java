/**
 * Intervals that hold the truth as often as they say, whatever model they come from, so long as
 * what they are calibrated on is like what they are asked about.
 */
@NullMarked
package org.debye.evaluation.conformal;

import org.jspecify.annotations.NullMarked;
