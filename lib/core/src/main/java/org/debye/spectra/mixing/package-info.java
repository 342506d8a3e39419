/**
 * Linear mixing of spectra: the model's hyperparameters, a mixture's parts, and what is observed of
 * it.
 */
@NullMarked
package org.debye.spectra.mixing;

import org.jspecify.annotations.NullMarked;
