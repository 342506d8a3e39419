/**
 * How good an estimate is: errors of endmembers and abundances after matching labels, coverage of
 * intervals, calibration of posteriors.
 */
@NullMarked
package org.debye.evaluation;

import org.jspecify.annotations.NullMarked;
