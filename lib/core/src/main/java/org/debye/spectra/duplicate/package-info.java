/**
 * Spectra that are as good as there already, found among hundreds of thousands without comparing
 * all pairs.
 */
@NullMarked
package org.debye.spectra.duplicate;

import org.jspecify.annotations.NullMarked;
