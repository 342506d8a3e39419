/**
 * Ridge regression on the classes as targets, with its penalty chosen and its probabilities scaled
 * by what it predicts of the spectra that it has not seen.
 */
@NullMarked
package org.debye.classification.ridge;

import org.jspecify.annotations.NullMarked;
