/**
 * Linear combination fitting of absorption spectra: measured spectra as sums of measured
 * references, with the errors of their weights.
 */
@NullMarked
package org.debye.unmixing.combination;

import org.jspecify.annotations.NullMarked;
