/** Peaks of spectra: where they stand, how broad and high, which can be told apart. */
@NullMarked
package org.debye.spectra.peak;

import org.jspecify.annotations.NullMarked;
